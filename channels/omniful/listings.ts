import type { Listing } from '../../domain/listing';
import type { ChannelConnector, Http } from '../connector';
import { rows, text, textOrNull } from '../fields';
import type { Reading } from '../fields';
import { cursorIn, cursorPage, positionAfter } from './paged';
import { skus } from './requests';
import { sellerOf } from './seller';
import type { OmnifulSku } from './types';

/** SKUs: each is its own listing. */
export const listings = {
	async page(http: Http, position: string | null) {
		const { account } = sellerOf(http);
		const asked = { request: skus(cursorIn(position)), what: 'the SKUs' };
		const { rows: found, next } = await cursorPage<OmnifulSku, Listing>(http, asked, (from) =>
			rows(from, 'data').map(listingIn),
		);
		return { account, listings: found, unreadable: [], next: positionAfter(next) };
	},
} satisfies NonNullable<ChannelConnector['listings']>;

function listingIn(from: Reading<OmnifulSku>): Listing {
	const sku = text(from, 'sku_code');
	const isOff = textOrNull(from, 'status')?.toLowerCase() === 'inactive';
	return {
		id: sku,
		sku,
		title: textOrNull(from, 'name') || sku,
		...(isOff && { unusable: `SKU ${sku} is inactive in Omniful.` }),
	};
}
