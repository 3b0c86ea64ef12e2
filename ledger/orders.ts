import { refused } from '../domain/failure';
import type { HoldReason, HubStatus } from '../domain/hubStatus';
import type { Order } from '../domain/order';
import { shown } from '../domain/sku';
import { bringBack } from './bringingBack';
import { handedOverOf, type HandedOver } from './handedOver';
import { invoicesOf } from './issuedInvoices';
import { storeOf } from './lookups';
import { parcelsOf } from './parcels';
import type { LedgerLine, LedgerOmsOrder, LedgerOrder, OrderFilter } from './orderShapes';
import { elements, first, rows, type Work } from './statement';
import { takeTurn } from './turn';

export interface OrderRow {
	id: number;
	store: string;
	seller: string;
	channel_id: string;
	number: string;
	placed_at: string;
	channel_status: string;
	mapped_status: HubStatus | null;
	status: HubStatus;
	hold_reason: HoldReason | null;
	hub: string | null;
	flag: string | null;
	decision: string | null;
	body: string;
}

const columns =
	'id, store, seller, channel_id, number, placed_at, channel_status, mapped_status, status, hold_reason, hub, flag, decision, body';

/** By the channel's order id. */
export function* getOrder(store: string, id: string): Work<LedgerOrder> {
	yield* storeOf(store);
	const [order] = yield* withLines([yield* rowOf(store, id, '')]);
	return order as LedgerOrder;
}

/** SQL, of a row of `orders`: the hub ships some of it. */
const hasParcelAt = 'EXISTS (SELECT 1 FROM parcels p WHERE p.order_id = orders.id AND p.hub = ?)';

/** Newest first. */
export function* getOrders({
	store,
	status,
	holdReason,
	number,
	hub,
	limit,
}: OrderFilter): Work<readonly LedgerOrder[]> {
	yield* storeOf(store);
	const asked: readonly (readonly [string, ...(string | undefined)[]])[] = [
		['AND status = ?', status],
		["AND status = 'on_hold' AND hold_reason = ?", holdReason],
		['AND number = ?', number],
		[`AND (hub = ? OR ${hasParcelAt})`, hub, hub],
	];
	const given = asked.filter(([, value]) => value !== undefined);
	const found = yield* rows<OrderRow>(
		`SELECT ${columns} FROM orders WHERE store = ? ${given.map(([sql]) => sql).join(' ')}
		ORDER BY placed_at DESC, id DESC LIMIT ?`,
		store,
		...given.flatMap(([, ...values]) => values.map((value) => value ?? null)),
		limit,
	);
	return yield* withLines(found);
}

/** The order's own row, locked, to change it. One that was archived comes back. */
export function* orderRow(store: string, id: string): Work<OrderRow> {
	const { settings } = yield* storeOf(store);
	yield* takeTurn([settings.seller]);
	return yield* rowOf(store, id, '{forUpdate}');
}

/** The ledger's own id of it. */
export function* orderIdOf(store: string, id: string): Work<number> {
	yield* storeOf(store);
	return (yield* rowOf(store, id, '')).id;
}

/** The row of an order that the caller has locked, by the ledger's own id. */
export function* orderById(id: number): Work<OrderRow> {
	return (yield* first<OrderRow>(`SELECT ${columns} FROM orders WHERE id = ?`, id)) as OrderRow;
}

function* rowOf(store: string, id: string, lock: '{forUpdate}' | ''): Work<OrderRow> {
	const select = `SELECT ${columns} FROM orders WHERE store = ? AND channel_id = ? ${lock}`;
	let row = yield* first<OrderRow>(select, store, id);
	if (row === undefined && lock !== '' && (yield* bringBack(store, id))) {
		row = yield* first<OrderRow>(select, store, id);
	}
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
	const parcels = yield* parcelsOf(found.map(({ id }) => id));
	const given = yield* handedOverOf(found.map(({ id }) => id));
	const invoices = yield* invoicesOf(found.map(({ id }) => id));
	return found.map((row) => ({
		store: row.store,
		id: row.channel_id,
		number: row.number,
		placedAt: row.placed_at,
		channelStatus: row.channel_status,
		status: row.status,
		holdReason: row.status === 'on_hold' ? row.hold_reason : null,
		hub: row.hub,
		flag: row.flag,
		decision: row.decision === null ? null : (JSON.parse(row.decision) as LedgerOrder['decision']),
		lines: (byOrder.get(row.id) ?? []).map(toLine),
		parcels: parcels.get(row.id) ?? [],
		invoices: invoices.get(row.id) ?? [],
		oms: toOmsOrder(given.get(row.id)),
		order: JSON.parse(row.body) as Order,
	}));
}

const toOmsOrder = (given: HandedOver | undefined): LedgerOmsOrder | null =>
	given === undefined
		? null
		: {
				...{ store: given.oms, id: given.oms_id, number: given.number },
				waitsFor: given.waits_for,
			};

const toLine = (row: LineAmounts): LedgerLine => ({
	line: row.line_id,
	sku: row.sku,
	ordered: row.ordered,
	cancelled: row.cancelled,
	shipped: row.shipped,
	returned: row.returned,
	reserved: row.reserved,
});
