import type { OmsLevel } from '../domain/oms';
import type { StockCount } from './stockShapes';
import type { Store } from './storeShapes';
import { elements, rows, type Work } from './statement';

/** What a chunk of levels comes to. */
export interface Counted {
	/** Only what differs from what the ledger has. */
	readonly changed: readonly StockCount[];
	readonly unchanged: number;
	/** Of listings that the hub does not know or cannot use, and of locations that no hub stands for. */
	readonly skipped: number;
	/** Listings among them that the catalog may come to know yet. */
	readonly unknown?: readonly string[];
	/** SKUs that were shown, by hub. */
	readonly shown?: Readonly<Record<string, readonly string[]>>;
}

const largest = 2_147_483_647;

/** What the OMS can still promise, as counts of the hubs that it is the stock master of. */
export function* countsOf(
	store: Store,
	levels: readonly OmsLevel[],
	asOf: number,
): Work<Required<Counted>> {
	const hubs = yield* hubsOf(store);
	const skus = yield* skusOf(store.code, [...new Set(levels.map(({ listing }) => listing))]);
	const counts = levels.flatMap(({ listing, location, available }): readonly StockCount[] => {
		const [sku, hub] = [skus.get(listing), hubs.get(location)];
		if (sku === undefined || hub === undefined) return [];
		const onHand = Math.min(largest, Math.max(0, Math.floor(available)));
		return [{ seller: store.settings.seller, sku, hub, onHand }];
	});
	// Of a place that comes twice the last figure counts.
	const places = [...new Map(counts.map((one) => [keyOf(one), one])).values()];
	const changed = yield* differing(store.settings.seller, places, asOf);
	return {
		changed,
		unchanged: counts.length - changed.length,
		skipped: levels.length - counts.length,
		unknown: [...new Set(levels.flatMap(({ listing }) => (skus.has(listing) ? [] : [listing])))],
		shown: Object.fromEntries(
			[...Map.groupBy(places, ({ hub }) => hub)].map(([hub, of]) => [
				hub,
				of.map(({ sku }) => sku),
			]),
		),
	};
}

/** The hub of each location, where the store is its stock master by now: the run may have begun under other settings. */
function* hubsOf({ code, settings }: Store): Work<ReadonlyMap<string, string>> {
	const own = new Set(yield* ownHubs(code));
	return new Map(
		settings.hubMap.filter(({ hub }) => own.has(hub)).map(({ location, hub }) => [location, hub]),
	);
}

/** The hubs that the store is the stock master of. */
export function* ownHubs(store: string): Work<readonly string[]> {
	const found = yield* rows<{ code: string }>(
		'SELECT code FROM hubs WHERE stock_master = ? ORDER BY code',
		store,
	);
	return found.map(({ code }) => code);
}

/** SQL, of a row of `listings` of an OMS: it writes exactly the SKU, or a person linked it. */
export const isUsable = '(by_hand = 1 OR channel_sku = sku)';

/** Which SKU each listing is exactly, where no other one of the store is the same: nobody knows then whose figure counts. */
export function* skusOf(
	store: string,
	listings: readonly string[],
): Work<ReadonlyMap<string, string>> {
	const found = yield* rows<{ listing: string; sku: string }>(
		`SELECT listing, sku FROM listings WHERE store = ? AND listing IN {elements} AND ${isUsable}`,
		store,
		elements(listings),
	);
	const shared = yield* rows<{ sku: string }>(
		`SELECT sku FROM listings WHERE store = ? AND sku IN {elements} AND ${isUsable} GROUP BY sku HAVING COUNT(*) > 1`,
		store,
		elements([...new Set(found.map(({ sku }) => sku))]),
	);
	const isShared = new Set(shared.map(({ sku }) => sku));
	return new Map(
		found.flatMap(({ listing, sku }) => (isShared.has(sku) ? [] : [[listing, sku] as const])),
	);
}

interface Stand {
	readonly sku: string;
	readonly hub: string;
	readonly on_hand: number;
	readonly counted_at: number | null;
	/** What has moved since the OMS was asked. */
	readonly moved: number;
}

/** The counts that make a difference to what the ledger has, or are the first of their place. */
export function* differing(
	seller: string,
	counts: readonly StockCount[],
	asOf: number,
): Work<readonly StockCount[]> {
	const found = yield* rows<Stand>(
		`SELECT s.sku, s.hub, s.on_hand, s.counted_at, COALESCE((SELECT SUM(m.change) FROM movements m
			WHERE m.seller = s.seller AND m.sku = s.sku AND m.hub = s.hub AND m.at > ?), 0) AS moved
		FROM stock s WHERE s.seller = ? AND s.sku IN {elements}`,
		asOf,
		seller,
		elements([...new Set(counts.map(({ sku }) => sku))]),
	);
	const stands = new Map(found.map((row) => [keyOf(row), row]));
	return counts.filter((one) => isNews(one.onHand, stands.get(keyOf(one)), asOf));
}

const isNews = (onHand: number, stand: Stand | undefined, asOf: number): boolean =>
	stand?.counted_at == null || (stand.counted_at <= asOf && stand.on_hand !== onHand + stand.moved);

const keyOf = ({ sku, hub }: Pick<StockCount, 'sku' | 'hub'>) => `${hub} ${sku}`;
