import { partnerOf } from '../../partnerOf';
import { check, checkEach } from '../../story/check';
import { wholeSync } from '../../syncs';
import type { Goods } from '../goods';
import { saveOmsSettings, saveSettings } from '../saveSettings';
import type { OutletScene } from '../scene';

/** Shop and OMS have been there for a while; now seller, hubs and both stores go into the ledger, and catalogs and stock are read. */
export async function connect(scene: OutletScene, goods: Goods): Promise<void> {
	const { site, say, told } = scene;
	const { shop, warehouse } = site;
	const partner = partnerOf(scene);
	await shop.locations(goods.locations);
	await shop.seed(goods.products);
	say('saving seller, hubs and both store pages through the nodes; reading catalogs and stock');
	await warehouse.saveSeller(goods.seller, goods.sellerName);
	await warehouse.saveHubs(goods.hubs);
	const since = Date.now();
	await saveOmsSettings(scene, goods, 'The OMS keeps the stock');
	told.connectedAt = (await shop.now()) - 1000;
	await saveSettings(scene, goods, 'Connected');
	await Promise.all([wholeSync(scene, 'catalog', since), wholeSync(partner, 'catalog', since)]);
	await wholeSync(partner, 'stock');
	checkCatalogs(scene, goods);
	checkStock(scene, goods);
}

function checkCatalogs(scene: OutletScene, { products, known }: Goods): void {
	const [sold, stocked] = [scene, partnerOf(scene)].map(({ books }) => books().listings.length);
	check(sold === products.length, `${products.length} listings of the shop, not ${sold}`);
	check(stocked === known.length, `${known.length} SKUs of the OMS, not ${stocked}`);
}

/** The hubs have exactly what the OMS may still promise at its places. */
function checkStock({ books }: OutletScene, { known, hubs, unitsOf }: Goods): void {
	const { stock } = books();
	const rowOf = (sku: string, hub: string) =>
		stock.find((row) => row.sku === sku && row.hub === hub);
	checkEach(
		known.flatMap((sku) =>
			hubs.map(({ code }, at) => ({ id: `${sku} at ${code}`, sku, hub: code, at })),
		),
		'the stock that the OMS has',
		({ sku, hub, at }) => rowOf(sku, hub)?.on_hand === unitsOf(sku)[at],
		({ sku, hub }) => rowOf(sku, hub),
	);
}
