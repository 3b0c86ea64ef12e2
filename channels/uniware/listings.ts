import type { Listing } from '../../domain/listing';
import type { ChannelConnector, Http } from '../connector';
import { itemPage } from './items';
import type { ItemType } from './items';
import { sellerOf } from './seller';

/** Item types: each is its own listing. */
export const listings = {
	async page(http: Http, position: string | null) {
		const { account } = sellerOf(http);
		const { items, next } = await itemPage(http, position);
		return { account, listings: items.map(listingOf), unreadable: [], next };
	},
} satisfies NonNullable<ChannelConnector['listings']>;

const listingOf = ({ sku, name, isEnabled }: ItemType): Listing => ({
	id: sku,
	sku,
	title: name,
	...(!isEnabled && { unusable: `SKU ${sku} is switched off in Uniware.` }),
});
