import type { Listing } from '../domain/listing';
import { shown, skuFault } from '../domain/sku';
import { addToCatalog } from './catalog';
import { raise } from './exceptions';
import { listedSkus } from './lines';
import { storeOf } from './lookups';
import { recognise } from './settling';
import type { Store } from './storeShapes';
import type { Outcome, RecordOutcome } from './syncShapes';
import { each, type Work } from './statement';
import { takeTurn } from './turn';

/**
 * Keeps what the store offers, by the channel's id. A valid SKU enters the seller's catalog. A listing whose SKU changed
 * keeps the one it had and goes to a person, because its stock is still the old SKU's.
 */
export function* importListings(
	code: string,
	listings: readonly Listing[],
): Work<readonly RecordOutcome[]> {
	const store = yield* storeOf(code);
	yield* takeTurn([store.settings.seller]);
	const known = yield* listedSkus(
		code,
		listings.map(({ id }) => id),
	);
	const fresh: Listing[] = [];
	const outcomes: RecordOutcome[] = [];
	for (const listing of listings) {
		const fault = listing.sku === null ? 'it has no SKU' : skuFault(listing.sku);
		const sku = known.get(listing.id);
		if (sku !== undefined && sku !== listing.sku) {
			const reason = yield* skuChanged(store, listing, sku);
			outcomes.push(ended(listing, 'exception', reason));
		} else if (fault !== null) {
			outcomes.push(ended(listing, 'exception', `left out: ${fault}`));
		} else {
			if (sku === undefined) fresh.push(listing);
			outcomes.push(ended(listing, sku === undefined ? 'created' : 'unchanged', null));
		}
	}
	const skus = [...new Set(fresh.flatMap(({ sku }) => sku ?? []))].sort();
	const added = yield* addToCatalog(store.settings.seller, skus);
	yield* each(
		'INSERT INTO listings (store, listing, sku, title) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
		fresh.map(({ id, sku, title }) => [code, id, sku, title]),
	);
	yield* recognise(store.settings.seller, added);
	return outcomes;
}

function* skuChanged(store: Store, listing: Listing, was: string): Work<string> {
	const cause = `Listing ${shown(listing.title)} was SKU ${shown(was)} and is now ${listing.sku === null ? 'without a SKU' : `SKU ${shown(listing.sku)}`} on the channel.`;
	yield* raise({
		store: store.code,
		kind: 'listing_sku_changed',
		reference: listing.id,
		cause,
		advice:
			'Until this is decided the listing counts as the SKU it was, and orders for it wait on hold.',
		settingsVersion: store.version,
		payload: { listing: listing.id, was, now: listing.sku },
	});
	return cause;
}

const ended = ({ id }: Listing, outcome: Outcome, reason: string | null): RecordOutcome => ({
	id,
	outcome,
	reason,
});
