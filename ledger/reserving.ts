import type { LineUnits } from '../domain/omsUnits';
import {
	addParcel,
	contentsOf,
	dropParcels,
	moveOut,
	plannedAt,
	shipParcels,
	type Content,
} from './parcels';
import { each, elements, rows, run, type Work } from './statement';
import { isWithoutStock, withoutStock } from './withoutStock';

/** Takes units out of what is free. The caller has the seller's turn and looked that they suffice. */
export function* reserve(reservations: readonly Content[]): Work<void> {
	yield* each(
		'INSERT INTO reservations (order_id, line_id, seller, sku, hub, quantity) VALUES (?, ?, ?, ?, ?, ?)',
		reservations.map((one) => [
			one.order_id,
			one.line_id,
			one.seller,
			one.sku,
			one.hub,
			one.quantity,
		]),
	);
	yield* changeReserved(reservations, 1);
}

/** Gives back all that the orders hold, and their parcels with it; answers what that was. */
export function* free(...orders: readonly number[]): Work<readonly Content[]> {
	const held = yield* endReservations(orders);
	yield* dropParcels(orders);
	return held;
}

/** As `free`, and the parcels stay. */
export function* endReservations(orders: readonly number[]): Work<readonly Content[]> {
	const held = yield* takeBack(orders, null);
	yield* changeReserved(held, -1);
	return held;
}

/** Gives back what the order holds of the units, as far as it holds them; answers what that was. */
export function* freeUnits(order: number, units: readonly LineUnits[]): Work<readonly Content[]> {
	const held = yield* heldBy([order], null);
	const freed = units.flatMap(({ line, quantity }) => {
		let left = quantity;
		return held.flatMap((one) => {
			const some = one.line_id === line ? Math.min(one.quantity, left) : 0;
			left -= some;
			return some === 0 ? [] : [{ ...one, quantity: some }];
		});
	});
	yield* each(
		'UPDATE reservations SET quantity = quantity - ? WHERE order_id = ? AND line_id = ? AND hub = ?',
		freed.map(({ quantity, order_id, line_id, hub }) => [quantity, order_id, line_id, hub]),
	);
	yield* run('DELETE FROM reservations WHERE order_id = ? AND quantity = 0', order);
	yield* changeReserved(freed, -1);
	return freed;
}

/** Gives back all that the orders hold, and lets them wait for a hub again; answers what that was. */
export function* unassign(orders: readonly number[]): Work<readonly Content[]> {
	const held = yield* free(...orders);
	yield* run(
		"UPDATE orders SET status = 'created', hold_reason = NULL, hub = NULL WHERE id IN {ids}",
		elements(orders),
	);
	return held;
}

/**
 * Goods leave their hub, or every hub when none is named: on-hand and reservation go down together. Those of an order that an
 * OMS has are out of the stock already, and where the hub keeps none there is none.
 */
export function* ship(order: number, hub: string | null = null): Work<void> {
	if (yield* isWithoutStock(order)) return yield* shipOut(yield* plannedAt(order, hub));
	yield* consumeHeld([order], hub);
	yield* shipParcels(order, hub);
}

/** As `ship`, of parcels of many orders that leave one hub. */
export function* shipFrom(
	hub: string,
	parcels: readonly { readonly order_id: number; readonly parcel_id: number }[],
): Work<void> {
	const without = yield* withoutStock(parcels.map(({ order_id }) => order_id));
	const { out = [], held = [] } = Object.groupBy(parcels, ({ order_id }) =>
		without.has(order_id) ? 'out' : 'held',
	);
	yield* shipOut(out.map(({ parcel_id }) => parcel_id));
	yield* consumeHeld(
		held.map(({ order_id }) => order_id),
		hub,
	);
	yield* moveOut(held.map(({ parcel_id }) => parcel_id));
}

function* consumeHeld(orders: readonly number[], hub: string | null): Work<void> {
	const held = yield* takeBack(orders, hub);
	yield* changeReserved(held, -1);
	yield* takeOut(held, { kind: 'shipped', reference: null });
	yield* countShipped(held);
}

/** Parcels leave whose goods are out of the stock already. */
export function* shipOut(parcels: readonly number[]): Work<void> {
	yield* countShipped(yield* contentsOf(parcels));
	yield* moveOut(parcels);
}

