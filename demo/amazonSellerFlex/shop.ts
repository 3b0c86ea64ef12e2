import type {
	AmazonCall,
	AmazonCancellation,
	AmazonFaults,
	AmazonGrants,
	AmazonLocation,
	AmazonProductDraft,
	AmazonShipmentAdvance,
	AmazonShipmentDraft,
	AmazonShipmentState,
	AmazonState,
} from '../../sandbox/amazonSellerFlex/types';
import { controlsAt } from '../shop';

/** Amazon's side of the story, over the sandbox's control calls: it hands orders to the hubs, cancels, and its carrier collects. */
export const shopAt = (sandbox: string) => {
	const { ask, hasCall, ...controls } = controlsAt<AmazonCall, AmazonState>(sandbox);
	return {
		...controls,
		callOf: { orders: 'getShipments', inventory: 'batchInventory' },
		hasMet: (operation: string, since: number) => hasCall(since, ({ kind }) => kind === operation),
		place: (orders: readonly AmazonShipmentDraft[]) =>
			ask<readonly AmazonShipmentState[]>('POST', 'orders', { orders }),
		advance: (id: string, to: AmazonShipmentAdvance) =>
			ask<AmazonShipmentState>('POST', 'orders/advance', { id, ...to }),
		cancel: (id: string, cancellation: AmazonCancellation = {}) =>
			ask<AmazonShipmentState>('POST', 'orders/cancel', { id, ...cancellation }),
		seed: (products: readonly AmazonProductDraft[]) => ask<void>('POST', 'products', { products }),
		locations: (locations: readonly AmazonLocation[]) =>
			ask<void>('POST', 'locations', { locations }),
		grants: (grants: Partial<AmazonGrants>) => ask<void>('POST', 'grants', grants),
		/** Those of Amazon's own beside those of every channel. */
		faults: (faults: AmazonFaults) => ask<void>('POST', 'faults', faults),
	};
};

export type AmazonShop = ReturnType<typeof shopAt>;
