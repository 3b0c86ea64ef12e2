import type { IExecuteFunctions } from 'n8n-workflow';
import {
	addPackages as add,
	close as end,
	dispatchTogether,
	newManifest,
} from '../../channels/uniware/manifests';
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

function packagesNamed(context: IExecuteFunctions, item: number): readonly string[] {
	const packages = listed(text(context, 'packageCodes', item));
	if (packages.length === 0) throw refused('packageCodes: none was named. Name at least one.');
	return packages;
}

/** One item for each package. */
export const createAndClose = eachItem(async (context, item) => {
	const facility = text(context, 'facility', item);
	const wanted = {
		facility,
		packages: packagesNamed(context, item),
		provider: text(context, 'courier', item),
	};
	if (wanted.provider === '')
		throw refused('courier: it is empty. Name the courier of all packages.');
	const isTried = isDryRun(context, item);
	const working = inQuota(context, access, (http) => dispatchTogether(http, wanted), {
		isDryRun: isTried,
	});
	if (isTried) return one({ facility, ...(await rehearsed(working)) });
	return many((await working).map((end) => ({ facility, ...end })));
});

/** One item for each package. */
export const addPackages = eachItem(async (context, item) => {
	const facility = text(context, 'facility', item);
	const manifest = text(context, 'manifestCode', item);
	const packages = packagesNamed(context, item);
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