/** Goods left without a reservation: the fact is stored, even below zero, with a parcel for each hub they left. */
export function* consume(left: readonly Content[]): Work<void> {
	yield* takeOut(left, { kind: 'shipped', reference: null });
	yield* leave(left);
}

/** Goods left that were out of the stock already; answers their parcels, one for each hub. */
export function* leave(left: readonly Content[]): Work<readonly number[]> {
	yield* countShipped(left);
	const parcels: number[] = [];
	for (const [hub, contents] of Map.groupBy(left, (one) => one.hub))
		parcels.push(yield* addParcel(hub, contents));
	return parcels;
}

/** Takes units out of what is on hand. With a reference, a place and SKU may be given once only. */
export function* takeOut(
	left: readonly Content[],
	{ kind, reference }: { kind: 'shipped' | 'handed_over'; reference: string | null },
): Work<void> {
	yield* each(
		`INSERT INTO stock (seller, sku, hub, on_hand) VALUES (?, ?, ?, 0 - CAST(? AS INTEGER))
		ON CONFLICT (seller, sku, hub) DO UPDATE SET on_hand = stock.on_hand + excluded.on_hand`,
		left.map(({ seller, sku, hub, quantity }) => [seller, sku, hub, quantity]),
	);
	yield* each(
		`INSERT INTO movements (seller, sku, hub, kind, change, at, reference) VALUES (?, ?, ?, ?, ?, {now}, ?)`,
		left.map(({ seller, sku, hub, quantity }) => [seller, sku, hub, kind, -quantity, reference]),
	);
}

/** Counts what left on the lines of its order; `sign` -1 takes that back. */
export function* countShipped(
	left: readonly Pick<Content, 'order_id' | 'line_id' | 'quantity'>[],
	sign: 1 | -1 = 1,
): Work<void> {
	yield* each(
		'UPDATE order_lines SET shipped = shipped + ? WHERE order_id = ? AND line_id = ?',
		left.map(({ quantity, order_id, line_id }) => [sign * quantity, order_id, line_id]),
	);
}

/** All of a parcel has come back. Whether it may be sold again, whoever looks at it says. */
export function* countReturned(parcel: number): Work<void> {
	yield* each(
		'UPDATE order_lines SET returned = returned + ? WHERE order_id = ? AND line_id = ?',
		(yield* contentsOf([parcel])).map((one) => [one.quantity, one.order_id, one.line_id]),
	);
}

function* takeBack(orders: readonly number[], hub: string | null): Work<readonly Content[]> {
	const held = yield* heldBy(orders, hub);
	if (held.length > 0) {
		yield* run(
			'DELETE FROM reservations WHERE order_id IN {ids} AND hub = COALESCE(CAST(? AS TEXT), hub)',
			elements(orders),
			hub,
		);
	}
	return held;
}

const heldBy = (orders: readonly number[], hub: string | null): Work<readonly Content[]> =>
	rows<Content>(
		`SELECT order_id, line_id, seller, sku, hub, quantity FROM reservations
		WHERE order_id IN {ids} AND hub = COALESCE(CAST(? AS TEXT), hub) ORDER BY sku, hub, order_id`,
		elements(orders),
		hub,
	);

function* changeReserved(of: readonly Content[], sign: 1 | -1): Work<void> {
	yield* each(
		'UPDATE stock SET reserved = reserved + ? WHERE seller = ? AND sku = ? AND hub = ?',
		of.map(({ quantity, seller, sku, hub }) => [sign * quantity, seller, sku, hub]),
	);
}

export interface FreeStock {
	readonly sku: string;
	readonly hub: string;
	/** Below zero where more is reserved than is there. */
	readonly free: number;
}

/** What may still be promised at every hub. It stays so as long as the caller has the seller's turn. */
export function* freeStock(seller: string, skus: readonly string[]): Work<readonly FreeStock[]> {
	return yield* rows<FreeStock>(
		`SELECT sku, hub, on_hand - reserved - safety_stock AS free FROM stock
		WHERE seller = ? AND sku IN {elements} ORDER BY sku, hub`,
		seller,
		elements(skus),
	);
}
