import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import type { Listing } from '../../domain/listing';
import { allItems } from '../shared/allItems';
import { byStore } from '../shared/byStore';
import { jsonOf } from '../shared/parameters';
import { changing } from './calls';

/** Listings of one store go in together; each item says how its listing ended. */
export const importListings = allItems(async (context) => {
	const { ledger, marked } = await changing(context, 0);
	const listings = context.getInputData().map((_, item) => listingOf(context, item));
	const outcomes = await byStore(context, [...listings.keys()], {
		most: 1000,
		take: (store, items) =>
			ledger.importListings(
				store,
				items.flatMap((item) => listings[item] ?? []),
			),
	});
	return outcomes.map(({ item, json }) => ({ item, json: marked(json) }));
});

function listingOf(context: IExecuteFunctions, item: number): Listing {
	const { id, sku, title } = jsonOf(context, item);
	if (typeof id !== 'string' || id === '') {
		throw refused(
			`Item ${item} is no listing: "id" is missing. Name it as orders of the channel name the listing.`,
		);
	}
	return {
		id,
		sku: typeof sku === 'string' ? sku : null,
		title: typeof title === 'string' ? title : id,
	};
}
