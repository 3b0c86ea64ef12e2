import type { IExecuteFunctions } from 'n8n-workflow';
import type { Ledger } from '../../ledger/ledger';
import { listingStates, type LedgerListing, type ListingFilter } from '../../ledger/listingShapes';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { flag, oneOf, text } from '../shared/parameters';
import { many } from '../shared/row';
import { changes, limit, lists, store } from './calls';
import { importListingCsv } from './importListingCsv';
import { importListings } from './importListings';

const listing = (context: IExecuteFunctions, item: number) => text(context, 'listing', item);

/** Listings of one call to the ledger. */
const chunk = 1_000;

/** Reads chunk after chunk, and no further than the limit needs. */
async function* listingsOf(ledger: Ledger, filter: ListingFilter): AsyncIterable<LedgerListing> {
	let left = filter.limit;
	for (let after: string | undefined = undefined; left > 0; ) {
		const wanted = Math.min(chunk, left);
		const found: readonly LedgerListing[] = await ledger.getListings({
			...filter,
			after,
			limit: wanted,
		});
		yield* found;
		left = found.length < wanted ? 0 : left - wanted;
		after = found.at(-1)?.listing;
	}
}

const getMany = eachItem(async function* (context, item) {
	const state = text(context, 'filters.state', item);
	const filter: ListingFilter = {
		store: store(context, item),
		state: state === '' ? undefined : oneOf(listingStates, state, 'state'),
		sku: text(context, 'filters.sku', item) || undefined,
		limit: flag(context, 'returnAll', item) ? Infinity : limit(context, item),
	};
	for await (const row of listingsOf(await ledgerOf(context), filter)) yield* many([row]);
});

const getUnmatched = lists((ledger, context, item) =>
	ledger.getUnmatched(
		store(context, item),
		flag(context, 'returnAll', item) ? Infinity : limit(context, item),
	),
);

export const listingOperations = {
	'listing:getMany': getMany,
	'listing:getUnmatched': getUnmatched,
	'listing:import': importListings,
	'listing:importCsv': importListingCsv,
	'listing:link': changes(async (ledger, ...at) => {
		const link = { listing: listing(...at), sku: text(at[0], 'sku', at[1]) };
		const [ended] = await ledger.linkListings(store(...at), [link]);
		return { store: store(...at), ...ended };
	}),
	'listing:unlink': changes(async (ledger, ...at) => {
		const [ended] = await ledger.unlinkListings(store(...at), [listing(...at)]);
		return { store: store(...at), ...ended };
	}),
};
