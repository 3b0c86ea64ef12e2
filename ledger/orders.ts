import { refused } from '../domain/failure';
import type { HoldReason, HubStatus } from '../domain/hubStatus';
import type { Order } from '../domain/order';
import { shown } from '../domain/sku';
import { hubTransitions, mayMove } from '../domain/transitions';
import { tell } from './events';
import { storeOf } from './lookups';
import { free, ship } from './reserving';
import type { LedgerLine, LedgerOrder, OrderFilter } from './shapes';
import { elements, first, rows, run, type Work } from './statement';

interface OrderRow {
	id: number;
	store: string;
	channel_id: string;
	number: string;
	placed_at: string;
	channel_status: string;
	status: HubStatus;
	hold_reason: HoldReason | null;
	hub: string | null;
	flag: string | null;
	decision: string | null;
	body: string;
}

const columns =
	'id, store, channel_id, number, placed_at, channel_status, status, hold_reason, hub, flag, decision, body';

/** By the channel's order id. */
export function* getOrder(store: string, id: string): Work<LedgerOrder> {
	const [order] = yield* withLines([yield* orderRow(store, id)]);
	return order as LedgerOrder;
}

/** Newest first. */
export function* getOrders({
	store,
	status,
	number,
	limit,
}: OrderFilter): Work<readonly LedgerOrder[]> {
	yield* storeOf(store);
	const found = yield* rows<OrderRow>(
		`SELECT ${columns} FROM orders WHERE store = ? AND status = COALESCE(?, status) AND number = COALESCE(?, number)
		ORDER BY placed_at DESC, id DESC LIMIT ?`,
		store,
		status ?? null,
		number ?? null,
		limit,
	);
	return yield* withLines(found);
}

/** Moves an order as the warehouse or a person says. Shipping consumes its stock, cancelling and holding free it. */
export function* changeStatus(store: string, id: string, status: HubStatus): Work<LedgerOrder> {
	const order = yield* orderRow(store, id);
	if (order.status === status) return yield* getOrder(store, id);
	if (!mayMove(hubTransitions, order.status, status)) {
		const next = hubTransitions[order.status].join(', ') || 'nothing';
		throw refused(
			`Order ${order.number} is ${order.status} and cannot become ${status}. From here it can become: ${next}.`,
		);
	}
	if (order.hub === null && (status === 'new_order' || status === 'hub_assigned')) {
		throw refused(
			`Order ${order.number} has no hub yet. Hub Router assigns one, with its reservation.`,
		);
	}
	if (status === 'cancelled' || status === 'on_hold') yield* free(order.id);
	if (status === 'shipped' || (status === 'delivered' && order.status !== 'shipped'))
		yield* ship(order.id);
	yield* run(
		'UPDATE orders SET status = ?, hold_reason = ?, updated_at = {now} WHERE id = ?',
		status,
		status === 'on_hold' ? 'forceful_on_hold' : null,
		order.id,
	);
	yield* tell(store, [{ type: 'status_changed', order: order.id, detail: status }]);
	return yield* getOrder(store, id);
}

function* orderRow(store: string, id: string): Work<OrderRow> {
	yield* storeOf(store);
	const row = yield* first<OrderRow>(
		`SELECT ${columns} FROM orders WHERE store = ? AND channel_id = ? {forUpdate}`,
		store,
		id,
	);
	if (row === undefined) {
		throw refused(
			`Store ${shown(store)} has no order with the channel's id ${shown(id)}. Look among the parked orders and exceptions.`,
		);
	}
	return row;
}

interface LineAmounts extends Omit<LedgerLine, 'line'> {
	order_id: number;
	line_id: string;
}

function* withLines(found: readonly OrderRow[]): Work<readonly LedgerOrder[]> {
	const lines = yield* rows<LineAmounts>(
		`SELECT l.order_id, l.line_id, l.sku, l.ordered, l.cancelled, l.shipped, l.returned, COALESCE(SUM(r.quantity), 0) AS reserved
		FROM order_lines l LEFT JOIN reservations r ON r.order_id = l.order_id AND r.line_id = l.line_id
		WHERE l.order_id IN {ids}
		GROUP BY l.order_id, l.line_id, l.sku, l.ordered, l.cancelled, l.shipped, l.returned ORDER BY l.order_id, l.line_id`,
		elements(found.map(({ id }) => id)),
	);
	const byOrder = Map.groupBy(lines, (line) => line.order_id);
	return found.map((row) => ({
		store: row.store,
		id: row.channel_id,
		number: row.number,
		placedAt: row.placed_at,
		channelStatus: row.channel_status,
		status: row.status,
		holdReason: row.hold_reason,
		hub: row.hub,
		flag: row.flag,
		decision: row.decision === null ? null : (JSON.parse(row.decision) as LedgerOrder['decision']),
		lines: (byOrder.get(row.id) ?? []).map(toLine),
		order: JSON.parse(row.body) as Order,
	}));
}

const toLine = (row: LineAmounts): LedgerLine => ({
	line: row.line_id,
	sku: row.sku,
	ordered: row.ordered,
	cancelled: row.cancelled,
	shipped: row.shipped,
	returned: row.returned,
	reserved: row.reserved,
});
