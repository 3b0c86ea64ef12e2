import type { Scene } from '../../demo/scene';
import type { Site } from '../../demo/site';
import { askForSync, isUnderWay, syncs, type Kind } from '../../demo/syncs';
import { until } from '../../demo/until';
import { waiting } from '../../demo/updates';

/** Each side's own kinds of sync that orders, their parcels and stock go through. */
const kinds: readonly Kind[] = ['orders', 'inventory', 'fulfilments', 'stock'];

/** All that is due begins now, and not at the next full minute; answers once something is under way that a kill can cut off. */
export async function begun(scenes: readonly Scene[]): Promise<void> {
	const sites = scenes.flatMap(({ site }) => [site, ...(site.partner ? [site.partner] : [])]);
	const acts = sites.map(beginning);
	await until(
		'something to be under way',
		async () => {
			for (const act of acts) await act();
			return sites.some(isAtWork);
		},
		// What a kill has cut off holds its lease for a minute.
		{ seconds: 180, everyMs: 100 },
	);
}

const kindsOf = (site: Site) => kinds.filter((kind) => syncs(site, kind).length > 0);

function beginning(site: Site): () => Promise<void> {
	const asked = kindsOf(site).map((kind) => askForSync(site, kind));
	return async () => {
		for (const ask of asked) await ask();
		if (waiting(site).due > 0) await site.start(site.telling);
	};
}

const isAtWork = (site: Site): boolean =>
	waiting(site).underWay > 0 || kindsOf(site).some((kind) => isUnderWay(site, kind));
