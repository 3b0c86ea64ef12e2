import type { Order } from '../../domain/order';
import type { Http } from '../connector';
import { isFields } from '../fields';
import { ask, fieldsOf } from './answer';
import { paged } from './paged';
import * as requests from './requests';
import { idIn } from './values';

/** So that an address with long codes stays short enough. */
const mostSkus = 50;

/** The orders with the listing of each line: they name the seller's SKU only, and a person may have linked it to another. */
export async function withListings(
	http: Http,
	orders: readonly Order[],
): Promise<readonly Order[]> {
	const skus = new Set(orders.flatMap(({ lines }) => lines.flatMap(({ sku }) => sku ?? [])));
	const listings = await listingsBySku(http, [...skus]);
	return orders.map((order) => ({
		...order,
		lines: order.lines.map((line) => ({ ...line, listing: listings.get(line.sku ?? '') ?? null })),
	}));
}

async function listingsBySku(
	http: Http,
	skus: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const listings = new Map<string, string>();
	for (let start = 0; start < skus.length; start += mostSkus) {
		const some = skus.slice(start, start + mostSkus);
		const answer = await ask(http, requests.productsBySku(some), 'products by their SKU');
		const limit = requests.pageLimit;
		for (const raw of paged(fieldsOf(answer), { offset: 0, limit }).raws) {
			const { id, sellerSku, status } = isFields(raw) ? raw : {};
			const listing = idIn(id);
			const isSold = status !== 'deleted' && listing !== null && typeof sellerSku === 'string';
			if (isSold) listings.set(sellerSku, listing);
		}
	}
	return listings;
}
