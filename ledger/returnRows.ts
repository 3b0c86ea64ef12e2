import { refused } from '../domain/failure';
import { shown } from '../domain/sku';
import { orderRow, type OrderRow } from './orders';
import type { ReturnKind, ReturnState } from './returnShapes';
import { elements, first, rows, type Work } from './statement';

export interface ReturnRow {
	readonly id: number;
	readonly code: string;
	readonly order_id: number;
	readonly channel_id: string;
	readonly number: string;
	readonly store: string;
	readonly kind: ReturnKind;
	readonly state: ReturnState;
	readonly reason: string;
	readonly reasons: string;
	readonly rejected_because: string | null;
	readonly hub: string | null;
	readonly return_order: string | null;
	readonly tracking_number: string | null;
	readonly carrier: string | null;
	readonly tracking_url: string | null;
	readonly currency: string;
	readonly refundable: number | null;
	readonly refunded: number | null;
	readonly requested_at: number;
	readonly decided_at: number | null;
	readonly ordered_at: number | null;
	readonly received_at: number | null;
	readonly checked_at: number | null;
	readonly refunded_at: number | null;
}

/** SQL: waits for a decision, for its return order or for quality control. */
export const waitsForPerson = "state IN ('requested', 'approved', 'received')";

/** SQL up to its WHERE. */
export const returnColumns = `SELECT r.id, r.code, r.order_id, o.channel_id, o.number, r.store, r.kind, r.state, r.reason, r.reasons,
		r.rejected_because, r.hub, r.return_order, r.tracking_number, r.carrier, r.tracking_url, r.currency, r.refundable,
		r.refunded, r.requested_at, r.decided_at, r.ordered_at, r.received_at, r.checked_at, r.refunded_at
	FROM returns r JOIN orders o ON o.id = r.order_id`;

export const knownReturn = (code: string): Work<ReturnRow | undefined> =>
	first<ReturnRow>(`${returnColumns} WHERE r.code = ?`, code);

export function* returnRow(code: string): Work<ReturnRow> {
	const row = yield* knownReturn(code);
	if (row !== undefined) return row;
	throw refused(
		`There is no return ${shown(code)}. Create a request, or pick one of Return: Get Many.`,
	);
}

/** The return with its order, both locked, in the turn of its seller. */
export function* returnInTurn(
	code: string,
): Work<{ readonly row: ReturnRow; readonly order: OrderRow }> {
	const { store, channel_id } = yield* returnRow(code);
	const order = yield* orderRow(store, channel_id);
	return { row: yield* returnRow(code), order };
}

/** Units of a line in a parcel that come back, or are to. */
export interface ReturnLineRow {
	readonly return_id: number;
	readonly parcel_id: number;
	readonly line_id: string;
	readonly seller: string;
	readonly sku: string;
	readonly requested: number;
	readonly approved: number | null;
	readonly passed: number | null;
	readonly restocked: number | null;
	readonly failed: number | null;
}

export const returnLines = (returns: readonly number[]): Work<readonly ReturnLineRow[]> =>
	rows<ReturnLineRow>(
		`SELECT return_id, parcel_id, line_id, seller, sku, requested, approved, passed, restocked, failed
		FROM return_lines WHERE return_id IN {ids} ORDER BY return_id, parcel_id, line_id`,
		elements(returns),
	);
