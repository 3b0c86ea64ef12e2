import type { Http } from '../connector';
import { part, reading, sound } from '../fields';
import { ask } from './answer';
import { levelPage, variantStock } from './levels';
import type { VariantStock } from './levels';
import { accountIn, nextIn, positionAfter, rawsIn } from './paged';
import type { ShopifyData } from './types';

export interface VariantPage {
	readonly account: string;
	readonly variants: readonly VariantStock[];
	readonly next: string | null;
}

/** Variants by their ids, each with its stock at the locations. */
export async function variantPage(
	http: Http,
	locations: readonly string[],
	after: string | null,
): Promise<VariantPage> {
	const { data } = await ask(http, levelPage(locations, after));
	const from = reading<ShopifyData>(data);
	const account = accountIn(from);
	const list = part(from, 'productVariants');
	const next = positionAfter(nextIn(list));
	const raws = rawsIn(list);
	sound('shopify', from);
	return { account, variants: raws.map((raw) => variantStock(raw, locations)), next };
}
