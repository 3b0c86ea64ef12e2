import type { ParcelTold, Tracking } from '../domain/channelUpdate';
import type { HubStatus } from '../domain/hubStatus';
import { instant } from '../domain/instant';
import { boxIn } from './equipping';
import { isWithOms } from './handedOver';
import type { LedgerParcel } from './orderShapes';
import { numberParts, subOrderCode } from './subOrders';
import { each, elements, first, rows, run, type Work } from './statement';

/** Units of a SKU that a line of an order holds, or held, at a hub: reserved there, and in its parcel. */
export interface Content {
	readonly order_id: number;
	readonly line_id: string;
	readonly seller: string;
	readonly sku: string;
	readonly hub: string;
	readonly quantity: number;
}

/** SQL, of a row `p` of `parcels`: somebody has begun to pick it. */
export const isBegunParcel = "p.status NOT IN ('hub_assigned', 'new_order')";

/**
 * SQL, of a row of `orders`: somebody has begun to pick one of its parcels, whatever the slowest of them says. What an OMS may have
 * it may be picking.
 */
export const isBegun = `(${isWithOms} OR EXISTS (SELECT 1 FROM parcels p WHERE p.order_id = orders.id
	AND ${isBegunParcel}))`;

/** Makes the parcels of orders that were just assigned: one for each order and hub. */
export function* planParcels(contents: readonly Content[]): Work<void> {
	const parcels = [...Map.groupBy(contents, ({ order_id, hub }) => `${order_id} ${hub}`).values()];
	const planned = yield* each<{ id: number; order_id: number; hub: string }>(
		"INSERT INTO parcels (order_id, hub, status) VALUES (?, ?, 'new_order') RETURNING id, order_id, hub",
		parcels.map(([one]) => [one?.order_id ?? null, one?.hub ?? null]),
	);
	const idOf = new Map(planned.map(({ id, order_id, hub }) => [`${order_id} ${hub}`, id]));
	yield* fill(contents.map((one) => [idOf.get(`${one.order_id} ${one.hub}`) ?? null, one]));
	yield* numberParts([...new Set(planned.map(({ order_id }) => order_id))]);
}

/** A parcel that left the hub before anybody planned it; answers its id. */
export function* addParcel(hub: string, contents: readonly Content[]): Work<number> {
	const parcel = yield* first<{ id: number }>(
		"INSERT INTO parcels (order_id, hub, status, shipped_at) VALUES (?, ?, 'shipped', {now}) RETURNING id",
		contents[0]?.order_id ?? null,
		hub,
	);
	yield* fill(contents.map((one) => [parcel?.id ?? null, one]));
	yield* numberParts(contents.slice(0, 1).map(({ order_id }) => order_id));
	return parcel?.id ?? 0;
}

function* fill(contents: readonly (readonly [parcel: number | null, content: Content])[]) {
	yield* each(
		'INSERT INTO parcel_lines (parcel_id, line_id, seller, sku, quantity) VALUES (?, ?, ?, ?, ?)',
		contents.map(([parcel, { line_id, seller, sku, quantity }]) => [
			parcel,
			line_id,
			seller,
			sku,
			quantity,
		]),
	);
}

/** Takes back parcels that have not left. */
export function* dropParcels(orders: readonly number[]): Work<void> {
	const unshipped = 'SELECT id FROM parcels WHERE order_id IN {ids} AND shipped_at IS NULL';
	yield* run(`DELETE FROM parcel_lines WHERE parcel_id IN (${unshipped})`, elements(orders));
	yield* run(
		'DELETE FROM parcels WHERE order_id IN {ids} AND shipped_at IS NULL',
		elements(orders),
	);
}

export function* shipParcels(order: number, hub: string | null): Work<void> {
	yield* run(
		`UPDATE parcels SET status = 'shipped', shipped_at = {now}
		WHERE order_id = ? AND hub = COALESCE(CAST(? AS TEXT), hub) AND shipped_at IS NULL`,
		order,
		hub,
	);
}

/** The parcels that have not left the hub, or any hub. */
export function* plannedAt(order: number, hub: string | null): Work<readonly number[]> {
	const found = yield* rows<{ id: number }>(
		'SELECT id FROM parcels WHERE order_id = ? AND hub = COALESCE(CAST(? AS TEXT), hub) AND shipped_at IS NULL ORDER BY id',
		order,
		hub,
	);
	return found.map(({ id }) => id);
}

