import { instant } from '../domain/instant';
import type { Money } from '../domain/money';
import { priceFault, type Price } from '../domain/price';
import { shown } from '../domain/sku';
import { listedSkus } from './lines';
import { storeOf } from './lookups';
import type { LedgerPrice, PriceFilter, PriceSet, PriceState } from './priceShapes';
import { each, elements, rows, type Work } from './statement';

/**
 * Keeps the newest wanted price of each listing. One that is in a feed keeps its place there, and goes out once more after it
 * when it has changed by then. A price that the channel has is not sent again, unless `isAgain`.
 */
export function* setPrices(
	store: string,
	prices: readonly Price[],
	isAgain = false,
): Work<readonly PriceSet[]> {
	yield* storeOf(store);
	const listings = [...new Set(prices.map(({ listing }) => listing))].sort();
	const listed = yield* listedSkus(store, listings);
	const last = new Map(prices.map((price) => [price.listing, price]));
	const had = isAgain ? new Map<string, Money>() : yield* pricesOnChannel(store, listings);
	const sets = prices.map((price): PriceSet => {
		const { listing } = price;
		const fault = listed.has(listing) ? priceFault(price.price) : unknownListing(listing);
		if (fault !== null) return { listing, outcome: 'refused', reason: fault };
		if (last.get(listing) !== price) return { listing, outcome: 'unchanged', reason: comesAgain };
		if (isSame(had.get(listing), price.price))
			return { listing, outcome: 'unchanged', reason: null };
		return { listing, outcome: 'set', reason: null };
	});
	const wanted = new Map(
		prices.filter((_, at) => sets[at]?.outcome === 'set').map((price) => [price.listing, price]),
	);
	yield* keep(
		store,
		listings.flatMap((listing) => wanted.get(listing) ?? []),
	);
	return sets;
}

const comesAgain = 'it comes once more, and the last one counts';

const unknownListing = (listing: string) =>
	`the catalog of the store has no listing ${shown(listing)}; upload it there first`;

const isSame = (one: Money | undefined, other: Money) =>
	one?.minor === other.minor && one.currency === other.currency;

/** What the channel took last, where nothing else is wanted since. */
function* pricesOnChannel(
	store: string,
	listings: readonly string[],
): Work<ReadonlyMap<string, Money>> {
	const found = yield* rows<{ listing: string } & Money>(
		"SELECT listing, minor, currency FROM prices WHERE store = ? AND state = 'done' AND listing IN {elements}",
		store,
		elements(listings),
	);
	return new Map(found.map(({ listing, minor, currency }) => [listing, { minor, currency }]));
}

/** In the order of the listings, so that two uploads never wait for each other in a circle. */
const keep = (store: string, prices: readonly Price[]) =>
	each(
		`INSERT INTO prices (store, listing, minor, currency, state, set_at) VALUES (?, ?, ?, ?, 'pending', {now})
		ON CONFLICT (store, listing) DO UPDATE SET minor = excluded.minor, currency = excluded.currency,
			state = CASE WHEN prices.state = 'sent' THEN 'sent' ELSE 'pending' END,
			feed = CASE WHEN prices.state = 'sent' THEN prices.feed END,
			reason = NULL, set_at = excluded.set_at, ended_at = NULL`,
		prices.map(({ listing, price }) => [store, listing, price.minor, price.currency]),
	);

interface PriceRow extends Money {
	readonly listing: string;
	readonly state: PriceState;
	readonly reason: string | null;
	readonly feed: number | null;
	readonly set_at: number;
	readonly ended_at: number | null;
}

/** In the order of the listings. */
export function* getPrices({
	store,
	state,
	after,
	limit,
}: PriceFilter): Work<readonly LedgerPrice[]> {
	yield* storeOf(store);
	const found = yield* rows<PriceRow>(
		`SELECT listing, minor, currency, state, reason, feed, set_at, ended_at FROM prices
		WHERE store = ? AND state = COALESCE(CAST(? AS TEXT), state) AND listing > ? ORDER BY listing LIMIT ?`,
		store,
		state ?? null,
		after ?? '',
		limit,
	);
	return found.map(({ listing, minor, currency, set_at, ended_at, ...row }) => ({
		store,
		listing,
		price: { minor, currency },
		...row,
		setAt: instant(set_at),
		endedAt: ended_at === null ? null : instant(ended_at),
	}));
}
