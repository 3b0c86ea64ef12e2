import type { IconicOrderState } from '../../sandbox/theIconic/stateTypes';
import type {
	IconicCall,
	IconicCancellation,
	IconicFaults,
	IconicOrderAdvance,
	IconicOrderDraft,
	IconicOrderEdit,
	IconicProductDraft,
	IconicState,
} from '../../sandbox/theIconic/types';
import { controlsAt } from '../shop';
import type { ShopifyShop } from './shopifyShop';

/**
 * The Iconic's side of the story, over the sandbox's control calls: customers order, pay and cancel, the panel and the carrier go
 * on. With the Shopify of its seller.
 */
export const shopAt = (shopify: ShopifyShop) => (sandbox: string) => {
	const { ask, hasCall, ...controls } = controlsAt<IconicCall, IconicState>(sandbox);
	return {
		...controls,
		shopify,
		callOf: { orders: 'getOrders', inventory: 'setStock' },
		hasMet: (operation: string, since: number) => hasCall(since, ({ kind }) => kind === operation),
		place: (orders: readonly IconicOrderDraft[]) =>
			ask<readonly IconicOrderState[]>('POST', 'orders', { orders }),
		/** An edit of nothing only moves the time of change. */
		edit: (id: string, edit: IconicOrderEdit) =>
			ask<IconicOrderState>('POST', 'orders/edit', { id, ...edit }),
		advance: (id: string, to: IconicOrderAdvance) =>
			ask<IconicOrderState>('POST', 'orders/advance', { id, ...to }),
		cancel: (id: string, cancellation: IconicCancellation = {}) =>
			ask<IconicOrderState>('POST', 'orders/cancel', { id, ...cancellation }),
		seed: (products: readonly IconicProductDraft[]) => ask<void>('POST', 'products', { products }),
		/** Every call is answered with 503 for so long. */
		maintain: (forMs: number) => ask<void>('POST', 'maintenance', { forMs }),
		/** Those of this channel beside those of every channel. */
		faults: (faults: IconicFaults) => ask<void>('POST', 'faults', faults),
	};
};

export type IconicShop = ReturnType<ReturnType<typeof shopAt>>;
