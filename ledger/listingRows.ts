import { shown } from '../domain/sku';
import type { LedgerListing, ListingCounts, ListingFilter, ListingState } from './listingShapes';
import { storeOf } from './lookups';
import { elements, first, rows, type Value, type Work } from './statement';

export interface KnownListing {
	readonly listing: string;
	/** What it counts as. */
	readonly sku: string;
	readonly channelSku: string | null;
	readonly title: string;
	readonly byHand: boolean;
	readonly product: string | null;
}

interface ListingRow {
	readonly listing: string;
	readonly title: string;
	readonly sku: string;
	readonly channel_sku: string | null;
	readonly by_hand: number;
	readonly product: string | null;
}

/** Those of the listings that count as a SKU, by the channel's id. */
export function* knownListings(
	store: string,
	listings: readonly string[],
): Work<ReadonlyMap<string, KnownListing>> {
	const found = yield* rows<ListingRow>(
		'SELECT listing, title, sku, channel_sku, by_hand, product FROM listings WHERE store = ? AND listing IN {elements}',
		store,
		elements(listings),
	);
	return new Map(
		found.map(({ channel_sku, by_hand, ...row }) => [
			row.listing,
			{ ...row, channelSku: channel_sku, byHand: by_hand === 1 },
		]),
	);
}

/** What the channel last wrote on listings that are left out. */
export function* skippedListings(
	store: string,
	listings: readonly string[],
): Work<ReadonlyMap<string, { readonly title: string; readonly sku: string | null }>> {
	const found = yield* rows<{ listing: string; title: string; sku: string | null }>(
		'SELECT listing, title, sku FROM skipped_listings WHERE store = ? AND listing IN {elements}',
		store,
		elements(listings),
	);
	return new Map(found.map((row) => [row.listing, row]));
}

/** SQL, of a row of `listings`: the channel writes another SKU than the listing counts as, and nobody has decided. */
const isChanged = '(by_hand = 0 AND (channel_sku IS NULL OR channel_sku <> sku))';

const linked = `SELECT listing, title, sku, channel_sku, by_hand, product, CAST(NULL AS TEXT) AS reason,
		CASE WHEN ${isChanged} THEN 'changed' ELSE 'linked' END AS state FROM listings WHERE store = ?`;

const skipped = `SELECT listing, title, CAST(NULL AS TEXT) AS sku, sku AS channel_sku, 0 AS by_hand, CAST(NULL AS TEXT) AS product,
		reason, 'skipped' AS state FROM skipped_listings WHERE store = ?`;

type FoundRow = Omit<ListingRow, 'sku'> & {
	readonly sku: string | null;
	readonly state: ListingState;
	readonly reason: string | null;
};

/** In the order of the channel's ids. */
export function* getListings(filter: ListingFilter): Work<readonly LedgerListing[]> {
	yield* storeOf(filter.store);
	const { sql, values } = conditionsOf(filter);
	// Each side gives its first ones alone: together they would be put in order as a whole.
	const firstOf = (
		side: string,
	) => `SELECT * FROM (SELECT listing, title, sku, channel_sku, by_hand, product, state, reason
		FROM (${side}) l WHERE ${sql} ORDER BY listing LIMIT ?) s`;
	const given = [filter.store, ...values, filter.limit];
	const found = yield* rows<FoundRow>(
		`${firstOf(linked)} UNION ALL ${firstOf(skipped)} ORDER BY listing LIMIT ?`,
		...given,
		...given,
		filter.limit,
	);
	return found.map(({ channel_sku, by_hand, reason, ...row }) => ({
		store: filter.store,
		...row,
		channelSku: channel_sku,
		byHand: by_hand === 1,
		reason: row.state === 'changed' ? whyChanged(channel_sku) : reason,
	}));
}

const whyChanged = (sku: string | null) =>
	sku === null ? 'the channel writes no SKU any more' : `the channel writes SKU ${shown(sku)} now`;

function conditionsOf({ state, sku, search, after }: ListingFilter) {
	const conditions: readonly (readonly [sql: string, ...values: Value[]])[] = [
		...(state === undefined ? [] : [['state = ?', state] as const]),
		...(sku === undefined ? [] : [['(sku = ? OR channel_sku = ?)', sku, sku] as const]),
		...(search === undefined ? [] : [[contains, `%${escaped(search)}%`] as const]),
		...(after === undefined ? [] : [['listing > ?', after] as const]),
	];
	return {
		sql: conditions.map(([condition]) => condition).join(' AND ') || '1 = 1',
		values: conditions.flatMap(([, ...values]) => values),
	};
}

const contains = `LOWER(title || ' ' || COALESCE(sku, '') || ' ' || COALESCE(channel_sku, '') || ' ' || COALESCE(product, '')
	|| ' ' || listing) LIKE LOWER(?) ESCAPE '!'`;

const escaped = (text: string) => text.replaceAll(/[!%_]/g, '!$&');

export function* listingCounts(store: string): Work<ListingCounts> {
	const counted = yield* first<{ listings: number; changed: number; skipped: number }>(
		`SELECT (SELECT COUNT(*) FROM listings WHERE store = ?) AS listings,
			(SELECT COUNT(*) FROM listings WHERE store = ? AND ${isChanged}) AS changed,
			(SELECT COUNT(*) FROM skipped_listings WHERE store = ?) AS skipped`,
		store,
		store,
		store,
	);
	const { listings = 0, changed = 0, skipped = 0 } = counted ?? {};
	return { linked: listings - changed, changed, skipped };
}
