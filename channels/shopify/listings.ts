import type { Listing } from '../../domain/listing';
import type { Unreadable } from '../../domain/order';
import { shown } from '../../domain/sku';
import type { ChannelConnector, Http, ListingPage } from '../connector';
import { number, part, reading, sound, text, textOrNull } from '../fields';
import type { Fields, Reading } from '../fields';
import { ask } from './answer';
import { graphql } from './graphql';
import { accountIn, cursorIn, mostRows, nextIn, positionAfter, rawsIn } from './paged';
import type { ShopifyVariant } from './stockTypes';
import type { ShopifyData } from './types';

const VARIANTS = `query Variants($first: Int!, $after: String) {
	shop { myshopifyDomain }
	productVariants(first: $first, after: $after, sortKey: ID) {
		nodes { id sku displayName inventoryItem { tracked duplicateSkuCount } }
		pageInfo { hasNextPage endCursor }
	}
}`;

export const listings = {
	/** What is sold is the variant. By their ids, so that variants which change meanwhile keep their place. */
	async page(http: Http, position: string | null) {
		const { data } = await ask(http, variantsAsked(cursorIn(position)));
		const from = reading<ShopifyData>(data);
		const account = accountIn(from);
		const list = part(from, 'productVariants');
		const raws = rawsIn(list);
		const next = positionAfter(nextIn(list));
		sound('shopify', from);
		return { account, ...recordsOf(raws), next };
	},
} satisfies NonNullable<ChannelConnector['listings']>;

export const variantsAsked = (after: string | null) =>
	graphql(VARIANTS, { first: mostRows, after });

function recordsOf(raws: readonly Fields[]): Pick<ListingPage, 'listings' | 'unreadable'> {
	const listings: Listing[] = [];
	const unreadable: Unreadable[] = [];
	for (const raw of raws) {
		const record = recordOf(raw);
		if ('reason' in record) unreadable.push(record);
		else listings.push(record);
	}
	return { listings, unreadable };
}

function recordOf(raw: Fields): Listing | Unreadable {
	const from = reading<ShopifyVariant>(raw);
	const id = text(from, 'id');
	const sku = textOrNull(from, 'sku');
	const listing = {
		id,
		sku: sku?.trim() ? sku : null,
		title: textOrNull(from, 'displayName') || sku || id,
		...unusableIn(from),
	};
	if (from.flaws.length === 0) return listing;
	return { id: id || null, reason: `the variant: ${from.flaws.join('; ')}`, raw };
}

function unusableIn(from: Reading<ShopifyVariant>): Pick<Listing, 'unusable'> {
	const item = part(from, 'inventoryItem');
	const others = number(item, 'duplicateSkuCount');
	if (others > 0) {
		const unusable = `SKU ${shown(textOrNull(from, 'sku') ?? '')} stands on more than one variant in Shopify. Give each its own.`;
		return { unusable };
	}
	return item.fields.tracked === false
		? { unusable: 'Shopify does not keep count of it. Turn on the tracking of its quantity there.' }
		: {};
}
