import { Failure } from '../../domain/failure';
import type { Price, PriceReceipt } from '../../domain/price';
import { priceFault } from '../../domain/price';
import { shown, skuFault } from '../../domain/sku';
import type { ChannelConnector, Http } from '../connector';
import { reading, rowsOrNone, sound, text } from '../fields';
import { attempt } from './answer';
import { submitFeed } from './feeds';
import { inWords, isFault } from './issues';
import { listing, patchListing } from './listingRequests';
import { marketplaceOf } from './marketplaces';
import { offerWith } from './offer';
import { priceDocument } from './priceFeed';
import { marketplaceIdIn, sellerOf } from './seller';
import type { Seller } from './seller';
import type { AmazonSubmission } from './types';

/** Told side by side: as many as Amazon takes at once. */
const atOnce = 5;

const currencyIn = (marketplaceId: string) => marketplaceOf(marketplaceId).currency;

function faultIn({ listing: sku, price }: Price, marketplaceId: string): string | null {
	const fault = skuFault(sku);
	if (fault !== null) return `the SKU is not usable, ${fault}`;
	const currency = currencyIn(marketplaceId);
	if (price.currency !== currency) {
		return `prices of ${marketplaceOf(marketplaceId).country} are in ${currency}, not in ${shown(price.currency)}`;
	}
	return priceFault(price);
}

/**
 * Prices are absolute, so what was not answered may be sent again. One listing that Amazon cannot answer for stops no other;
 * where all of a group are without an answer, the rest would be, too. Throws where nothing is known to have arrived.
 */
async function push(http: Http, rows: readonly Price[]): Promise<readonly PriceReceipt[]> {
	const seller = sellerOf(http);
	const receipts: PriceReceipt[] = [];
	for (let start = 0; start < rows.length; start += atOnce) {
		const group = rows.slice(start, start + atOnce);
		const ended = await Promise.allSettled(group.map((row) => told(http, seller, row)));
		const failures = ended.flatMap((one) =>
			one.status === 'rejected' ? [one.reason as unknown] : [],
		);
		const last = failures.at(-1);
		const isOver = failures.length === group.length || failures.some(isForAll);
		if (isOver && (start === 0 || !(last instanceof Failure))) throw last;
		receipts.push(...ended.map((one, at) => receiptOf(group[at] as Price, one)));
		if (isOver) {
			const rest = rows.slice(start + atOnce);
			return [...receipts, ...rest.map((row) => unsent(row, last))];
		}
	}
	return receipts;
}

/** What the next listing would meet as well. Whatever is no `Failure` is no answer of Amazon at all. */
const isForAll = (reason: unknown) =>
	!(reason instanceof Failure) || reason.kind === 'rateLimited' || reason.kind === 'unauthorised';

const unsent = (row: Price, reason: unknown): PriceReceipt => ({
	...row,
	outcome: 'unsent',
	reason: reason instanceof Failure ? reason.message : null,
});

const receiptOf = (row: Price, ended: PromiseSettledResult<PriceReceipt>): PriceReceipt =>
	ended.status === 'fulfilled' ? ended.value : unsent(row, ended.reason);

const refused = (row: Price, reason: string): PriceReceipt => ({
	...row,
	outcome: 'refused',
	reason,
});

/**
 * The listing is read first. Amazon takes a price for a SKU that it does not have and forgets it; and whatever of the offer is
 * not sent back is gone (reference/amazon-seller-flex.md 11.1).
 */
async function told(http: Http, seller: Seller, row: Price): Promise<PriceReceipt> {
	const fault = faultIn(row, seller.marketplaceId);
	if (fault !== null) return refused(row, fault);
	const what = `the listing ${shown(row.listing)}`;
	const found = await attempt(http, listing(seller, row.listing), what);
	if ('refusal' in found) {
		const isUnknown = found.refusal.status === 404;
		return refused(row, isUnknown ? unknown(seller) : found.refusal.words);
	}
	const offer = offerWith(found.body, seller.marketplaceId, row.price);
	const answer = await attempt(http, patchListing(seller, row.listing, offer), what);
	if ('refusal' in answer) return refused(row, answer.refusal.words);
	const from = reading<AmazonSubmission>(answer.body);
	const status = text(from, 'status');
	const faults = rowsOrNone(from, 'issues').filter(isFault);
	sound('amazonSellerFlex', from);
	// Refused inside a good answer.
	if (status === 'ACCEPTED') return { ...row, outcome: 'accepted', reason: null };
	return refused(row, faults.length > 0 ? inWords(faults) : `Amazon says ${status}`);
}

const unknown = ({ marketplaceId }: Seller) =>
	`Amazon has no listing with this SKU in ${marketplaceOf(marketplaceId).country}`;

export const prices = {
	/** About a minute at Amazon's pace (reference/amazon-seller-flex.md 11). */
	few: 300,
	feedRows: 25_000,
	currency: (account) => currencyIn(marketplaceIdIn(account)),
	faultOf: (row, account) => faultIn(row, marketplaceIdIn(account)),
	push,
	submit: async (http, rows) =>
		await submitFeed(http, 'prices', priceDocument(sellerOf(http), rows)),
} satisfies ChannelConnector['prices'];
