import { giveWay } from './givingWay';
import { waitingColumns, routeOrders } from './routing';
import type { WaitingOrder } from './deciding';
import { isOpen } from './lines';
import { storeOf } from './lookups';
import { freeStock } from './reserving';
import { elements, rows, run, type Work } from './statement';

/** Held orders that one transaction routes at most; more than that wait in `created`, first in line. */
const most = 100;

/**
 * After stock has changed, by whatever fact: where more is reserved than is there the youngest orders give way, and what is
 * free goes to the orders that were held for it, oldest first. Belongs into the transaction of the change (G6).
 */
export function* settle(seller: string, skus: readonly string[]): Work<void> {
	if (skus.length === 0) return;
	const asked = [...new Set(skus)];
	const freed = yield* giveWay(seller, asked);
	const touched = [...new Set([...asked, ...freed])];
	const arrived = (yield* freeStock(seller, touched)).filter(({ free }) => free > 0);
	if (arrived.length === 0) return;
	const held = yield* heldFor(
		seller,
		arrived.map(({ sku }) => sku),
	);
	const first = held.slice(0, most);
	// Orders of several stores may wait for the same goods: the oldest is asked first, whoever sold it.
	for (const [store, orders] of runsOf(first)) {
		yield* routeOrders(yield* storeOf(store), orders);
	}
	yield* wait(held.slice(most).map(({ id }) => id));
}

type HeldOrder = WaitingOrder & { readonly store: string };

const heldFor = (seller: string, skus: readonly string[]): Work<readonly HeldOrder[]> =>
	rows<HeldOrder>(
		`SELECT store, ${waitingColumns} FROM orders
		WHERE seller = ? AND status = 'on_hold' AND hold_reason IN ('inventory_not_present', 'sku_not_valid')
			AND id IN (SELECT order_id FROM order_lines WHERE sku IN {elements} AND ${isOpen} UNION ALL ${linesListedAs})
		ORDER BY placed_at, id {forUpdate}`,
		seller,
		elements([...new Set(skus)]),
		seller,
		elements([...new Set(skus)]),
	);

/** Lines that name a SKU by their listing only. */
const linesListedAs = `SELECT l.order_id FROM stores s JOIN listings g ON g.store = s.code
	JOIN order_lines l ON l.listing = g.listing AND (l.sku IS NULL OR l.sku <> g.sku)
	WHERE s.seller = ? AND g.sku IN {elements} AND ${isOpen}`;

function* runsOf(orders: readonly HeldOrder[]): Iterable<readonly [string, readonly HeldOrder[]]> {
	let together: HeldOrder[] = [];
	for (const order of orders) {
		const store = together[0]?.store;
		if (store !== undefined && store !== order.store) {
			yield [store, together];
			together = [];
		}
		together.push(order);
	}
	if (together[0] !== undefined) yield [together[0].store, together];
}

function* wait(orders: readonly number[]): Work<void> {
	if (orders.length === 0) return;
	yield* run("UPDATE orders SET status = 'created' WHERE id IN {ids}", elements(orders));
}

/** SKUs that the catalog did not have: orders that were held for that wait in `created` again. */
export function* recognise(seller: string, skus: readonly string[]): Work<void> {
	yield* run(
		`UPDATE orders SET status = 'created' WHERE seller = ? AND status = 'on_hold' AND hold_reason = 'sku_not_valid'
			AND id IN (SELECT order_id FROM order_lines WHERE sku IN {elements} AND ${isOpen})`,
		seller,
		elements(skus),
	);
}

/** Listings that count as something since, or as something else: what was held for that waits in `created` again. */
export function* reconsiderListings(store: string, listings: readonly string[]): Work<void> {
	if (listings.length === 0) return;
	yield* run(
		`UPDATE orders SET status = 'created' WHERE store = ? AND status = 'on_hold'
			AND hold_reason IN ('inventory_not_present', 'sku_not_valid')
			AND id IN (SELECT order_id FROM order_lines WHERE listing IN {elements} AND ${isOpen})`,
		store,
		elements(listings),
	);
}

/** Orders of the stores that found no hub wait in `created` again, because what decides about them has changed. */
export function* reconsiderHeld(stores: readonly string[]): Work<void> {
	yield* run(
		`UPDATE orders SET status = 'created' WHERE status = 'on_hold' AND store IN {elements}
			AND hold_reason IN ('inventory_not_present', 'not_able_to_route')`,
		elements(stores),
	);
}
