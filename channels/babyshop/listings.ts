import type { Listing } from '../../domain/listing';
import type { Unreadable } from '../../domain/order';
import type { ChannelConnector, Http } from '../connector';
import { isFields, reading } from '../fields';
import { ask } from './answer';
import { listIn } from './lists';
import { nextPage, pageAt } from './paged';
import * as requests from './requests';
import { accountOf } from './seller';
import type { BabyshopProduct } from './types';
import { word, wordOrNull } from './values';

export const listings = {
	async page(http: Http, position: string | null) {
		const at = pageAt(position);
		const { body } = await ask(http, requests.products(at), 'the catalog');
		const raws = listIn(body, 'productList');
		const records = raws.map(toListing);
		return {
			account: accountOf(http),
			listings: onceEach(records.flatMap((one) => ('raw' in one ? [] : [one]))),
			unreadable: records.flatMap((one) => ('raw' in one ? [one] : [])),
			next: nextPage(at, raws.length),
		};
	},
} satisfies NonNullable<ChannelConnector['listings']>;

const onceEach = (listings: readonly Listing[]): readonly Listing[] => [
	...new Map(listings.map((one) => [one.id, one])).values(),
];

/** Under the marketplace's code, with the seller's code as its SKU, where it has one. */
function toListing(raw: unknown): Listing | Unreadable {
	const from = reading<BabyshopProduct>(isFields(raw) ? raw : {});
	const id = word(from, 'sku');
	const sku = wordOrNull(from, 'vendorSkuCode');
	const title = wordOrNull(from, 'skuName') ?? sku ?? id;
	if (from.flaws.length === 0) return { id, sku, title };
	return { id: id === '' ? null : id, reason: `the product: ${from.flaws.join('; ')}.`, raw };
}
