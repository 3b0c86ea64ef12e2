import { z } from 'zod';

/** A price as it is sent: every level is an array (reference/amazon-seller-flex.md 11.1). */
export interface Offer {
	readonly [part: string]: unknown;
	readonly marketplace_id: string;
	readonly currency: string;
	readonly audience?: string;
}

export interface Issue {
	readonly code: string;
	readonly message: string;
	readonly severity: 'ERROR' | 'WARNING' | 'INFO';
	readonly attributeNames?: readonly string[];
	readonly categories: readonly string[];
}

export const issue = (code: string, message: string, attribute?: string): Issue => ({
	code,
	message,
	severity: 'ERROR',
	...(attribute && { attributeNames: [attribute] }),
	categories: ['INVALID_ATTRIBUTE'],
});

/** A number, or the same as a text, with which one report had more luck (reference/amazon-seller-flex.md 11.1). */
const amount = z.union([
	z.number().positive().finite(),
	z
		.string()
		.regex(/^\d+(\.\d+)?$/)
		.refine((text) => Number(text) > 0),
]);

const priceLevels = z
	.array(z.object({ schedule: z.array(z.object({ value_with_tax: amount })).min(1) }))
	.min(1);

const offer = z
	.object({
		marketplace_id: z.string(),
		currency: z.string(),
		audience: z.enum(['ALL', 'B2B']).optional(),
		our_price: priceLevels,
	})
	.passthrough();

export interface OfferCheck {
	readonly offers: readonly Offer[];
	readonly issues: readonly Issue[];
}

const bad = (message: string): OfferCheck => ({
	offers: [],
	issues: [issue('4000001', message, 'purchasable_offer')],
});

/** What is wrong with a `purchasable_offer`. Of other marketplaces and currencies the code is a guess. */
export const checkedOffers = (
	value: unknown,
	expected: { readonly marketplace: string; readonly currency: string },
): OfferCheck => {
	const read = z.array(offer).min(1).safeParse(value);
	if (!read.success) {
		const [first] = read.error.issues;
		return bad(`The value of 'purchasable_offer' is invalid at '${first?.path.join('.')}'.`);
	}
	const foreign = read.data.find(({ marketplace_id }) => marketplace_id !== expected.marketplace);
	if (foreign) return bad(`The marketplace '${foreign.marketplace_id}' is not of this submission.`);
	const wrong = read.data.find(({ currency }) => currency !== expected.currency);
	if (wrong) return bad(`The currency '${wrong.currency}' is not of the marketplace.`);
	return { offers: read.data, issues: [] };
};

/** In major units; null where an offer has no price. */
export const priceOf = (given: Offer): number | null => {
	const levels = priceLevels.safeParse(given.our_price);
	const value = levels.success ? levels.data[0]?.schedule[0]?.value_with_tax : undefined;
	return value === undefined ? null : Number(value);
};

export const audienceOf = ({ audience }: Offer) => audience ?? 'ALL';
