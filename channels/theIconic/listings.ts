import type { Listing } from '../../domain/listing';
import type { Unreadable } from '../../domain/order';
import type { ChannelConnector, Http } from '../connector';
import { isFields, reading } from '../fields';
import { accountIdOf } from './account';
import { titleOf } from './lines';
import { isDeleted, productsIn, setsAt } from './productSets';
import type { ProductSet } from './productSets';
import type { IconicProduct } from './types';
import { id, idIn, word, wordOrNull } from './values';

export const listings = {
	async page(http: Http, position: string | null) {
		const { sets, next } = await setsAt(http, position);
		const listings: Listing[] = [];
		const unreadable: Unreadable[] = [];
		for (const set of sets) {
			const raws = await productsIn(http, set.id);
			for (const raw of raws.filter((one) => !isDeleted(one))) {
				const record = toListing(raw, set);
				if ('reason' in record) unreadable.push(record);
				else listings.push(record);
			}
		}
		return { account: await accountIdOf(http), listings, unreadable, next };
	},
} satisfies NonNullable<ChannelConnector['listings']>;

/** The SKU letter by letter, blanks around it too: stock is told only where it is the same as the hub's. */
function toListing(raw: unknown, set: ProductSet): Listing | Unreadable {
	const from = reading<IconicProduct>(isFields(raw) ? raw : {});
	const listing = id(from, 'id');
	word(from, 'sellerSku');
	const { sellerSku } = from.fields;
	if (from.flaws.length > 0) {
		return { id: idIn(from.fields.id), reason: `the product: ${from.flaws.join('; ')}`, raw };
	}
	const sku = String(sellerSku);
	const title = titleOf(wordOrNull(from, 'name') ?? set.name ?? sku, wordOrNull(from, 'variation'));
	return { id: listing, sku, title };
}
