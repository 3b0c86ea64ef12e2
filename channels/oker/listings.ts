import type { Listing } from '../../domain/listing';
import type { Unreadable } from '../../domain/order';
import type { ChannelConnector, Http } from '../connector';
import { isFields, reading, rows } from '../fields';
import type { Reading } from '../fields';
import { ask, fieldsOf } from './answer';
import { listingId } from './listingId';
import { pageAfter, pageAt, paged } from './paged';
import * as requests from './requests';
import { accountOf } from './seller';
import type { OkerProduct, OkerVariant } from './types';
import { code, codeOrNull, wordOrNull } from './values';

export const listings = {
	async page(http: Http, position: string | null) {
		const page = pageAt(position);
		const answer = await ask(http, requests.products(page), 'the catalog');
		const list = paged(fieldsOf(answer), 'products');
		const records = list.raws.flatMap(variantsIn);
		const next = pageAfter(page, list);
		return {
			account: accountOf(http),
			listings: onceEach(records.flatMap((one) => ('raw' in one ? [] : [one]))),
			unreadable: records.flatMap((one) => ('raw' in one ? [one] : [])),
			next: next === null ? null : String(next),
		};
	},
} satisfies NonNullable<ChannelConnector['listings']>;

const onceEach = (listings: readonly Listing[]): readonly Listing[] => [
	...new Map(listings.map((one) => [one.id, one])).values(),
];

/** Every variant of a product; one that cannot be read costs no other. */
function variantsIn(raw: unknown): readonly (Listing | Unreadable)[] {
	const product = reading<OkerProduct>(isFields(raw) ? raw : {});
	const productId = code(product, 'id');
	const parent = wordOrNull(product, 'parentTitle');
	const variants = rows(product, 'variants');
	if (product.flaws.length > 0) return [unreadable(productId, product.flaws, raw)];
	return variants.map((variant) => toListing({ ...variant, flaws: [] }, productId, parent));
}

/** Without a SKU it is unmapped, and a person says what it is. */
function toListing(
	from: Reading<OkerVariant>,
	productId: string,
	parent: string | null,
): Listing | Unreadable {
	const variantId = code(from, 'variantId');
	const sku = codeOrNull(from, 'sku');
	const title = wordOrNull(from, 'title') ?? parent ?? sku ?? variantId;
	if (from.flaws.length > 0) return unreadable(productId, from.flaws, from.fields);
	return { id: listingId({ productId, variantId }), sku, title };
}

const unreadable = (id: string, flaws: readonly string[], raw: unknown): Unreadable => ({
	id: id === '' ? null : id,
	reason: `the product: ${flaws.join('; ')}.`,
	raw,
});
