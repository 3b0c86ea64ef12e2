import type { NamedQuota } from '../../domain/quota';
import type { HttpRequest } from '../connector';
import type { Seller } from './seller';
import type { AmazonOffer } from './types';

/** Five a second, and a little room for calls that were slower on the way (reference/amazon-seller-flex.md 11.1, 21). */
const fivePerSecond = (name: string): NamedQuota => ({ name, calls: 5, perMs: 1_100 });

/** A SKU may hold a slash. */
const itemPath = ({ sellerId }: Seller, sku: string) =>
	`/listings/2021-08-01/items/${encodeURIComponent(sellerId)}/${encodeURIComponent(sku)}`;

export const listing = (seller: Seller, sku: string): HttpRequest => ({
	method: 'GET',
	path: itemPath(seller, sku),
	query: { marketplaceIds: seller.marketplaceId, includedData: 'summaries,attributes' },
	quota: fivePerSecond('getListingsItem'),
});

export interface OfferToSet {
	readonly productType: string;
	readonly offer: AmazonOffer;
}

/** Only a whole attribute can be replaced, and of it the entry of the same marketplace, currency and audience. */
export const offerPatch = ({ productType, offer }: OfferToSet) => ({
	productType,
	patches: [{ op: 'replace', path: '/attributes/purchasable_offer', value: [offer] }],
});

export const patchListing = (seller: Seller, sku: string, offer: OfferToSet): HttpRequest => ({
	method: 'PATCH',
	path: itemPath(seller, sku),
	query: {
		marketplaceIds: seller.marketplaceId,
		includedData: 'issues',
		issueLocale: 'en_US',
	},
	body: offerPatch(offer),
	writes: true,
	quota: fivePerSecond('patchListingsItem'),
});
