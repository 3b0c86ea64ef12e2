import type { HubStatus } from '../domain/hubStatus';
import { each, elements, rows, type Work } from './statement';

/** What one hub ships of an order that leaves in several parcels. */
export interface SubOrder {
	/** The number of the order and which of its parts it is, such as `1001-2`. */
	readonly code: string;
	readonly parcel: number;
	readonly hub: string | null;
	readonly status: HubStatus;
}

/** Null for an order in one piece. */
export const subOrderCode = (number: string, part: number | null): string | null =>
	part === null ? null : `${number}-${part}`;

interface PartRow {
	readonly id: number;
	readonly order_id: number;
	readonly part: number | null;
}

/** Numbers the parts of orders that leave in several parcels by now. One that has a number keeps it as long as it is a parcel. */
export function* numberParts(orders: readonly number[]): Work<void> {
	const parcels = yield* rows<PartRow>(
		'SELECT id, order_id, part FROM parcels WHERE order_id IN {ids} ORDER BY id',
		elements(orders),
	);
	yield* each(
		'UPDATE parcels SET part = ? WHERE id = ?',
		[...Map.groupBy(parcels, ({ order_id }) => order_id).values()].flatMap(numbered),
	);
}

function numbered(parcels: readonly PartRow[]): readonly (readonly [part: number, id: number])[] {
	if (parcels.length < 2) return [];
	const last = Math.max(0, ...parcels.map(({ part }) => part ?? 0));
	return parcels
		.filter(({ part }) => part === null)
		.map(({ id }, at) => [last + at + 1, id] as const);
}

interface SubOrderRow extends Omit<SubOrder, 'code'> {
	readonly order_id: number;
	readonly number: string;
	readonly part: number;
}

/** The parts of each order, by the ledger's order id; none of an order in one piece. */
export function* subOrdersOf(
	orders: readonly number[],
): Work<ReadonlyMap<number, readonly SubOrder[]>> {
	if (orders.length === 0) return new Map();
	const found = yield* rows<SubOrderRow>(
		`SELECT p.order_id, o.number, p.id AS parcel, p.part, p.hub, p.status FROM parcels p JOIN orders o ON o.id = p.order_id
		WHERE p.order_id IN {ids} AND p.part IS NOT NULL ORDER BY p.order_id, p.part`,
		elements(orders),
	);
	const parts = [...Map.groupBy(found, ({ order_id }) => order_id)];
	return new Map(
		parts.map(([order, of]) => [
			order,
			of.map(({ number, part, parcel, hub, status }) => ({
				code: `${number}-${part}`,
				...{ parcel, hub, status },
			})),
		]),
	);
}
