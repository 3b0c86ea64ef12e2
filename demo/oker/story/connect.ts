import type { OkerOrderState } from '../../../sandbox/oker/stateTypes';
import { check } from '../../story/check';
import { wholeSync } from '../../syncs';
import { drafts } from '../drafts';
import {
	hubs,
	invalidSkus,
	otherCaseSku,
	physical,
	products,
	seller,
	unknownWarehouse,
	warehouseLocation,
} from '../goods';
import { refusedSettings, saveSettings } from '../saveSettings';
import type { OkerScene } from '../scene';

const dayMs = 24 * 60 * 60_000;

/** The shop has sold for a while; now its seller, hubs and stock go into the ledger, the store is connected and its catalog read. */
export async function connect(scene: OkerScene): Promise<readonly OkerOrderState[]> {
	const { site, random, say, told } = scene;
	const { shop, warehouse } = site;
	await shop.seed(products);
	const now = await shop.now();
	// Something has happened to them since, so that they are listed.
	const old = await shop.place(drafts(6, random, { placedAt: now - dayMs, updatedAt: now + 1000 }));
	say('saving seller, hubs and stock through the nodes');
	await warehouse.saveSeller(seller, 'Bazaar');
	await warehouse.saveHubs(hubs);
	await warehouse.count(physical);
	await wrongMaps(scene);
	say('Warehouse Location is right at last; reading the catalog');
	const since = Date.now();
	told.connectedAt = (await shop.now()) - 1000;
	await saveSettings(site, { reason: 'Connected' });
	await wholeSync(scene, 'catalog', since);
	checkCatalog(scene);
	return old;
}

/** What is wrong with a map is said, and nothing of it saved. */
async function wrongMaps({ site, say }: OkerScene): Promise<void> {
	const [noida = '', pune = ''] = hubs.map(({ code }) => code);
	const wrong = [
		{
			hubMapText: `{"OKR-W1":"${noida}","OKR-W2":"${pune}","OKR-W1":"${pune}"}`,
			why: /"OKR-W1\\?" stands twice.*line 1, column/,
		},
		{ hubMapText: `["${noida}"]`, why: /not an object/ },
		{ hubMapText: `{"${unknownWarehouse}":"${noida}"}`, why: /Oker has no warehouse/ },
		{
			hubMapText: `{"OKR-W1":"${noida}","OKR-W2":"${noida}"}`,
			inventoryHubs: [noida],
			why: /would be offered more than once/,
		},
		{ inventoryHubs: [noida, pune], why: /lacks .*kochi/ },
		{
			hubMapText: warehouseLocation(2),
			why: /has .*kochi.* besides/,
		},
	];
	for (const { why, ...settings } of wrong) {
		const refusal = await refusedSettings(site, {
			inventorySync: true,
			...settings,
			reason: 'A wrong map',
		});
		check(why.test(refusal), `a refusal that says ${why}, not ${refusal || 'none'}`);
	}
	say(`${wrong.length} wrong maps are refused, each with what is wrong`);
}

/** What is a SKU is in the catalog, letter by letter, and the rest is listed as left out. */
function checkCatalog({ books }: OkerScene): void {
	const { listings, skipped } = books();
	const left = invalidSkus.length;
	check(skipped.length === left, `${left} listings left out, not ${skipped.length}`);
	const sold = products.length - left;
	check(listings.length === sold, `${sold} listings in the catalog, not ${listings.length}`);
	const known = new Set(listings.map(({ sku }) => sku));
	check(known.has(otherCaseSku), `${otherCaseSku} to be a SKU of its own`);
}
