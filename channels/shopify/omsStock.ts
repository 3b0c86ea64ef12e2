import { refused } from '../../domain/failure';
import type { OmsLevel } from '../../domain/oms';
import type { Http, OmsStockPage } from '../connector';
import { part, reading, sound } from '../fields';
import { ask } from './answer';
import { isId } from './ids';
import { levelPage, variantStock } from './levels';
import type { VariantStock } from './levels';
import { accountIn, cursorIn, nextIn, positionAfter, rawsIn } from './paged';
import type { ShopifyData } from './types';

/** A page of variants by their ids. Those without a count, or whose SKU is not theirs alone, are left out. */
export async function omsStock(
	http: Http,
	locations: readonly string[],
	position: string | null,
): Promise<OmsStockPage> {
	if (locations.length === 0) throw refused('shopify: no location is mapped to a hub. Map one.');
	const unknown = locations.find((location) => !isId('Location', location));
	if (unknown !== undefined) throw noLocation(unknown);
	const { data } = await ask(http, levelPage(locations, cursorIn(position)));
	const from = reading<ShopifyData>(data);
	const account = accountIn(from);
	const list = part(from, 'productVariants');
	const next = positionAfter(nextIn(list));
	const raws = rawsIn(list);
	sound('shopify', from);
	const variants = raws.map((raw) => variantStock(raw, locations));
	return { account, levels: variants.flatMap((one) => levelsIn(one, locations)), next };
}

/** What is not stocked at a location has nothing to promise there. */
const levelsIn = (variant: VariantStock, locations: readonly string[]): readonly OmsLevel[] =>
	!variant.isTracked || variant.hasDuplicate || !variant.sku?.trim()
		? []
		: locations.map((location, at) => ({
				listing: variant.id,
				location,
				available: variant.levels[at]?.available ?? 0,
			}));

const noLocation = (location: string) =>
	refused(`shopify: "${location}" is no location of Shopify. Correct Hub Mapping.`);
