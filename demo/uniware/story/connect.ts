import { check, checkEach } from '../../story/check';
import { partnerOf } from '../../partnerOf';
import { wholeSync } from '../../syncs';
import { hubs, item, known, locations, products, seller, unitsOf } from '../goods';
import { saveOmsSettings, saveSettings } from '../saveSettings';
import type { UniwareScene } from '../scene';

/** Shop and Uniware have been there for a while; now seller, hubs and both stores go into the ledger, and catalogs and stock are read. */
export async function connect(scene: UniwareScene): Promise<void> {
	const { site, say, told } = scene;
	const { shop, warehouse } = site;
	await shop.locations(locations);
	await shop.seed(products);
	await shop.oms.seed(known.map(item));
	say('saving seller, hubs and both store pages through the nodes; reading catalogs and stock');
	await warehouse.saveSeller(seller, 'Deccan');
	await warehouse.saveHubs(hubs);
	await saveOmsSettings(scene, 'Uniware keeps the stock');
	told.connectedAt = (await shop.now()) - 1000;
	await saveSettings(scene, 'Connected');
	const partner = partnerOf(scene);
	await Promise.all([wholeSync(scene, 'catalog'), wholeSync(partner, 'catalog')]);
	await wholeSync(partner, 'stock');
	checkCatalogs(scene);
	checkStock(scene);
}

function checkCatalogs(scene: UniwareScene): void {
	const [sold, stocked] = [scene, partnerOf(scene)].map(({ books }) => books().listings.length);
	check(sold === products.length, `${products.length} listings of the shop, not ${sold}`);
	check(stocked === known.length, `${known.length} SKUs of Uniware, not ${stocked}`);
}

/** The hubs have exactly what Uniware may still promise in their facilities. */
function checkStock({ books }: UniwareScene): void {
	const { stock } = books();
	const rowOf = (sku: string, hub: string) =>
		stock.find((row) => row.sku === sku && row.hub === hub);
	checkEach(
		known.flatMap((sku) =>
			hubs.map(({ code }, at) => ({ id: `${sku} at ${code}`, sku, hub: code, at })),
		),
		'the stock that Uniware has',
		({ sku, hub, at }) => rowOf(sku, hub)?.on_hand === unitsOf(sku)[at],
		({ sku, hub }) => rowOf(sku, hub),
	);
}
