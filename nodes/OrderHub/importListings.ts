import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import type { Listing } from '../../domain/listing';
import { allItems } from '../shared/allItems';
import { byStore } from '../shared/byStore';
import { changingAll } from '../shared/changing';
import { ledgerOf } from '../shared/ledgerOf';
import { jsonOf } from '../shared/parameters';
import { catalogOf, isCatalog } from '../shared/runItems';
import { noDryRun } from './importOrders';

/** A page goes in with its cursor; listing items of one store go in together, without one. */
export const importListings = allItems(async (context) => {
	const { ledger: changed, marked, isTried } = await changingAll(context);
	const ledger = await ledgerOf(context);
	const items = [...context.getInputData().keys()];
	const pages = items.filter((item) => isCatalog(jsonOf(context, item)));
	if (pages.length > 0 && isTried) throw noDryRun();
	const rows = [];
	for (const item of pages)
		rows.push({ item, json: await ledger.importCatalog(catalogOf(context, item)) });
	const single = items.filter((item) => !pages.includes(item));
	const listings = new Map(single.map((item) => [item, listingOf(context, item)]));
	const outcomes = await byStore(context, single, {
		most: 1000,
		take: (store, members) =>
			changed.importListings(
				store,
				members.flatMap((item) => listings.get(item) ?? []),
			),
	});
	return [...rows, ...outcomes.map(({ item, json }) => ({ item, json: marked(json) }))];
});

function listingOf(context: IExecuteFunctions, item: number): Listing {
	const { id, sku, title, unusable } = jsonOf(context, item);
	if (typeof id !== 'string' || id === '') {
		throw refused(
			`Item ${item} is no listing: "id" is missing. Name it as orders of the channel name the listing.`,
		);
	}
	return {
		id,
		sku: typeof sku === 'string' ? sku : null,
		title: typeof title === 'string' ? title : id,
		...(typeof unusable === 'string' && { unusable }),
	};
}
