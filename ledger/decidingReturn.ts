import { refused } from '../domain/failure';
import type { Order } from '../domain/order';
import { amountIn } from '../domain/priceText';
import { shown } from '../domain/sku';
import { tell } from './events';
import type { OrderRow } from './orders';
import { returnInTurn, returnLines, type ReturnLineRow, type ReturnRow } from './returnRows';
import type { LedgerReturn, ReturnApproval } from './returnShapes';
import { getReturn } from './returns';
import { byLine, checkCount, isSame, lineMeant, spread } from './returnUnits';
import { each, run, type Work } from './statement';

/** All of it, or so many units of each line; the others may be asked for again. */
export function* approveReturn(
	code: string,
	{ lines, refundable }: ReturnApproval,
	by: string | null = null,
): Work<LedgerReturn> {
	const { row, order } = yield* returnInTurn(code);
	const asked = yield* returnLines([row.id]);
	const wanted = approvedOf(row, asked, lines);
	if (row.state !== 'requested') {
		const before = asked.map((one) => ({ line: one.line_id, quantity: one.approved ?? 0 }));
		const had = byLine(before.filter(({ quantity }) => quantity > 0));
		const isIt = lines.length === 0 || isSame(had, byLine(unitsOf(wanted)));
		if (row.state !== 'rejected' && isIt) return yield* getReturn(code);
		throw decided(row);
	}
	yield* run('UPDATE return_lines SET approved = 0, claimed = 0 WHERE return_id = ?', row.id);
	yield* each(
		'UPDATE return_lines SET approved = ?, claimed = ? WHERE return_id = ? AND parcel_id = ? AND line_id = ?',
		wanted.map(([one, units]) => [units, units, row.id, one.parcel_id, one.line_id]),
	);
	yield* run(
		"UPDATE returns SET state = 'approved', refundable = ?, decided_at = {now} WHERE id = ?",
		refundable === null ? priceOf(order, unitsOf(wanted)) : amountOf(refundable, row),
		row.id,
	);
	yield* tell(row.store, [{ type: 'return_approved', order: order.id, detail: code, by }]);
	return yield* getReturn(code);
}

type Approved = readonly (readonly [row: ReturnLineRow, quantity: number])[];

const unitsOf = (approved: Approved) =>
	approved.map(([{ line_id }, quantity]) => ({ line: line_id, quantity }));

function approvedOf(
	{ code }: ReturnRow,
	asked: readonly ReturnLineRow[],
	lines: ReturnApproval['lines'],
): Approved {
	if (lines.length === 0) return asked.map((one) => [one, one.requested]);
	const held = asked.map((one) => ({ ...one, quantity: one.requested }));
	const units = lines.map(({ line, quantity }) => {
		checkCount(quantity, `Line ${shown(line)} of return ${code}`, 0);
		return { line: lineMeant(held, line, `Return ${code}`), quantity };
	});
	const approved = [...byLine(units)].flatMap(([line, quantity]) => {
		const { taken, missing } = spread(held, line, quantity);
		if (missing === 0) return taken;
		throw refused(
			`Of line ${shown(line)} of return ${code}, ${quantity - missing} units were asked for, and ${quantity} cannot be approved. Correct the quantity.`,
		);
	});
	if (approved.length > 0) return approved;
	throw refused(`Return ${code}: no unit would be approved. Reject it instead, with a reason.`);
}

/** What the units cost. */
function priceOf(
	{ body, number }: OrderRow,
	units: readonly { readonly line: string; readonly quantity: number }[],
): number {
	const { lines } = JSON.parse(body) as Order;
	return units.reduce((sum, { line, quantity }) => {
		const price = lines.find(({ id }) => id === line)?.unitPrice;
		if (price !== undefined) return sum + price.minor * quantity;
		throw refused(
			`What line ${shown(line)} of order ${number} costs is not known. Enter the amount to be refunded.`,
		);
	}, 0);
}

/** Of what a person wrote. */
export function amountOf(text: string, { code, currency }: ReturnRow): number {
	const read = amountIn(text.trim(), currency);
	if ('amount' in read) return read.amount.minor;
	throw refused(`Return ${code}: the amount is not usable, ${read.fault}.`);
}

export function* rejectReturn(
	code: string,
	reason: string,
	by: string | null = null,
): Work<LedgerReturn> {
	const { row, order } = yield* returnInTurn(code);
	if (row.state === 'rejected') return yield* getReturn(code);
	if (row.state !== 'requested') throw decided(row);
	if (reason.trim() === '') {
		throw refused(`Return ${code} was not rejected: it is not said why. Enter a reason.`);
	}
	yield* run('UPDATE return_lines SET approved = 0, claimed = 0 WHERE return_id = ?', row.id);
	yield* run(
		"UPDATE returns SET state = 'rejected', rejected_because = ?, decided_at = {now} WHERE id = ?",
		reason.trim(),
		row.id,
	);
	yield* tell(row.store, [{ type: 'return_rejected', order: order.id, detail: code, by }]);
	return yield* getReturn(code);
}

const decided = ({ code, state }: ReturnRow) =>
	refused(`Return ${code} is ${state}, so nothing is left to decide. Create another request.`);
