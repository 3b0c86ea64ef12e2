import { check } from '../../story/check';
import { wholeSync } from '../../syncs';
import { deskAt } from '../desk';
import { hubs, locations, physical, products, rules, seller } from '../goods';
import { saveSettings } from '../saveSettings';
import type { BoutiqueScene } from '../scene';

/** Seller, hubs, stock and a rule set of its own go into the ledger, and the store is connected. */
export async function connect(scene: BoutiqueScene): Promise<void> {
	const { site, say, told } = scene;
	const { shop, warehouse } = site;
	await shop.locations(locations);
	await shop.seed(products);
	say('saving seller, hubs, stock, rules and settings through the nodes');
	await warehouse.saveSeller(seller, 'Juniper');
	await warehouse.saveHubs(hubs);
	await warehouse.count(physical);
	await deskAt(site).saveRules('boutique', rules);
	const since = Date.now();
	told.connectedAt = (await shop.now()) - 1000;
	await saveSettings(scene, 'Connected');
	await wholeSync(scene, 'catalog', since);
	const { listings } = scene.books();
	check(listings.length === products.length, `${products.length} listings, not ${listings.length}`);
}
