import { each, elements, first, rows, run, type Work } from './statement';

/** Units of a SKU that a line of an order holds, or held, at a hub. */
export interface Reservation {
	readonly order_id: number;
	readonly line_id: string;
	readonly seller: string;
	readonly sku: string;
	readonly hub: string;
	readonly quantity: number;
}

/** Takes units out of what is free. The caller has locked the stock rows and looked that they suffice. */
export function* reserve(reservations: readonly Reservation[]): Work<void> {
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

/** Gives back all that the orders hold. */
export function* free(...orders: readonly number[]): Work<void> {
	const held = yield* takeBack(orders);
	yield* changeReserved(held, -1);
}

/** The order's goods leave: on-hand and reservation go down together, and a parcel says what left from where. */
export function* ship(order: number): Work<void> {
	const held = yield* takeBack([order]);
	yield* changeReserved(held, -1);
	yield* consume(held);
}

/** Goods left without a reservation: the fact is stored, even below zero. */
export function* consume(left: readonly Reservation[]): Work<void> {
	yield* each(
		`INSERT INTO stock (seller, sku, hub, on_hand) VALUES (?, ?, ?, 0 - CAST(? AS INTEGER))
		ON CONFLICT (seller, sku, hub) DO UPDATE SET on_hand = stock.on_hand + excluded.on_hand`,
		left.map(({ seller, sku, hub, quantity }) => [seller, sku, hub, quantity]),
	);
	yield* each(
		'UPDATE order_lines SET shipped = shipped + ? WHERE order_id = ? AND line_id = ?',
		left.map(({ quantity, order_id, line_id }) => [quantity, order_id, line_id]),
	);
	const hubs = new Set(left.map(({ hub }) => hub));
	for (const hub of hubs)
		yield* addParcel(
			hub,
			left.filter((one) => one.hub === hub),
		);
}

function* addParcel(hub: string, contents: readonly Reservation[]): Work<void> {
	const parcel = yield* first<{ id: number }>(
		"INSERT INTO parcels (order_id, hub, status, shipped_at) VALUES (?, ?, 'shipped', {now}) RETURNING id",
		contents[0]?.order_id ?? null,
		hub,
	);
	yield* each(
		'INSERT INTO parcel_lines (parcel_id, line_id, seller, sku, quantity) VALUES (?, ?, ?, ?, ?)',
		contents.map(({ line_id, seller, sku, quantity }) => [
			parcel?.id ?? null,
			line_id,
			seller,
			sku,
			quantity,
		]),
	);
}

function* takeBack(orders: readonly number[]): Work<readonly Reservation[]> {
	const held = yield* rows<Reservation>(
		`SELECT order_id, line_id, seller, sku, hub, quantity FROM reservations WHERE order_id IN {ids}
		ORDER BY sku, hub`,
		elements(orders),
	);
	if (held.length > 0)
		yield* run('DELETE FROM reservations WHERE order_id IN {ids}', elements(orders));
	return held;
}

function* changeReserved(of: readonly Reservation[], sign: 1 | -1): Work<void> {
	yield* each(
		'UPDATE stock SET reserved = reserved + ? WHERE seller = ? AND sku = ? AND hub = ?',
		of.map(({ quantity, seller, sku, hub }) => [sign * quantity, seller, sku, hub]),
	);
}

export interface FreeStock {
	readonly sku: string;
	readonly hub: string;
	readonly free: number;
}

/** What may still be promised at every hub, locked until the transaction ends. */
export function* freeStock(seller: string, skus: readonly string[]): Work<readonly FreeStock[]> {
	return yield* rows<FreeStock>(
		`SELECT sku, hub, on_hand - reserved - safety_stock AS free FROM stock
		WHERE seller = ? AND sku IN {elements} ORDER BY sku, hub {forUpdate}`,
		seller,
		elements(skus),
	);
}
