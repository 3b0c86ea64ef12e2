import { refused } from '../../domain/failure';
import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import type { Http } from '../connector';
import type { Fields } from '../fields';
import { attempt } from './answer';
import { decisionOn, moderationsIn } from './moderation';
import type { Moderation } from './moderation';
import { refusalOf } from './refusals';
import type { Refusal } from './refusals';
import { updateInventory } from './requests';

/** A code that is told once, and the figures that it stands for; the last of them counts. */
export interface Row {
	readonly sku: string;
	readonly quantity: number;
	readonly figures: readonly StockFigure[];
}

type End = Pick<StockReceipt, 'outcome' | 'reason' | 'ticket'>;

/** A push as far as it has come. */
export interface Push {
	readonly http: Http;
	readonly ended: Map<StockFigure, End>;
	/** Why Babyshop refused, call by call. */
	readonly refusals: string[];
}

/** A code that the seller does not have there: it costs the whole call, and the answer need not say which one it is. */
const unknownCode = 304;

/** Most calls of one push that may be refused, since calls are scarce. To find one bad row takes eight of them at most. */
const mostRefused = 12;

/** Halves what is refused until a bad code stands alone: 25 calls at most. Rows that have not ended by then were not sent. */
export async function saveAll(push: Push, rows: readonly Row[]): Promise<void> {
	if (rows.length === 0 || push.refusals.length >= mostRefused) return;
	const request = updateInventory(
		rows.map(({ sku, quantity }) => ({ sku, invQty: String(quantity) })),
	);
	const answer = await attempt(push.http, request, 'the stock figures');
	if ('refusal' in answer) return await saveHalves(push, rows, answer.refusal);
	const moderations = moderationsBySku(answer.body);
	for (const row of rows) end(push, row, endOf(row, moderations.get(row.sku)));
}

const moderationsBySku = (body: Fields): ReadonlyMap<string | null, Moderation> =>
	new Map(moderationsIn(body).map((row) => [row.sku, row]));

async function saveHalves(push: Push, rows: readonly Row[], refusal: Refusal): Promise<void> {
	if (refusal.code !== unknownCode) throw refusalOf(refusal);
	push.refusals.push(refusal.words);
	const left = untaken(push, rows, refusal);
	const [only] = left;
	if (only !== undefined && left.length === 1) return end(push, only, unknown(refusal));
	const middle = left.length < rows.length ? left.length : Math.ceil(left.length / 2);
	await saveAll(push, left.slice(0, middle));
	await saveAll(push, left.slice(middle));
	const isHopeless = push.refusals.length >= mostRefused && !isAnyTaken(push);
	if (isHopeless) throw nothingTaken(refusal);
}

/** Rows that a refusal gives a moderation ID to were taken all the same. */
function untaken(push: Push, rows: readonly Row[], { body }: Refusal): readonly Row[] {
	const moderations = moderationsBySku(body);
	return rows.filter((row) => {
		const moderation = moderations.get(row.sku);
		if (moderation?.ticket == null) return true;
		end(push, row, endOf(row, moderation));
		return false;
	});
}

/** Whether anything of the push arrived for certain. */
export const isAnyTaken = ({ ended }: Push): boolean =>
	[...ended.values()].some(({ outcome }) => outcome === 'stored' || outcome === 'pending');

/** For every figure that the row stands for. */
export function end({ ended }: Push, { figures }: Pick<Row, 'figures'>, how: End): void {
	for (const figure of figures) ended.set(figure, how);
}

function endOf({ quantity }: Row, row: Moderation | undefined): End {
	if (row === undefined) return unsent('does not say how it took the row');
	const decision = decisionOn(row, quantity);
	if (decision !== null && (decision.outcome === 'stored' || row.approved === null))
		return decision;
	const { ticket } = row;
	return ticket === null
		? unsent('gives no moderation ID for the row')
		: { outcome: 'pending', reason: null, ticket };
}

const unsent = (what: string): End => ({
	outcome: 'unsent',
	reason: `Babyshop ${what}. It is sent again.`,
});

const unknown = ({ words }: Refusal): End => ({
	outcome: 'refused',
	reason: `Babyshop does not know the code of the seller (${words}). List the product there, or import the listings anew.`,
});

/** Whatever it is, it is no single row. */
const nothingTaken = ({ words }: Refusal) =>
	refused(
		`babyshop: refused all stock that was sent, whole and in parts (${words}). Look whether the credential tells stock by the right code, Marketplace SKU or Vendor SKU Code.`,
	);
