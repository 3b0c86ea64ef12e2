import type { Scene } from '../../demo/scene';
import { partnerOf } from '../../demo/partnerOf';
import { look, syncs, wholeSync, type Kind } from '../../demo/syncs';
import { until } from '../../demo/until';
import { allTold } from '../../demo/updates';
import { atRest } from '../../demo/atRest';

/** Nobody orders any more: all that is still on its way goes where it belongs, by the shipped workflows alone. */
export async function settle(scene: Scene): Promise<void> {
	// The shops offer what they offered from the first day on: a catalog that came in once is whole.
	await whole(scene, 'catalog', 0);
	await whole(scene, 'orders');
	await routed(scene);
	if (scene.site.partner) await withPartner(scene);
	await allTold(scene);
	// What the channels made of what they were told.
	await whole(scene, 'orders');
	await whole(scene, 'inventory');
	await atRest(scene);
}

/** What is still to be handed over or told of them is known by then. */
const routed = ({ site: { ledger, store } }: Scene): Promise<unknown> => {
	const left = () =>
		look(ledger, "SELECT id FROM orders WHERE store = ? AND status = 'created' LIMIT 5", store);
	return until(`the orders of ${store} to be routed`, async () => left().length === 0, {
		seconds: 900,
		seen: async () => left(),
	});
};

async function withPartner(scene: Scene): Promise<void> {
	const partner = partnerOf(scene);
	await allTold(partner);
	await whole(partner, 'fulfilments');
	await whole(partner, 'stock');
}

/** Not every channel has a catalog to sync; all else there is, also where it was killed before its first time. */
async function whole(scene: Scene, kind: Kind, since?: number): Promise<void> {
	const has = kind !== 'catalog' || syncs(scene.site, kind).length > 0;
	if (has) await wholeSync(scene, kind, since);
}
