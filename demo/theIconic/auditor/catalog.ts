import type { ShopifyState } from '../../../sandbox/shopify/types';
import type { IconicProductState } from '../../../sandbox/theIconic/stateTypes';
import type { IconicState } from '../../../sandbox/theIconic/types';

/** SKUs whose stock Shopify can say: one variant has it, and keeps count of it. */
export function skusOn({ products }: ShopifyState): ReadonlySet<string> {
	const variants = products.flatMap((product) => product.variants);
	const bySku = Map.groupBy(variants, ({ sku }) => sku);
	return new Set(
		variants.flatMap(({ sku, tracked }) =>
			sku !== null && tracked && bySku.get(sku)?.length === 1 ? [sku] : [],
		),
	);
}

export const isListed = ({ status }: IconicProductState): boolean => status !== 'deleted';

/** What lies in a warehouse of The Iconic takes no figures. */
export const isStocked = ({ shipmentType }: IconicProductState): boolean =>
	shipmentType !== 'warehouse';

/** What The Iconic sells of which Shopify has not exactly the SKU. */
export const unmatchedIn = (
	{ products }: IconicState,
	shopify: ShopifyState,
): readonly IconicProductState[] => {
	const known = skusOn(shopify);
	return products.filter((product) => isListed(product) && !known.has(product.sku));
};
