import { instant } from '../../domain/instant';
import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import type { Http } from '../connector';
import { reading, rowsOrNone, sound } from '../fields';
import type { Reading } from '../fields';
import { unknownStatus } from './acks';
import { ask, fieldsOf } from './answer';
import type { Gateway } from './gateway';
import { idsIn, listingId } from './listingId';
import { refusalOf } from './refusals';
import { updateInventory } from './requests';
import type { Figure } from './requests';
import { said } from './said';
import type { OkerAck, OkerFailedProduct } from './types';
import { code, codeOrNull, word, wordOrNull } from './values';

export type End = Pick<StockReceipt, 'outcome' | 'reason'>;

/** A push as far as it has come. */
export interface Push {
	readonly http: Http;
	readonly gateway: Gateway;
	readonly ended: Map<StockFigure, End>;
}

/** A row that the gateway did not take. */
interface Failed {
	readonly listing: string;
	/** Null where it does not say of which warehouse. */
	readonly location: string | null;
	readonly code: string | null;
	readonly words: string;
}

const what = 'the stock figures';

/** One call; rows that the answer does not name were taken. */
export async function save(push: Push, figures: readonly StockFigure[]): Promise<void> {
	const rows = figures.flatMap((figure) => rowOf(figure, push.gateway) ?? []);
	const from = reading<OkerAck>(fieldsOf(await ask(push.http, updateInventory(rows), what)));
	const status = word(from, 'status');
	const failed = rowsOrNone(from, 'failedProductList').map(failedIn);
	sound('oker', from);
	if (!['SUCCESS', 'PARTIAL_SUCCESS', 'FAILED'].includes(status)) throw unknownStatus(status, what);
	if (status !== 'SUCCESS' && failed.length === 0) throw allRefused(wordOrNull(from, 'message'));
	for (const figure of figures) await end(push, figures, figure, failed);
}

/** A gateway that does not say of which warehouse a row failed is asked again with each row of the listing alone. */
async function end(
	push: Push,
	figures: readonly StockFigure[],
	figure: StockFigure,
	failed: readonly Failed[],
): Promise<void> {
	const itsOwn = failed.find((one) => isOf(one, figure));
	const others = figures.filter(({ listing }) => listing === figure.listing);
	if (itsOwn?.location === null && others.length > 1) return await save(push, [figure]);
	push.ended.set(figure, itsOwn === undefined ? taken : endOf(itsOwn));
}

const isOf = (one: Failed, { listing, location }: StockFigure) =>
	one.listing === listing && (one.location ?? location) === location;

const taken: End = { outcome: 'stored', reason: null };

/** Of a late row nothing is wrong: the next push has the figure that counts. */
const endOf = ({ code: known, words }: Failed): End =>
	known === 'STALE_UPDATE'
		? { outcome: 'unsent', reason: `Oker has a newer figure (${words}). It is sent again.` }
		: { outcome: 'refused', reason: `Oker does not take it (${words}). ${adviceOn(known)}.` };

const adviceOn = (known: string | null): string => {
	if (known === 'UNKNOWN_WAREHOUSE') return 'Correct Warehouse Location of the store';
	return 'List the product there, or import the listings anew';
};

const failedIn = (from: Reading<OkerFailedProduct>): Failed => ({
	listing: listingId({ productId: code(from, 'productId'), variantId: code(from, 'variantId') }),
	location: codeOrNull(from, 'facilityCode'),
	code: codeOrNull(from, 'code'),
	words: said(wordOrNull(from, 'message') ?? 'no reason given'),
});

const allRefused = (message: string | null) =>
	refusalOf({
		status: 200,
		code: null,
		words: said(message ?? 'no reason given'),
		what,
		isRetryable: false,
		waitMs: null,
	});

const secondMs = 1_000;

/** When a figure was computed is told where the gateway heeds it: a late one must not take the place of a newer one. */
function rowOf(figure: StockFigure, { isExtended }: Gateway): Figure | null {
	const ids = idsIn(figure.listing);
	if (ids === null) return null;
	const { location, quantity, sequence, sku } = figure;
	return {
		...ids,
		facilityCode: location,
		inventory: quantity,
		...(isExtended && sku !== undefined && { sku }),
		...(isExtended && sequence !== undefined && { asOf: instant(sequence * secondMs) }),
	};
}
