import type { FeedReport } from '../../domain/feed';
import type { Price } from '../../domain/price';
import { isFields, reading, rowsOrNone, sound, textOrNull } from '../fields';
import type { FeedFile } from './feeds';
import { inWords, isFault } from './issues';
import { offerPatch } from './listingRequests';
import { newOffer } from './offer';
import type { Seller } from './seller';
import type { AmazonPriceReport } from './types';

/**
 * A message for each price. So many listings cannot be read before, so what the offer has beside its price, such as a sale
 * price, is replaced by nothing (reference/amazon-seller-flex.md 11.1, 11.2).
 */
export const priceDocument = (
	{ sellerId, marketplaceId }: Seller,
	rows: readonly Price[],
): FeedFile => ({
	contentType: 'application/json; charset=UTF-8',
	base64: Buffer.from(
		JSON.stringify({
			header: { sellerId, version: '2.0', issueLocale: 'en_US' },
			messages: rows.map(({ listing, price }, at) => ({
				messageId: at + 1,
				sku: listing,
				operationType: 'PATCH',
				...offerPatch(newOffer(marketplaceId, price)),
			})),
		}),
		'utf8',
	).toString('base64'),
});

/** What the report says of the messages; one that has no fault was taken. Null where it is no such report. */
export function priceReport(report: string): FeedReport | null {
	const parsed = jsonOf(report);
	if (!isFields(parsed)) return null;
	const from = reading<AmazonPriceReport>(parsed);
	const faults = rowsOrNone(from, 'issues').filter(isFault);
	const bySku = Map.groupBy(faults, (issue) => textOrNull(issue, 'sku'));
	const whole = bySku.get(null) ?? [];
	const refused = [...bySku].flatMap(([row, issues]) =>
		row === null ? [] : [{ row, reason: inWords(issues) }],
	);
	sound('amazonSellerFlex', from);
	return { refused, refusedWhole: whole.length === 0 ? null : inWords(whole) };
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
