import { refused } from '../domain/failure';
import { shown } from '../domain/sku';
import { tell } from './events';
import { followReturn } from './followingReturn';
import { returnInTurn, returnLines, type ReturnLineRow, type ReturnRow } from './returnRows';
import type { LedgerReturn, LineChecked, ReturnChecked } from './returnShapes';
import { getReturn } from './returns';
import { byLine, checkCount, lineMeant, type Held } from './returnUnits';
import { each, run, type Work } from './statement';
import { changeStock, checkPlaces } from './stockFacts';
import { isWithoutStock } from './withoutStock';

interface Found {
	readonly row: ReturnLineRow;
	readonly passed: number;
	readonly restocked: number;
	readonly failed: number;
}

/**
 * What came back, once. What passed and is to be sold again is stock of the hub that got it from now on, and orders that wait for it
 * go on (G6), unless the hub keeps no stock for its store; what failed is kept as damaged and is no stock. What did not come may
 * be asked for again.
 */
export function* checkReturn(
	code: string,
	checked: ReturnChecked,
	by: string | null = null,
): Work<LedgerReturn> {
	const { row, order } = yield* returnInTurn(code);
	if (row.state !== 'received' && row.state !== 'checked') throw notThere(row);
	const coming = (yield* returnLines([row.id])).filter(({ approved }) => (approved ?? 0) > 0);
	const isOut = yield* isWithoutStock(order.id);
	const lines = linesOf(coming, checked).map((one) => (isOut ? { ...one, restock: false } : one));
	const found = foundOf(row, coming, lines);
	if (row.state === 'checked') {
		if (found.every(isKnown)) return yield* getReturn(code);
		throw checkedBefore(row);
	}
	yield* each(
		`UPDATE return_lines SET passed = ?, restocked = ?, failed = ?, claimed = ?
		WHERE return_id = ? AND parcel_id = ? AND line_id = ?`,
		found.map(({ row: at, passed, restocked, failed }) => [
			...[passed, restocked, failed, passed + failed, row.id, at.parcel_id, at.line_id],
		]),
	);
	yield* each(
		'UPDATE order_lines SET returned = returned + ? WHERE order_id = ? AND line_id = ?',
		found.map(({ row: at, passed, failed }) => [passed + failed, order.id, at.line_id]),
	);
	yield* run("UPDATE returns SET state = 'checked', checked_at = {now} WHERE id = ?", row.id);
	yield* tell(row.store, [{ type: 'return_checked', order: order.id, detail: code, by }]);
	if (found.some(({ passed, failed }) => passed + failed > 0)) yield* followReturn(row, order);
	yield* restock(row, found);
	return yield* getReturn(code);
}

/** All that was approved, where it was not said line by line. */
function linesOf(coming: readonly ReturnLineRow[], checked: ReturnChecked): readonly LineChecked[] {
	if (!('all' in checked)) return checked;
	const { all, restock } = checked;
	const units = coming.map(({ line_id, approved }) => ({ line: line_id, quantity: approved ?? 0 }));
	return [...byLine(units)].map(([line, quantity]) => ({
		...{ line, restock },
		passed: all === 'passed' ? quantity : 0,
		failed: all === 'failed' ? quantity : 0,
	}));
}

function foundOf(
	{ code }: ReturnRow,
	coming: readonly ReturnLineRow[],
	checked: readonly LineChecked[],
): readonly Found[] {
	const held = coming.map((row) => ({ ...row, quantity: row.approved ?? 0 }));
	const named = checked.map((one) => {
		checkCount(one.passed, `Line ${shown(one.line)} of return ${code}`, 0);
		checkCount(one.failed, `Line ${shown(one.line)} of return ${code}`, 0);
		return { ...one, line: lineMeant(held, one.line, `Return ${code}`) };
	});
	checkFits(code, held, named);
	const left = {
		passed: unitsLeft(named, ({ passed }) => passed),
		restocked: unitsLeft(named, ({ passed, restock }) => (restock ? passed : 0)),
		failed: unitsLeft(named, ({ failed }) => failed),
	};
	return held.map(({ quantity, ...row }) => {
		const passed = take(left.passed, row, quantity);
		const restocked = take(left.restocked, row, passed);
		return { row, passed, restocked, failed: take(left.failed, row, quantity - passed) };
	});
}

function checkFits(code: string, held: readonly Held[], named: readonly LineChecked[]): void {
	if (named.length === 0) {
		throw refused(`Return ${code}: it is not said what was found. Enter what passed or failed.`);
	}
	const most = byLine(held.map(({ line_id, quantity }) => ({ line: line_id, quantity })));
	const units = named.map(({ line, passed, failed }) => ({ line, quantity: passed + failed }));
	for (const [line, quantity] of byLine(units)) {
		const approved = most.get(line) ?? 0;
		if (quantity <= approved) continue;
		throw refused(
			`Of line ${shown(line)} of return ${code}, ${approved} units were approved, and ${quantity} cannot have come. Correct the numbers; for more, create another return.`,
		);
	}
}

const unitsLeft = (checked: readonly LineChecked[], units: (one: LineChecked) => number) =>
	new Map(byLine(checked.map((one) => ({ line: one.line, quantity: units(one) }))));

function take(left: Map<string, number>, { line_id }: ReturnLineRow, most: number): number {
	const there = left.get(line_id) ?? 0;
	const some = Math.min(there, most);
	left.set(line_id, there - some);
	return some;
}

const isKnown = ({ row, passed, restocked, failed }: Found) =>
	row.passed === passed && row.restocked === restocked && row.failed === failed;

const notThere = ({ code, state }: ReturnRow) =>
	refused(`Return ${code} is ${state}, and nothing of it can be checked. Receive it first.`);

const checkedBefore = ({ code }: ReturnRow) =>
	refused(
		`Return ${code} was checked already, and something else was found. Correct the stock with Stock: Adjust.`,
	);

/** Refused where an OMS counts the hub's stock. */
function* restock({ code, hub }: ReturnRow, found: readonly Found[]): Work<void> {
	const places = [...Map.groupBy(found, ({ row }) => row.sku)].flatMap(([sku, of]) => {
		const units = of.reduce((sum, { restocked }) => sum + restocked, 0);
		const seller = of[0]?.row.seller ?? '';
		return units === 0 ? [] : [{ seller, sku, hub: hub ?? '', units }];
	});
	if (places.length === 0) return;
	yield* checkPlaces(places, () => null);
	yield* changeStock(places, function* () {
		yield* each(
			`INSERT INTO stock (seller, sku, hub, on_hand) VALUES (?, ?, ?, CAST(? AS INTEGER))
			ON CONFLICT (seller, sku, hub) DO UPDATE SET on_hand = stock.on_hand + excluded.on_hand`,
			places.map(({ seller, sku, hub: at, units }) => [seller, sku, at, units]),
		);
		yield* each(
			`INSERT INTO movements (seller, sku, hub, kind, change, at, reason) VALUES (?, ?, ?, 'returned', ?, {now}, ?)`,
			places.map(({ seller, sku, hub: at, units }) => [seller, sku, at, units, code]),
		);
	});
}
