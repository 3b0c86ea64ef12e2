import type { StockReceipt } from '../../domain/stockFigure';
import { isFields, reading } from '../fields';
import type { Fields } from '../fields';
import { listIn } from './lists';
import { said } from './said';
import type { BabyshopModeration } from './types';
import { unitsIn, wordOrNull } from './values';

/** How the marketplace took one figure: it decides later (reference/babyshop-vinculum.md 9). */
export interface Moderation {
	readonly ticket: string | null;
	readonly sku: string | null;
	/** Units, as text of a decimal number. */
	readonly requested: string | null;
	/** Null until it is decided. */
	readonly approved: string | null;
	/** In the marketplace's word. */
	readonly status: string;
}

/** The rows of an answer that can be read. Of the others it is as if there was no answer to them. */
export const moderationsIn = (body: Fields): readonly Moderation[] =>
	listIn(body, 'skus').flatMap((raw) => {
		const from = reading<BabyshopModeration>(isFields(raw) ? raw : {});
		const row = {
			ticket: wordOrNull(from, 'moderationId'),
			sku: wordOrNull(from, 'sku'),
			requested: wordOrNull(from, 'requestedInvQty'),
			approved: wordOrNull(from, 'approvedInvQty'),
			status: wordOrNull(from, 'status') ?? '',
		};
		return from.flaws.length === 0 ? [row] : [];
	});

type End = Pick<StockReceipt, 'outcome' | 'reason'>;

const waiting = /^(pending|)$/i;

/** What was decided on so many units, or null while nothing is. */
export function decisionOn(row: Moderation, quantity: number): End | null {
	const { approved, status } = row;
	if (approved === null) return waiting.test(status) ? null : refusedAs(status);
	const wanted = unitsIn(row.requested ?? '') ?? quantity;
	if (unitsIn(approved) === wanted) return { outcome: 'stored', reason: null };
	return {
		outcome: 'refused',
		reason: `Babyshop approved ${said(approved)} of ${wanted}${status === '' ? '' : ` (${said(status)})`}. Look at the product in the seller panel.`,
	};
}

const refusedAs = (status: string): End => ({
	outcome: 'refused',
	reason: `Babyshop did not approve it (${said(status)}). Look at the product in the seller panel.`,
});
