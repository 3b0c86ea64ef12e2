import type { BabyshopOrderState } from '../../../sandbox/babyshop/stateTypes';
import { check } from '../../story/check';
import { wholeSync } from '../../syncs';
import { drafts } from '../drafts';
import { hubs, lateSkus, leftOut, physical, products, seller } from '../goods';
import { saveSettings } from '../saveSettings';
import type { BabyshopScene } from '../scene';

const dayMs = 24 * 60 * 60_000;

/** The shop has sold for a while; now its seller, hubs and stock go into the ledger, the store is connected and its catalog read. */
export async function connect(scene: BabyshopScene): Promise<readonly BabyshopOrderState[]> {
	const { site, random, say, told } = scene;
	const { shop, warehouse } = site;
	await shop.seed(products);
	const now = await shop.now();
	// Something has happened to them since, so that they are listed.
	const old = await shop.place(drafts(6, random, { placedAt: now - dayMs, updatedAt: now + 1000 }));
	say('saving seller, hubs, stock and settings through the nodes; reading the catalog');
	await warehouse.saveSeller(seller, 'Nursery');
	await warehouse.saveHubs(hubs);
	await warehouse.count(physical);
	const since = Date.now();
	told.connectedAt = (await shop.now()) - 1000;
	const warnings = await saveSettings(site, { withPending: false, reason: 'Connected' });
	check(
		warnings.some((warning) => /no call for Delivered/i.test(warning)),
		`a warning that the channel takes no Delivered, not ${JSON.stringify(warnings)}`,
	);
	await wholeSync(scene, 'catalog', since);
	checkCatalog(scene);
	return old;
}

/** What has a code of the seller's is in the catalog, the rest is listed as left out. */
function checkCatalog({ books }: BabyshopScene): void {
	const { listings, skipped } = books();
	// One of those is linked by hand later on.
	const left = leftOut.length + 1;
	check(skipped.length === left, `${left} listings left out, not ${skipped.length}`);
	const sold = products.length - left;
	check(listings.length === sold, `${sold} listings in the catalog, not ${listings.length}`);
	const known = new Set(listings.map(({ sku }) => sku));
	check(!lateSkus.some((sku) => known.has(sku)), 'nothing that is not on sale yet');
}
