import { refused } from '../../domain/failure';
import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import type { Http } from '../connector';
import { flaw, reading, sound } from '../fields';
import type { Fields } from '../fields';
import { attempt } from './answer';
import { pushStock } from './mutations';
import type { StockWrite } from './mutations';
import { writeInventories } from './permissions';
import { wordOf } from './refusal';
import { stockTargets } from './stockTargets';
import type { IkasData } from './types';

export interface Row {
	readonly figure: StockFigure;
	readonly write: StockWrite;
}

/** A push as far as it has come. */
export interface Push {
	readonly http: Http;
	readonly ended: Map<StockFigure, Pick<StockReceipt, 'outcome' | 'reason'>>;
	/** Why ikas refused, call by call. */
	readonly refusals: string[];
}

/**
 * Most calls of one push that ikas may refuse, because each counts against the app (reference/ikas.md 5). To find one bad row
 * takes nine of them at most.
 */
const mostRefused = 12;

/**
 * ikas refuses a call as a whole. Then rows that it has lost are taken out, and the others are halved until a bad one stands
 * alone: 26 calls at most. Rows that have not ended by then were not sent.
 */
export async function saveAll(push: Push, rows: readonly Row[]): Promise<void> {
	const reason = await save(push, rows);
	if (reason === null) return;
	const lossOf = await stockTargets(
		push.http,
		rows.map(({ write }) => write),
	);
	const others = rows.filter((row) => {
		const loss = lossOf(row.write);
		if (loss !== null) end(push, row, loss);
		return loss === null;
	});
	if (others.length < rows.length) await saveSome(push, others);
	else await halve(push, rows, reason);
	if (push.refusals.length >= mostRefused && !isAnyStored(push)) throw nothingTaken(reason);
}

export const isAnyStored = ({ ended }: Push): boolean =>
	[...ended.values()].some(({ outcome }) => outcome === 'stored');

/** A row without a reason is stored. */
export function end({ ended }: Push, { figure }: Pick<Row, 'figure'>, reason: string | null): void {
	ended.set(figure, { outcome: reason === null ? 'stored' : 'refused', reason });
}

async function saveSome(push: Push, rows: readonly Row[]): Promise<void> {
	if (push.refusals.length >= mostRefused) return;
	const reason = await save(push, rows);
	if (reason !== null) await halve(push, rows, reason);
}

async function halve(push: Push, rows: readonly Row[], reason: string): Promise<void> {
	const [first] = rows;
	if (first !== undefined && rows.length === 1) {
		end(push, first, `ikas refused it (${reason}).`);
		return;
	}
	const middle = Math.ceil(rows.length / 2);
	await saveSome(push, rows.slice(0, middle));
	await saveSome(push, rows.slice(middle));
}

/** One call. Null when ikas stored all of it, else why not. */
async function save(push: Push, rows: readonly Row[]): Promise<string | null> {
	if (rows.length === 0) return null;
	const request = pushStock(rows.map(({ write }) => write));
	const answer = await attempt(push.http, request, writeInventories);
	const reason = 'refusal' in answer ? wordOf(answer.refusal) : denialIn(answer.data);
	if (reason === null) for (const row of rows) end(push, row, null);
	else push.refusals.push(reason);
	return reason;
}

/** What a plain `false` means is not known; nothing can count as stored. */
function denialIn(data: Fields): string | null {
	const from = reading<IkasData>(data);
	const { saveProductStockLocations: answer } = from.fields;
	if (typeof answer !== 'boolean') flaw(from, 'saveProductStockLocations', 'true or false');
	sound('ikas', from);
	return answer === true ? null : 'it answered false and no reason';
}

/** Whatever it is, it is no single row, and to go on would cost the app its access. */
const nothingTaken = (reason: string) =>
	refused(
		`ikas: refused all stock that was sent, whole and in parts (${reason}). Look at the stock in the ikas panel.`,
	);
