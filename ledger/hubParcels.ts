import type { Order } from '../domain/order';
import type { HubStatus } from '../domain/hubStatus';
import type { HubParcel, ParcelFilter } from './orderShapes';
import { parcelsOf } from './parcels';
import { elements, rows, type Work } from './statement';
import { subOrdersOf } from './subOrders';

interface Listed {
	readonly id: number;
	readonly order_id: number;
	readonly store: string;
	readonly channel_id: string;
	readonly number: string;
	readonly placed_at: string;
	readonly order_status: HubStatus;
}

/**
 * What a hub ships, the newest order first: of a split order only the hub's own part, which names the order. Without a status,
 * what has not left.
 */
export function* getParcels(filter: ParcelFilter): Work<readonly HubParcel[]> {
	const { hub, store, status, limit } = filter;
	const found = yield* rows<Listed>(
		`SELECT p.id, p.order_id, o.store, o.channel_id, o.number, o.placed_at, o.status AS order_status
		FROM parcels p JOIN orders o ON o.id = p.order_id
		WHERE p.hub = ? AND o.store = COALESCE(CAST(? AS TEXT), o.store)
			AND ${status === undefined ? 'p.shipped_at IS NULL' : 'p.status = ?'}
		ORDER BY o.placed_at DESC, p.id DESC LIMIT ?`,
		hub,
		store ?? null,
		...(status === undefined ? [] : [status]),
		limit,
	);
	const orders = [...new Set(found.map(({ order_id }) => order_id))];
	const parcels = yield* parcelsOf(orders);
	const parts = yield* subOrdersOf(orders);
	const copies = yield* copiesOf(orders);
	return found.flatMap((row) => {
		const parcel = parcels.get(row.order_id)?.find((one) => one.parcel === row.id);
		const order = copies.get(row.order_id);
		if (parcel === undefined || order === undefined) return [];
		const titles = new Map(order.lines.map(({ id, title }) => [id, title]));
		const { subOrder, ...rest } = parcel;
		return [
			{
				...{ store: row.store, order: row.channel_id, number: row.number },
				code: subOrder ?? row.number,
				parentOrder:
					subOrder === null
						? null
						: {
								...{ id: row.channel_id, number: row.number, status: row.order_status },
								subOrders: parts.get(row.order_id) ?? [],
							},
				placedAt: row.placed_at,
				...rest,
				lines: rest.lines.map((line) => ({ ...line, title: titles.get(line.line) ?? line.sku })),
				shipTo: order.shipTo,
			},
		];
	});
}

function* copiesOf(orders: readonly number[]): Work<ReadonlyMap<number, Order>> {
	const found = yield* rows<{ id: number; body: string }>(
		'SELECT id, body FROM orders WHERE id IN {ids}',
		elements(orders),
	);
	return new Map(found.map(({ id, body }) => [id, JSON.parse(body) as Order]));
}
