import type { OkerOrderState } from '../../sandbox/oker/stateTypes';
import type {
	OkerCall,
	OkerCancellation,
	OkerFaults,
	OkerOrderAdvance,
	OkerOrderDraft,
	OkerOrderEdit,
	OkerProductDraft,
	OkerState,
	OkerWarehouse,
} from '../../sandbox/oker/types';
import { controlsAt } from '../shop';

/** Oker's side of the story, over the sandbox's control calls: customers order and cancel, the marketplace and its courier go on. */
export const shopAt = (sandbox: string) => {
	const { ask, hasCall, ...controls } = controlsAt<OkerCall, OkerState>(sandbox);
	return {
		...controls,
		callOf: { orders: 'listOrders', inventory: 'updateInventory' },
		hasMet: (operation: string, since: number) => hasCall(since, ({ kind }) => kind === operation),
		place: (orders: readonly OkerOrderDraft[]) =>
			ask<readonly OkerOrderState[]>('POST', 'orders', { orders }),
		/** An edit of nothing only moves the time of change. */
		edit: (id: string, edit: OkerOrderEdit) =>
			ask<OkerOrderState>('POST', 'orders/edit', { id, ...edit }),
		advance: (id: string, to: OkerOrderAdvance) =>
			ask<OkerOrderState>('POST', 'orders/advance', { id, ...to }),
		cancel: (id: string, cancellation: OkerCancellation = {}) =>
			ask<OkerOrderState>('POST', 'orders/cancel', { id, ...cancellation }),
		hold: (id: string, onHold: boolean) =>
			ask<OkerOrderState>('POST', 'orders/hold', { id, onHold }),
		seed: (products: readonly OkerProductDraft[]) => ask<void>('POST', 'products', { products }),
		warehouses: (warehouses: readonly OkerWarehouse[]) =>
			ask<void>('POST', 'warehouses', { warehouses }),
		/** Those of this channel beside those of every channel. */
		faults: (faults: OkerFaults) => ask<void>('POST', 'faults', faults),
	};
};

export type OkerShop = ReturnType<typeof shopAt>;
