import type { OmnifulDelivery, OmnifulOrderState } from '../../sandbox/omniful/stateTypes';
import type {
	OmnifulAdvance,
	OmnifulCall,
	OmnifulCancellation,
	OmnifulHold,
	OmnifulSettings,
	OmnifulSkuDraft,
	OmnifulState,
	OmnifulStockDraft,
} from '../../sandbox/omniful/types';
import { controlsAt } from '../shop';

/** What people do in Omniful: they count and receive, pack and ship, hold, approve and cancel. */
export const omnifulShopAt = (sandbox: string) => {
	const { ask, hasCall, ...controls } = controlsAt<OmnifulCall, OmnifulState>(sandbox);
	return {
		...controls,
		callOf: { fulfilments: 'orders/search', stock: 'stock/list' },
		hasMet: (operation: string, since: number) => hasCall(since, ({ kind }) => kind === operation),
		seed: (skus: readonly OmnifulSkuDraft[]) => ask<void>('POST', 'skus', { skus }),
		count: (counts: readonly OmnifulStockDraft[]) => ask<void>('POST', 'stock', { counts }),
		/** All that wait for a hub. */
		route: () => ask<void>('POST', 'orders/route', {}),
		advance: (order: string, to: OmnifulAdvance) =>
			ask<OmnifulOrderState>('POST', 'orders/advance', { order, ...to }),
		hold: (order: string, hold: OmnifulHold) =>
			ask<OmnifulOrderState>('POST', 'orders/hold', { order, ...hold }),
		release: (order: string) => ask<OmnifulOrderState>('POST', 'orders/release', { order }),
		cancel: (order: string, cancellation: OmnifulCancellation = {}) =>
			ask<OmnifulOrderState>('POST', 'orders/cancel', { order, ...cancellation }),
		set: (settings: OmnifulSettings) => ask<void>('POST', 'settings', settings),
		deliveries: () => ask<readonly OmnifulDelivery[]>('GET', 'deliveries'),
		/** The last webhook once more. */
		sendAgain: () => ask<void>('POST', 'deliveries/again', {}),
	};
};

export type OmnifulShop = ReturnType<typeof omnifulShopAt>;
