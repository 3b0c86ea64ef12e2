import type { Scene } from '../../demo/scene';
import type { Site } from '../../demo/site';
import { askForSync, syncs, type Kind } from '../../demo/syncs';
import { waiting } from '../../demo/updates';

/** Each side's own kinds of sync that orders, their parcels and stock go through. */
const kinds: readonly Kind[] = ['orders', 'inventory', 'fulfilments', 'stock'];

/** All that is due begins now, for a kill to meet it, and not at the next full minute. */
export async function begin({ site }: Scene): Promise<void> {
	for (const one of [site, ...(site.partner ? [site.partner] : [])]) await beginAt(one);
}

async function beginAt(site: Site): Promise<void> {
	for (const kind of kinds) if (syncs(site, kind).length > 0) await askForSync(site, kind)();
	if (waiting(site).due > 0) await site.start(site.telling);
}
