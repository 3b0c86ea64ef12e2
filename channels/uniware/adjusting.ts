import { Failure, refused } from '../../domain/failure';
import type { Http } from '../connector';
import { part, rows, sound, text } from '../fields';
import type { Reading } from '../fields';
import { ask } from './answer';
import { refusalIn } from './refusal';
import { adjust } from './requests';
import { sellerOf } from './seller';
import type { UniwareAdjusted } from './types';

export const adjustments = ['REPLACE', 'ADD', 'REMOVE'] as const;
export type Adjustment = (typeof adjustments)[number];

/** Good units on the shelf of one facility, as they are to be, or as many more or fewer. */
export interface StockAdjustment {
	readonly sku: string;
	readonly facility: string;
	readonly adjustment: Adjustment;
	readonly quantity: number;
	readonly remarks: string;
}

export interface Adjusted {
	readonly outcome: 'stored' | 'refused';
	readonly reason: string | null;
}

/** More rows were seen to work (reference/uniware-oker.md 2.3). */
export const mostAdjustments = 500;

/** One call; a row that is refused costs no other. The answers come in the order of the rows. */
export async function adjustStock(
	http: Http,
	given: readonly StockAdjustment[],
): Promise<readonly Adjusted[]> {
	const { facility } = sellerOf(http);
	const asking = ask(http, adjust(given.map(rowOf), facility), 'the adjustment of stock');
	const { from } = await (given.every(isRepeatable) ? asking : certain(asking));
	const answered = rows(from, 'inventoryAdjustmentResponses');
	const ends = answered.map(endOf);
	const skus = answered.map((row) => text(part(row, 'facilityInventoryAdjustment'), 'itemSKU'));
	sound('uniware', from);
	if (given.length === skus.length && given.every(({ sku }, at) => sku === skus[at])) return ends;
	throw unknownEnd('it answered other rows than it was sent');
}

const rowOf = ({ sku, facility, adjustment, quantity, remarks }: StockAdjustment) => ({
	itemSKU: sku,
	quantity,
	shelfCode: 'DEFAULT',
	adjustmentType: adjustment,
	facilityCode: facility,
	...(remarks !== '' && { remarks }),
});

function endOf(row: Reading<UniwareAdjusted>): Adjusted {
	if (row.fields.successful === true) return { outcome: 'stored', reason: null };
	const { words, name } = refusalIn(row);
	return { outcome: 'refused', reason: `${words} (${name})` };
}

const isRepeatable = ({ adjustment }: StockAdjustment) => adjustment === 'REPLACE';

/** What adds or takes away must not be repeated where nobody knows whether it arrived. */
async function certain<T>(asking: Promise<T>): Promise<T> {
	const [outcome] = await Promise.allSettled([asking]);
	if (outcome.status === 'fulfilled') return outcome.value;
	const reason: unknown = outcome.reason;
	const isUnknown =
		reason instanceof Failure && (reason.kind === 'unavailable' || reason.kind === 'malformed');
	throw isUnknown ? unknownEnd(reason.message) : reason;
}

const unknownEnd = (why: string) =>
	refused(
		`uniware: nobody knows whether the stock was adjusted: ${why} Look at the stock in Uniware before you try again.`,
	);
