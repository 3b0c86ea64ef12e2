import { longHours } from '../domain/safetyStock';
import { instant } from '../domain/instant';
import { keepsStock } from '../domain/integrationType';
import { wanted } from './demand';
import { clock } from './glance';
import { activeStores } from './lookups';
import type { Store } from './storeShapes';
import { elements, first, rows, run, type Work } from './statement';
import { takeTurn } from './turn';

/** Orders that one transaction counts. */
const ordersAtOnce = 1_000;

export const hourMs = 3_600_000;

/** As `sales` keeps hours: the beginning of an instant. */
export const hourOf = (ms: number): string => instant(ms).slice(0, 13);

/** The seller's stores whose orders take from its stock. */
export function* sellingStores(seller: string): Work<readonly Store[]> {
	return (yield* activeStores(seller)).filter(
		({ settings }) => keepsStock(settings) && !settings.stockMaster,
	);
}

/**
 * Counts the next of the seller's orders by SKU and the hour in which they were placed; answers whether there may be more. Each
 * order is counted once, as it is then: what is cancelled later was sold all the same.
 */
export function* countSales(seller: string): Work<boolean> {
	// No order that is just coming in gets a number below those that are counted.
	yield* takeTurn([seller]);
	const since = (yield* clock()) - longHours * hourMs;
	const after = yield* countedUpTo(seller, since);
	const orders = yield* rows<{ id: number }>(
		'SELECT id FROM orders WHERE id > ? ORDER BY id LIMIT ?',
		after,
		ordersAtOnce,
	);
	const last = orders.at(-1)?.id ?? after;
	yield* addSales({ seller, after, last, since });
	yield* run(
		`INSERT INTO sales_counted (seller, order_id) VALUES (?, ?)
		ON CONFLICT (seller) DO UPDATE SET order_id = excluded.order_id`,
		seller,
		last,
	);
	return orders.length === ordersAtOnce;
}

function* addSales(of: { seller: string; after: number; last: number; since: number }): Work<void> {
	const stores = yield* sellingStores(of.seller);
	yield* run(
		`INSERT INTO sales (seller, sku, hour, units)
		SELECT seller, sku, hour, SUM(units) FROM (
			SELECT o.seller, ${wanted} AS sku, SUBSTR(o.placed_at, 1, 13) AS hour, l.ordered AS units
			FROM orders o JOIN order_lines l ON l.order_id = o.id
			LEFT JOIN listings g ON g.store = o.store AND g.listing = l.listing
			WHERE o.id > ? AND o.id <= ? AND o.seller = ? AND o.store IN {elements} AND o.placed_at >= ?) s
		WHERE sku <> '' GROUP BY seller, sku, hour
		ON CONFLICT (seller, sku, hour) DO UPDATE SET units = sales.units + excluded.units`,
		of.after,
		of.last,
		of.seller,
		elements(stores.map(({ code }) => code)),
		instant(of.since),
	);
}

/** Orders that came in too long ago for any sale of theirs to matter count as counted. */
function* countedUpTo(seller: string, since: number): Work<number> {
	const counted = yield* first<{ order_id: number }>(
		'SELECT order_id FROM sales_counted WHERE seller = ?',
		seller,
	);
	const newest = yield* first<{ id: number | null }>('SELECT MAX(id) AS id FROM orders');
	let old = counted?.order_id ?? 0;
	for (let recent = newest?.id ?? 0; old < recent; ) {
		const middle = Math.floor((old + recent) / 2);
		const next = yield* first<{ id: number; created_at: number }>(
			'SELECT id, created_at FROM orders WHERE id > ? ORDER BY id LIMIT 1',
			middle,
		);
		if (next === undefined || next.created_at >= since) recent = middle;
		else old = next.id;
	}
	return old;
}