/** What lies in the parcels. */
export const contentsOf = (parcels: readonly number[]): Work<readonly Content[]> =>
	rows<Content>(
		`SELECT p.order_id, l.line_id, l.seller, l.sku, p.hub, l.quantity
		FROM parcels p JOIN parcel_lines l ON l.parcel_id = p.id WHERE p.id IN {ids} ORDER BY p.id, l.line_id`,
		elements(parcels),
	);

export function* moveOut(parcels: readonly number[]): Work<void> {
	yield* run(
		"UPDATE parcels SET status = 'shipped', shipped_at = {now} WHERE id IN {ids}",
		elements(parcels),
	);
}

export function* moveParcels(parcels: readonly number[], status: HubStatus): Work<void> {
	yield* run('UPDATE parcels SET status = ? WHERE id IN {ids}', status, elements(parcels));
}

export function* trackParcels(parcels: readonly number[], tracking: Tracking): Work<void> {
	yield* run(
		'UPDATE parcels SET tracking_number = ?, carrier = ?, tracking_url = ? WHERE id IN {ids}',
		tracking.number,
		tracking.carrier,
		tracking.url,
		elements(parcels),
	);
}

/** What the channel said of parcels of the order. What it did not say stays as it was. */
export function* keepTold(order: number, told: readonly ParcelTold[]): Work<readonly number[]> {
	yield* each(
		`UPDATE parcels SET tracking_number = ?, carrier = ?, tracking_url = ? WHERE id = ? AND order_id = ?`,
		told.flatMap(({ parcel, tracking }) =>
			tracking === null ? [] : [[tracking.number, tracking.carrier, tracking.url, parcel, order]],
		),
	);
	const labelled = yield* each<{ id: number }>(
		'UPDATE parcels SET label = ? WHERE id = ? AND order_id = ? RETURNING id',
		told.flatMap(({ parcel, label }) =>
			label === null ? [] : [[JSON.stringify(label), parcel, order]],
		),
	);
	return labelled.map(({ id }) => id);
}

interface ParcelRow {
	id: number;
	order_id: number;
	number: string;
	part: number | null;
	hub: string | null;
	status: HubStatus;
	tracking_number: string | null;
	carrier: string | null;
	tracking_url: string | null;
	dimensions: string | null;
	has_label: number;
	shipped_at: number | null;
}

/** The parcels of each order, by the ledger's order id, in the order in which they were planned. */
export function* parcelsOf(
	orders: readonly number[],
): Work<ReadonlyMap<number, readonly LedgerParcel[]>> {
	const found = yield* rows<ParcelRow>(
		`SELECT p.id, p.order_id, o.number, p.part, p.hub, p.status, p.tracking_number, p.carrier, p.tracking_url, p.dimensions,
			CASE WHEN p.label IS NULL THEN 0 ELSE 1 END AS has_label, p.shipped_at
		FROM parcels p JOIN orders o ON o.id = p.order_id WHERE p.order_id IN {ids} ORDER BY p.id`,
		elements(orders),
	);
	const lines = Map.groupBy(
		yield* rows<{ parcel_id: number; line_id: string; sku: string; quantity: number }>(
			'SELECT parcel_id, line_id, sku, quantity FROM parcel_lines WHERE parcel_id IN {ids} ORDER BY parcel_id, line_id',
			elements(found.map(({ id }) => id)),
		),
		({ parcel_id }) => parcel_id,
	);
	const parcels = found.map((row) => ({ order: row.order_id, parcel: toParcel(row, lines) }));
	return new Map(
		[...Map.groupBy(parcels, ({ order }) => order)].map(([order, of]) => [
			order,
			of.map(({ parcel }) => parcel),
		]),
	);
}

const toParcel = (
	row: ParcelRow,
	lines: ReadonlyMap<number, readonly { line_id: string; sku: string; quantity: number }[]>,
): LedgerParcel => ({
	parcel: row.id,
	subOrder: subOrderCode(row.number, row.part),
	hub: row.hub,
	status: row.status,
	tracking:
		row.tracking_number === null
			? null
			: { number: row.tracking_number, carrier: row.carrier, url: row.tracking_url },
	shippedAt: row.shipped_at === null ? null : instant(row.shipped_at),
	box: boxIn(row.dimensions),
	hasLabel: row.has_label === 1,
	lines: (lines.get(row.id) ?? []).map(({ line_id, sku, quantity }) => ({
		line: line_id,
		sku,
		quantity,
	})),
});
