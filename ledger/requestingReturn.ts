import { refused } from '../domain/failure';
import type { Order } from '../domain/order';
import { shown } from '../domain/sku';
import { numbered, usable } from './codes';
import { tell } from './events';
import { handedOverOf } from './handedOver';
import { orderRow, type OrderRow } from './orders';
import { returnables, type Returnable } from './returnables';
import { knownReturn, returnLines, type ReturnRow } from './returnRows';
import type { LedgerReturn, ReturnDraft, ReturnReason } from './returnShapes';
import { getReturn } from './returns';
import { byLine, checkCount, isSame, lineMeant, spread } from './returnUnits';
import { each, first, run, type Work } from './statement';

type Requested = LedgerReturn & { readonly isNew: boolean };

/** Asks for a decision about units that were delivered; what the courier brings back is on its way at once. */
export function* requestReturn(draft: ReturnDraft, by: string | null = null): Work<Requested> {
	const code = draft.code === null ? null : usable(draft.code, 'R');
	const order = yield* orderRow(draft.store, draft.order);
	const known = code === null ? undefined : yield* knownReturn(code);
	if (known !== undefined) return yield* repeated(known, order, draft);
	yield* checkOwn(order);
	const wanted = wantedOf(order, yield* returnables(order, draft.kind), draft);
	const made = yield* keep(order, code, wanted, draft);
	const type = draft.kind === 'courier' ? 'return_ordered' : 'return_requested';
	yield* tell(order.store, [{ type, order: order.id, detail: made, by }]);
	return { ...(yield* getReturn(made)), isNew: true };
}

/** Whoever asks again with the same code asks for the same. */
function* repeated(known: ReturnRow, order: OrderRow, draft: ReturnDraft): Work<Requested> {
	const had = yield* returnLines([known.id]);
	const held = had.map((row) => ({ ...row, quantity: row.requested }));
	const asked = draft.lines.map(({ line, quantity }) => ({
		line: held.some(({ line_id, sku }) => line_id === line || sku === line)
			? lineMeant(held, line, `Return ${known.code}`)
			: line,
		quantity,
	}));
	const before = byLine(held.map(({ line_id, quantity }) => ({ line: line_id, quantity })));
	const isIt = known.order_id === order.id && known.kind === draft.kind;
	if (isIt && (asked.length === 0 || isSame(byLine(asked), before))) {
		return { ...(yield* getReturn(known.code)), isNew: false };
	}
	throw refused(
		`There is a return ${shown(known.code)} already: of order ${known.number}, ${known.state}, with other content. Take another code, or leave it out.`,
	);
}

/** What an OMS ships comes back to the OMS. */
function* checkOwn({ id, number }: OrderRow): Work<void> {
	const given = (yield* handedOverOf([id])).get(id);
	if (given === undefined) return;
	throw refused(
		`Order ${number} gets no return here: the OMS ${given.oms} ships it. Create the return there; what becomes of it comes back with the sync of its statuses.`,
	);
}

interface Wanted {
	readonly rows: readonly (readonly [row: Returnable, quantity: number])[];
	readonly reasons: ReadonlyMap<string, readonly ReturnReason[]>;
}

function wantedOf(order: OrderRow, open: readonly Returnable[], draft: ReturnDraft): Wanted {
	const { number, status } = order;
	if (open.length === 0) {
		const why =
			draft.kind === 'customer'
				? 'nothing of it was delivered that no other return has'
				: 'nothing of it comes back undelivered that no other return has';
		throw refused(
			`Order ${number} gets no return: it is ${status}, and ${why}. Look at its parcels and its returns first.`,
		);
	}
	const units = draft.lines.map(({ line, quantity, reason }) => {
		checkCount(quantity, `Line ${shown(line)} of order ${number}`, 1);
		return {
			...{ line: lineMeant(open, line, `What may come back of order ${number}`), quantity },
			reason: reason.trim() || draft.reason.trim(),
		};
	});
	const all = open.map(({ line_id, quantity }) => ({
		...{ line: line_id, quantity, reason: draft.reason.trim() },
	}));
	const asked = units.length === 0 ? all : units;
	const rows = [...byLine(asked)].flatMap(([line, quantity]) => {
		const { taken, missing } = spread(open, line, quantity);
		if (missing === 0) return taken;
		throw refused(
			`Of line ${shown(line)} of order ${number}, ${quantity - missing} units may still come back, not ${quantity}. Correct the quantity, or look at its other returns.`,
		);
	});
	return { rows, reasons: Map.groupBy(asked, ({ line }) => line) };
}

function* keep(
	order: OrderRow,
	code: string | null,
	{ rows, reasons }: Wanted,
	{ kind, reason }: ReturnDraft,
): Work<string> {
	const isOrdered = kind === 'courier';
	const { total } = JSON.parse(order.body) as Order;
	const reasonsOf = [...reasons].map(([line, of]) => [
		line,
		of.flatMap((one) =>
			one.reason === '' ? [] : [{ reason: one.reason, quantity: one.quantity }],
		),
	]);
	const made = yield* first<{ id: number }>(
		`INSERT INTO returns (order_id, store, kind, state, reason, reasons, hub, currency, requested_at, ordered_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, {now}, ${isOrdered ? '{now}' : 'NULL'}) RETURNING id`,
		order.id,
		order.store,
		kind,
		isOrdered ? 'ordered' : 'requested',
		reason.trim(),
		JSON.stringify(Object.fromEntries(reasonsOf)),
		isOrdered ? (rows[0]?.[0].hub ?? order.hub) : null,
		total.currency,
	);
	const id = made?.id ?? 0;
	yield* keepLines(id, order, rows, isOrdered);
	const name = code ?? numbered('R', id);
	yield* run(
		'UPDATE returns SET code = ?, return_order = ? WHERE id = ?',
		name,
		isOrdered ? numbered('RO', id) : null,
		id,
	);
	return name;
}

/** What is on its way needs no approval. */
function* keepLines(
	id: number,
	{ seller }: OrderRow,
	rows: Wanted['rows'],
	isOrdered: boolean,
): Work<void> {
	yield* each(
		`INSERT INTO return_lines (return_id, parcel_id, line_id, seller, sku, requested, claimed, approved)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		rows.map(([row, quantity]) => [
			...[id, row.parcel, row.line_id, seller, row.sku, quantity, quantity],
			isOrdered ? quantity : null,
		]),
	);
}
