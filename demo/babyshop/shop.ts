import type { BabyshopOrderState } from '../../sandbox/babyshop/stateTypes';
import type {
	BabyshopCall,
	BabyshopCancelledLine,
	BabyshopFaults,
	BabyshopModeration,
	BabyshopOrderAdvance,
	BabyshopOrderDraft,
	BabyshopOrderEdit,
	BabyshopProductDraft,
	BabyshopState,
} from '../../sandbox/babyshop/types';
import { controlsAt } from '../shop';

/** Babyshop's side of the story, over the sandbox's control calls: customers order and cancel, the panel and the courier go on. */
export const shopAt = (sandbox: string) => {
	const { ask, hasCall, ...controls } = controlsAt<BabyshopCall, BabyshopState>(sandbox);
	return {
		...controls,
		callOf: { orders: 'orderList', inventory: 'inventoryPriceUpdate' },
		hasMet: (operation: string, since: number) => hasCall(since, ({ kind }) => kind === operation),
		place: (orders: readonly BabyshopOrderDraft[]) =>
			ask<readonly BabyshopOrderState[]>('POST', 'orders', { orders }),
		/** An edit of nothing only moves the time of change. */
		edit: (id: string, edit: BabyshopOrderEdit) =>
			ask<BabyshopOrderState>('POST', 'orders/edit', { id, ...edit }),
		advance: (id: string, to: BabyshopOrderAdvance) =>
			ask<BabyshopOrderState>('POST', 'orders/advance', { id, ...to }),
		/** The whole order. */
		cancel: (id: string) => ask<BabyshopOrderState>('POST', 'orders/cancel', { id }),
		cancelLines: (id: string, lines: readonly BabyshopCancelledLine[]) =>
			ask<BabyshopOrderState>('POST', 'orders/cancel-lines', { id, lines }),
		seed: (products: readonly BabyshopProductDraft[]) =>
			ask<void>('POST', 'products', { products }),
		moderate: (moderation: BabyshopModeration) => ask<void>('POST', 'moderation', moderation),
		/** Those of this channel beside those of every channel. */
		faults: (faults: BabyshopFaults) => ask<void>('POST', 'faults', faults),
	};
};

export type BabyshopShop = ReturnType<typeof shopAt>;
