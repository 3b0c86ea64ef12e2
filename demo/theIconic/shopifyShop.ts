import type { ShopifyOrderState } from '../../sandbox/shopify/stateTypes';
import type {
	ShopifyCall,
	ShopifyCancellation,
	ShopifyFaults,
	ShopifyFulfilment,
	ShopifyOrderDraft,
	ShopifyProductDraft,
	ShopifyRemoval,
	ShopifyState,
	ShopifyStockDelta,
	ShopifyStockDraft,
	ShopifyTrackingEdit,
} from '../../sandbox/shopify/types';
import { controlsAt } from '../shop';

/** What people do in Shopify: they sell, count and receive, ship and cancel. */
export const shopifyShopAt = (sandbox: string) => {
	const { ask, hasCall, ...controls } = controlsAt<ShopifyCall, ShopifyState>(sandbox);
	return {
		...controls,
		callOf: { fulfilments: 'HandOversChanged', stock: 'LevelPage' },
		/** By the name of the question, or of what it asks for. */
		hasMet: (name: string, since: number) =>
			hasCall(since, ({ operation, fields }) => operation === name || fields.includes(name)),
		seed: (products: readonly ShopifyProductDraft[]) => ask<void>('POST', 'products', { products }),
		place: (orders: readonly ShopifyOrderDraft[]) =>
			ask<readonly ShopifyOrderState[]>('POST', 'orders', { orders }),
		fulfil: (id: string, fulfilment: ShopifyFulfilment = {}) =>
			ask<ShopifyOrderState>('POST', 'orders/fulfil', { id, ...fulfilment }),
		track: (id: string, edit: ShopifyTrackingEdit) =>
			ask<ShopifyOrderState>('POST', 'orders/track', { id, ...edit }),
		progress: (id: string, displayStatus: string) =>
			ask<ShopifyOrderState>('POST', 'orders/progress', { id, displayStatus }),
		cancel: (id: string, cancellation: ShopifyCancellation = {}) =>
			ask<ShopifyOrderState>('POST', 'orders/cancel', { id, ...cancellation }),
		/** Units of an order that are not to be shipped. */
		remove: (id: string, removal: ShopifyRemoval) =>
			ask<ShopifyOrderState>('POST', 'orders/remove', { id, ...removal }),
		count: (counts: readonly ShopifyStockDraft[]) => ask<void>('POST', 'stock', { counts }),
		adjust: (deltas: readonly ShopifyStockDelta[]) => ask<void>('POST', 'stock/adjust', { deltas }),
		/** Those of this system beside those of every one. */
		faults: (faults: ShopifyFaults) => ask<void>('POST', 'faults', faults),
	};
};

export type ShopifyShop = ReturnType<typeof shopifyShopAt>;
