import type { StockState } from '../../../sandbox/ikas/effectTypes';
import type { Shop } from './ikasShop';

/** Ids of the stock locations. */
export const locationsOf = (shop: Shop) => shop.sandbox.state().locations.map(({ id }) => id);

/** A stock as `saveProductStockLocations` names it. */
export const row = ({ product, variant, location }: StockState, stockCount: number) => ({
	productId: product,
	variantId: variant,
	stockLocationId: location,
	stockCount,
});

/** Seeds products of one variant each, with this many units at the first location: their stocks. */
export const seeded = (shop: Shop, counts: Readonly<Record<string, number>>) => {
	const [location = ''] = locationsOf(shop);
	shop.sandbox.seed(
		Object.entries(counts).map(([sku, units]) => ({
			variants: [{ sku, stocks: { [location]: units } }],
		})),
	);
	const [first = nothing, second = nothing] = shop.sandbox.stock();
	return { location, first, second };
};

const nothing: StockState = {
	product: '',
	variant: '',
	sku: null,
	location: '',
	quantity: 0,
	history: [],
};

export const quantities = (shop: Shop) => shop.sandbox.stock().map(({ quantity }) => quantity);
