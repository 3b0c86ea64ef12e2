import type { AmazonShipmentState } from '../../../sandbox/amazonSellerFlex/types';
import { check } from '../../story/check';
import { deskAt } from '../desk';
import { drafts } from '../drafts';
import {
	catalogCsv,
	hubs,
	locations,
	physical,
	products,
	refusedInCatalog,
	seller,
	withoutAsin,
} from '../goods';
import { saveSettings } from '../saveSettings';
import type { AmazonScene } from '../scene';

const dayMs = 24 * 60 * 60_000;

/** Amazon has given orders to the hubs for a while; now seller, hubs, stock and catalog go in and the store is connected. */
export async function connect({
	site,
	random,
	say,
	told,
	books,
}: AmazonScene): Promise<readonly AmazonShipmentState[]> {
	const { shop, warehouse } = site;
	await shop.locations(locations.map((id) => ({ id })));
	await shop.seed(products);
	const now = await shop.now();
	const old = await shop.place(drafts(6, random, { placedAt: now - dayMs }));
	say('saving seller, hubs, stock and settings through the nodes; uploading the catalog');
	await warehouse.saveSeller(seller, 'Bazaar');
	await warehouse.saveHubs(hubs);
	await warehouse.count(physical);
	told.connectedAt = (await shop.now()) - 1000;
	await saveSettings(site, { reason: 'Connected' });
	const refused = await deskAt(site).uploadCatalog(catalogCsv());
	told.csvRowsRefused += refused;
	check(refused === refusedInCatalog, `${refusedInCatalog} lines to be refused, not ${refused}`);
	const { skipped } = books();
	check(
		skipped.length >= withoutAsin.length,
		`what has no ASIN to be listed as skipped, not ${skipped.length}`,
	);
	return old;
}
