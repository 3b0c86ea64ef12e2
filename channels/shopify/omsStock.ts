import { refused } from '../../domain/failure';
import type { OmsLevel } from '../../domain/oms';
import type { Http, OmsStockPage } from '../connector';
import { isId } from './ids';
import type { VariantStock } from './levels';
import { cursorIn } from './paged';
import { variantPage } from './variantPage';

/** A page of variants by their ids. Those without a count, or whose SKU is not theirs alone, are left out. */
export async function omsStock(
	http: Http,
	locations: readonly string[],
	position: string | null,
): Promise<OmsStockPage> {
	if (locations.length === 0) throw refused('shopify: no location is mapped to a hub. Map one.');
	const unknown = locations.find((location) => !isId('Location', location));
	if (unknown !== undefined) throw noLocation(unknown);
	const { account, variants, next } = await variantPage(http, locations, cursorIn(position));
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
