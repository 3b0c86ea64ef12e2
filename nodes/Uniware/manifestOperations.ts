import { addPackages as add, close as end, newManifest } from '../../channels/uniware/manifests';
import { refused } from '../../domain/failure';
import { inQuota } from '../channel/inQuota';
import { isDryRun } from '../shared/dryRun';
import { eachItem } from '../shared/eachItem';
import { rehearsed } from '../shared/notSent';
import { listed, text } from '../shared/parameters';
import { many, one } from '../shared/row';
import { access } from './access';
import { acting } from './acting';

export const create = acting((context, item) => {
	const facility = text(context, 'facility', item);
	const provider = text(context, 'courier', item);
	return {
		about: { facility },
		work: async (http) => ({ manifest: await newManifest(http, { facility, provider }) }),
	};
});

/** One item for each package. */
export const addPackages = eachItem(async (context, item) => {
	const facility = text(context, 'facility', item);
	const manifest = text(context, 'manifestCode', item);
	const packages = listed(text(context, 'packageCodes', item));
	if (packages.length === 0) throw refused('packageCodes: none was named. Name at least one.');
	const isTried = isDryRun(context, item);
	const adding = inQuota(context, access, (http) => add(http, manifest, { packages, facility }), {
		isDryRun: isTried,
	});
	if (isTried) return one({ manifest, facility, ...(await rehearsed(adding)) });
	return many((await adding).map((added) => ({ manifest, facility, ...added })));
});

export const close = acting((context, item) => {
	const facility = text(context, 'facility', item);
	const manifest = text(context, 'manifestCode', item);
	return { about: { manifest, facility }, work: (http) => end(http, manifest, facility) };
});
