import { Failure } from '../../domain/failure';
import { part, reading, sound } from '../fields';
import { ask } from './answer';
import { end } from './pushState';
import type { Push } from './pushState';
import { refusalsIn, wordsOf } from './refusal';
import type { Refusal } from './refusal';
import type { Row } from './rowStates';
import { activateStock, mostActivations, setStock } from './stockWrites';
import type { ShopifyData } from './types';

/** Nothing is wrong with the rows: they are read and told again. */
const again: readonly (string | null)[] = [
	'CHANGE_FROM_QUANTITY_STALE',
	'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED',
	'IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
];

/** One call. Where Shopify refuses, the rows that it names have ended, and all others are for the next round. */
export async function set(push: Push, rows: readonly Row[]): Promise<void> {
	const refusals = await setIn(push, rows);
	if (refusals.length === 0) {
		for (const { figure } of rows) end(push, figure, null);
		return;
	}
	if (refusals.some(({ code }) => code === 'IDEMPOTENCY_CONCURRENT_REQUEST')) throw underWay();
	const bad = refusals.filter(({ code }) => !again.includes(code));
	const named = bad.filter((refusal) => rowOf(refusal, rows) !== undefined);
	for (const refusal of named) {
		const row = rowOf(refusal, rows);
		if (row !== undefined) end(push, row.figure, `Shopify refused it: ${wordsOf([refusal])}.`);
	}
	if (bad.length > 0 && named.length === 0) await halve(push, rows, bad);
}

/** A refusal that names no row: it is looked for until it stands alone. */
async function halve(push: Push, rows: readonly Row[], bad: readonly Refusal[]): Promise<void> {
	const [first] = rows;
	if (first !== undefined && rows.length === 1) {
		end(push, first.figure, `Shopify refused it: ${wordsOf(bad)}.`);
		return;
	}
	const middle = Math.ceil(rows.length / 2);
	await set(push, rows.slice(0, middle));
	await set(push, rows.slice(middle));
}

async function setIn(push: Push, rows: readonly Row[]): Promise<readonly Refusal[]> {
	const turn = push.turns.push(rows.length);
	const writes = rows.map(({ write }) => write);
	const { data } = await ask(push.http, setStock(writes, turn));
	const from = reading<ShopifyData>(data);
	const refusals = refusalsIn(part(from, 'inventorySetQuantities'));
	sound('shopify', from);
	return refusals;
}

/** Such as `input.quantities.3.locationId`. */
function rowOf({ path }: Refusal, rows: readonly Row[]): Row | undefined {
	const at = path[path.indexOf('quantities') + 1];
	return at !== undefined && /^\d+$/.test(at) ? rows[Number(at)] : undefined;
}

/** Items that were not stocked at a location are from now on. A first refusal may mean that somebody was faster. */
export async function activate(push: Push, rows: readonly Row[], isFinal: boolean): Promise<void> {
	for (let start = 0; start < rows.length; start += mostActivations) {
		const some = rows.slice(start, start + mostActivations);
		const turn = push.turns.push(some.length);
		const writes = some.map(({ write }) => write);
		const { data } = await ask(push.http, activateStock(writes, turn));
		const from = reading<ShopifyData>(data);
		const answers = some.map((_, at) => refusalsIn(part(from, `a${at}`)));
		sound('shopify', from);
		some.forEach(({ figure }, at) => {
			const refusals = answers[at] ?? [];
			const why = `Shopify does not stock it at the location: ${wordsOf(refusals)}.`;
			if (refusals.length === 0) end(push, figure, null);
			else if (isFinal) end(push, figure, why);
		});
	}
}

const underWay = () =>
	new Failure(
		'unavailable',
		'shopify: the same stock is being told at this moment. Try again later.',
	);
