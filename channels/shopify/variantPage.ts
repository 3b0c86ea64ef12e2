import type { Http } from '../connector';
import { number, part, reading, sound } from '../fields';
import { ask } from './answer';
import { levelPage, variantStock } from './levels';
import type { VariantStock } from './levels';
import { accountIn, nextIn, rawsIn } from './paged';
import type { ShopifyData } from './types';

export interface VariantPage {
	readonly account: string;
	readonly variants: readonly VariantStock[];
	/** The cursor of the next page, null at the end. */
	readonly after: string | null;
	/** How many there are, or some thousands where there are more. Only the first page says so. */
	readonly count: number | null;
	/** Shopify's clock in epoch ms, or null where it did not say. */
	readonly clock: number | null;
}

/** Variants by their ids, each with its stock at the locations. */
export async function variantPage(
	http: Http,
	locations: readonly string[],
	after: string | null,
): Promise<VariantPage> {
	const { data, clock } = await ask(http, levelPage(locations, after));
	const from = reading<ShopifyData>(data);
	const account = accountIn(from);
	const list = part(from, 'productVariants');
	const next = nextIn(list);
	const raws = rawsIn(list);
	const count = after === null ? number(part(from, 'productVariantsCount'), 'count') : null;
	sound('shopify', from);
	const variants = raws.map((raw) => variantStock(raw, locations));
	return { account, variants, after: next, count, clock };
}
