import { major } from '../../domain/money';
import type { Money } from '../../domain/money';
import { isFields, part, reading, rowsOrNone, text } from '../fields';
import type { Fields } from '../fields';
import type { OfferToSet } from './listingRequests';
import type { AmazonListing, AmazonOffer } from './types';

/** What everybody pays; the other audience is business customers. */
const everybody = 'ALL';

/** Works for offers whose own product type is not known (reference/amazon-seller-flex.md 11.1). */
const anyProduct = 'PRODUCT';

const isSame = (offer: Fields, marketplaceId: string, { currency }: Money) =>
	offer.marketplace_id === marketplaceId &&
	offer.currency === currency &&
	(offer.audience ?? everybody) === everybody;

/** As a number: what Amazon's examples send, though some reports have a text (reference/amazon-seller-flex.md 11.1). */
const offerAt = (marketplaceId: string, price: Money): AmazonOffer => ({
	marketplace_id: marketplaceId,
	currency: price.currency,
	audience: everybody,
	our_price: [{ schedule: [{ value_with_tax: major(price) }] }],
});

/** A price where nothing is known of the offer that it replaces. */
export const newOffer = (marketplaceId: string, price: Money): OfferToSet => ({
	productType: anyProduct,
	offer: offerAt(marketplaceId, price),
});

/** The offer as the listing has it, with the new price: Amazon forgets what is not sent along, such as a sale price. */
export function offerWith(body: Fields, marketplaceId: string, price: Money): OfferToSet {
	const from = reading<AmazonListing>(body);
	const summary = rowsOrNone(from, 'summaries').find(
		({ fields }) => fields.marketplaceId === marketplaceId,
	);
	const offers: unknown = part(from, 'attributes').fields.purchasable_offer;
	const known = (Array.isArray(offers) ? offers : []).find(
		(offer) => isFields(offer) && isSame(offer, marketplaceId, price),
	) as Fields | undefined;
	return {
		productType: summary === undefined ? anyProduct : text(summary, 'productType') || anyProduct,
		offer: { ...known, ...offerAt(marketplaceId, price) },
	};
}
