import type { UniwareOrderState } from '../../sandbox/uniware/stateTypes';
import type {
	UniwareAdvance,
	UniwareCall,
	UniwareCancellation,
	UniwareCourierReturn,
	UniwareEdit,
	UniwareFacility,
	UniwareFaults,
	UniwareItemDraft,
	UniwareSplit,
	UniwareState,
	UniwareStockDraft,
	UniwareTracking,
} from '../../sandbox/uniware/types';
import { controlsAt } from '../shop';

/** What people do in Uniware: they count and receive, pack and ship, hold and cancel. */
export const uniwareShopAt = (sandbox: string) => {
	const { ask, hasCall, ...controls } = controlsAt<UniwareCall, UniwareState>(sandbox);
	return {
		...controls,
		callOf: { fulfilments: 'saleOrder/search', stock: 'inventorySnapshot/get' },
		hasMet: (operation: string, since: number) => hasCall(since, ({ kind }) => kind === operation),
		facilities: (facilities: readonly UniwareFacility[]) =>
			ask<void>('POST', 'facilities', { facilities }),
		seed: (items: readonly UniwareItemDraft[]) => ask<void>('POST', 'items', { items }),
		count: (counts: readonly UniwareStockDraft[]) => ask<void>('POST', 'stock', { counts }),
		/** All that waits. */
		allocate: () => ask<void>('POST', 'orders/allocate', {}),
		advance: (code: string, to: UniwareAdvance) =>
			ask<UniwareOrderState>('POST', 'orders/advance', { code, ...to }),
		track: (code: string, tracking: UniwareTracking) =>
			ask<UniwareOrderState>('POST', 'orders/track', { code, ...tracking }),
		split: (code: string, split: UniwareSplit) =>
			ask<UniwareOrderState>('POST', 'orders/split', { code, ...split }),
		edit: (code: string, edit: UniwareEdit) =>
			ask<UniwareOrderState>('POST', 'orders/edit', { code, ...edit }),
		cancel: (code: string, cancellation: UniwareCancellation = {}) =>
			ask<UniwareOrderState>('POST', 'orders/cancel', { code, ...cancellation }),
		/** The courier brings it back. */
		sendBack: (code: string, courierReturn: UniwareCourierReturn) =>
			ask<UniwareOrderState>('POST', 'orders/send-back', { code, ...courierReturn }),
		/** Those of this system beside those of every one. */
		faults: (faults: UniwareFaults) => ask<void>('POST', 'faults', faults),
	};
};

export type UniwareShop = ReturnType<typeof uniwareShopAt>;
