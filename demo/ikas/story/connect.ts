import type { OrderState } from '../../../sandbox/ikas/types';
import { drafts } from '../drafts';
import { hubs, locations, physical, products, seller } from '../goods';
import { saveSettings } from '../saveSettings';
import type { IkasScene } from '../scene';

const minutesMs = 60_000;

/** The shop has sold for a while; now its seller, hubs and stock go into the ledger and the store is connected. */
export async function connect({
	site,
	random,
	say,
	told,
}: IkasScene): Promise<readonly OrderState[]> {
	const { shop, warehouse } = site;
	await shop.locations(locations);
	await shop.seed(products);
	const now = await shop.now();
	const old = await shop.place([
		...drafts(6, random, { orderedAt: now - 24 * 60 * minutesMs }),
		...drafts(6, random, { orderedAt: now - 2 * minutesMs }),
	]);
	say('saving seller, hubs, stock and settings through the nodes');
	await warehouse.saveSeller(seller, 'Acme');
	await warehouse.saveHubs(hubs);
	await warehouse.count(physical);
	told.connectedAt = (await shop.now()) - 1000;
	const settings = { orderSync: true, withUnpaid: false, reason: 'Connected' };
	await saveSettings(site, settings);
	return old;
}
