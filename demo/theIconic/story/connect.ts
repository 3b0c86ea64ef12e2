import type { IconicOrderState } from '../../../sandbox/theIconic/stateTypes';
import { check, checkEach } from '../../story/check';
import { wholeSync } from '../../syncs';
import { deskAt } from '../desk';
import { drafts } from '../drafts';
import {
	hubs,
	invalidSkus,
	atFirst,
	products,
	range,
	seller,
	twinSku,
	unmatched,
	type Unmatched,
} from '../goods';
import { partnerOf } from '../../partnerOf';
import { saveOmsSettings, saveSettings } from '../saveSettings';
import type { IconicScene } from '../scene';

const dayMs = 24 * 60 * 60_000;

/** Both shops have been there for a while; now seller, hubs and both stores go into the ledger, and catalogs and stock are read. */
export async function connect(scene: IconicScene): Promise<readonly IconicOrderState[]> {
	const { site, random, say, told } = scene;
	const { shop, warehouse } = site;
	await shop.seed(products);
	await shop.shopify.seed(range);
	const now = await shop.now();
	// They have left by now, so that they are listed, and nobody waits for them.
	const old = await shop.place(
		drafts(6, random, { status: 'shipped', placedAt: now - dayMs, updatedAt: now + 1000 }),
	);
	say('saving seller, hubs and both store pages through the nodes; reading catalogs and stock');
	await warehouse.saveSeller(seller, 'Coastal');
	await warehouse.saveHubs(hubs);
	const since = Date.now();
	await saveOmsSettings(scene, 'Shopify keeps the stock');
	told.connectedAt = (await shop.now()) - 1000;
	await saveSettings(scene, { reason: 'Connected' });
	const partner = partnerOf(scene);
	await Promise.all([wholeSync(scene, 'catalog', since), wholeSync(partner, 'catalog', since)]);
	await wholeSync(partner, 'stock');
	checkCatalog(scene);
	checkStock(scene);
	await checkUnmatched(scene);
	return old;
}

/** What has a SKU is in the catalog, the rest is listed as left out; of twins Shopify uses neither. */
function checkCatalog(scene: IconicScene): void {
	const { listings, skipped } = scene.books();
	const left = invalidSkus.length;
	check(skipped.length === left, `${left} listings left out, not ${skipped.length}`);
	const sold = products.length - left;
	check(listings.length === sold, `${sold} listings in the catalog, not ${listings.length}`);
	const refused = partnerOf(scene).books().skipped;
	check(refused.length === 2, `both variants of ${twinSku} refused, not ${refused.length}`);
}

/** The hubs have exactly what Shopify may still sell at their locations. */
function checkStock({ books }: IconicScene): void {
	const { stock } = books();
	checkEach(
		atFirst.map(({ sku, hub, units }) => ({ id: `${sku} at ${hub}`, sku, hub, units })),
		'the stock that Shopify has',
		({ sku, hub, units }) =>
			stock.some((row) => row.sku === sku && row.hub === hub && row.on_hand === units),
		({ sku, hub }) => stock.find((row) => row.sku === sku && row.hub === hub),
	);
}

/** Somebody looks at what has no counterpart, and sees what is nearly the same. */
async function checkUnmatched({ site, say }: IconicScene): Promise<void> {
	const rows = await deskAt(site).unmatched();
	const rowOf = ({ sku }: Unmatched) => rows.find((row) => row.sku === sku);
	checkEach(
		unmatched.map((one) => ({ id: one.sku, ...one })),
		'what has no variant of its very SKU to be listed, with what comes near',
		(one) => {
			const row = rowOf(one);
			return row && (one.inShopify === null || row.near.includes(one.inShopify));
		},
		rowOf,
	);
	const twin = rows.find(({ sku }) => sku === twinSku);
	check(/several|other|more than one|same/i.test(twin?.reason ?? ''), `why ${twinSku} is refused`);
	check(
		rows.every(({ sku }) => !atFirst.some((one) => one.sku === sku)),
		'no other to be listed',
	);
	say(`${rows.length} SKUs have no counterpart, such as ${rows[0]?.sku}: ${rows[0]?.near.join()}`);
}
