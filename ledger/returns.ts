import { instant } from '../domain/instant';
import { decimalOf } from '../domain/money';
import { storeOf } from './lookups';
import {
	returnColumns,
	returnLines,
	returnRow,
	type ReturnLineRow,
	type ReturnRow,
} from './returnRows';
import type {
	LedgerReturn,
	ReturnFilter,
	ReturnHead,
	ReturnLine,
	ReturnRefund,
} from './returnShapes';
import { rows, type Work } from './statement';

/** By its code. */
export function* getReturn(code: string): Work<LedgerReturn> {
	const row = yield* returnRow(code);
	return toReturn(row, yield* returnLines([row.id]));
}

/** Newest first. */
export function* getReturns(filter: ReturnFilter): Work<readonly LedgerReturn[]> {
	const found = yield* returnRows(filter);
	const lines = yield* returnLines(found.map(({ id }) => id));
	return found.map((row) =>
		toReturn(
			row,
			lines.filter(({ return_id }) => return_id === row.id),
		),
	);
}

export function* getReturnHeads(filter: ReturnFilter): Work<readonly ReturnHead[]> {
	return (yield* returnRows(filter)).map(toHead);
}

function* returnRows({ store, order, state, limit }: ReturnFilter): Work<readonly ReturnRow[]> {
	if (store !== undefined) yield* storeOf(store);
	const asked = [
		['r.store = ?', store],
		['o.channel_id = ?', order],
		['r.state = ?', state],
	] as const;
	const given = asked.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]));
	return yield* rows<ReturnRow>(
		`${returnColumns} WHERE ${given.map(({ sql }) => sql).join(' AND ') || '1 = 1'} ORDER BY r.id DESC LIMIT ?`,
		...given.map(({ value }) => value),
		limit,
	);
}

const toHead = (row: ReturnRow): ReturnHead => ({
	code: row.code,
	store: row.store,
	order: row.channel_id,
	number: row.number,
	kind: row.kind,
	state: row.state,
});

const toReturn = (row: ReturnRow, lines: readonly ReturnLineRow[]): LedgerReturn => ({
	...toHead(row),
	hub: row.hub,
	returnOrder: row.return_order,
	tracking:
		row.tracking_number === null
			? null
			: { number: row.tracking_number, carrier: row.carrier, url: row.tracking_url },
	refund: refundOf(row),
	lines: lines.map(toLine),
	reason: row.reason,
	reasons: JSON.parse(row.reasons) as LedgerReturn['reasons'],
	rejectedBecause: row.rejected_because,
	requestedAt: instant(row.requested_at),
	decidedAt: moment(row.decided_at),
	orderedAt: moment(row.ordered_at),
	receivedAt: moment(row.received_at),
	checkedAt: moment(row.checked_at),
	refundedAt: moment(row.refunded_at),
});

const moment = (at: number | null) => (at === null ? null : instant(at));

function refundOf({ refundable, refunded, currency }: ReturnRow): ReturnRefund {
	const minor = refunded ?? refundable;
	const amount = minor === null ? null : decimalOf({ minor, currency });
	if (refunded !== null) return { state: 'refunded', amount, currency };
	return { state: (refundable ?? 0) > 0 ? 'due' : 'none', amount, currency };
}

const toLine = (row: ReturnLineRow): ReturnLine => ({
	line: row.line_id,
	sku: row.sku,
	parcel: row.parcel_id,
	requested: row.requested,
	approved: row.approved,
	passed: row.passed,
	restocked: row.restocked,
	failed: row.failed,
});
