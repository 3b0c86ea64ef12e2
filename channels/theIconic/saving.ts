import { refused } from '../../domain/failure';
import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import type { Http } from '../connector';
import { reading, rows, sound } from '../fields';
import { attempt, listOf } from './answer';
import { refusalOf } from './refusals';
import type { Refusal } from './refusals';
import { setStock } from './requests';
import type { IconicRefusedStock } from './types';
import { id } from './values';

/** A product that is told once, and the figures that it stands for. */
export interface Row {
	readonly listing: string;
	readonly quantity: number;
	readonly figures: readonly StockFigure[];
}

type End = Pick<StockReceipt, 'outcome' | 'reason'>;

/** A push as far as it has come. */
export interface Push {
	readonly http: Http;
	readonly ended: Map<StockFigure, End>;
	/** What was refused as a whole, call by call. */
	readonly refusals: string[];
}

/** Most calls of one push that may be refused as a whole: to find one bad row takes eight of them. */
const mostRefused = 10;

/**
 * An answer names the rows that were refused. Whether one of them may cost the whole call is not written anywhere: where it does,
 * calls are halved until it stands alone.
 */
export async function saveAll(push: Push, all: readonly Row[]): Promise<void> {
	if (all.length === 0 || push.refusals.length >= mostRefused) return;
	const request = setStock(
		all.map(({ listing, quantity }) => ({ productId: Number(listing), quantity })),
	);
	const answer = await attempt(push.http, request, 'the stock figures');
	if ('refusal' in answer) return await saveHalves(push, all, answer.refusal);
	const refusedOnes = refusedIn(listOf(answer));
	for (const row of all) end(push, row, refusedOnes.has(row.listing) ? refusedAlone : stored);
}

/** They come as they were sent. */
function refusedIn(raws: readonly unknown[]): ReadonlySet<string> {
	const from = reading<{ readonly list: readonly IconicRefusedStock[] }>({ list: raws });
	const found = rows(from, 'list').map((row) => id(row, 'productId'));
	sound('theIconic', from);
	return new Set(found);
}

async function saveHalves(push: Push, all: readonly Row[], refusal: Refusal): Promise<void> {
	const failure = refusalOf(refusal);
	if (failure.kind !== 'rejected') throw failure;
	push.refusals.push(refusal.words);
	const [only] = all;
	if (only !== undefined && all.length === 1) return end(push, only, refusedWith(refusal));
	const middle = Math.ceil(all.length / 2);
	await saveAll(push, all.slice(0, middle));
	await saveAll(push, all.slice(middle));
	if (push.refusals.length >= mostRefused && !isAnyStored(push)) throw nothingTaken(refusal);
}

/** Whether anything of the push arrived for certain. */
export const isAnyStored = ({ ended }: Push): boolean =>
	[...ended.values()].some(({ outcome }) => outcome === 'stored');

/** For every figure that the row stands for. */
export function end({ ended }: Push, { figures }: Pick<Row, 'figures'>, how: End): void {
	for (const figure of figures) ended.set(figure, how);
}

const stored: End = { outcome: 'stored', reason: null };

const refusedAlone: End = {
	outcome: 'refused',
	reason:
		'The Iconic refused it and gives no reason: it does not know the product, or fulfils it itself. Look at it in Seller Center, or import the listings anew.',
};

const refusedWith = ({ words }: Refusal): End => ({
	outcome: 'refused',
	reason: `The Iconic refused it (${words}). Look at it in Seller Center, or import the listings anew.`,
});

/** Whatever it is, it is no single row. */
const nothingTaken = ({ words }: Refusal) =>
	refused(
		`theIconic: refused all stock that was sent, whole and in parts (${words}). Look at the products in Seller Center.`,
	);
