import type {
	CancelledLine,
	IkasCall,
	IkasState,
	OrderAdvance,
	OrderDraft,
	OrderEdit,
	OrderState,
} from '../../sandbox/ikas/types';
import { controlsAt } from '../shop';

/** The shop's side of the story, over the sandbox's control calls: customers order, edit and cancel. */
export const shopAt = (sandbox: string) => {
	const { ask, hasCall, ...controls } = controlsAt<IkasCall, IkasState>(sandbox);
	return {
		...controls,
		callOf: { orders: 'listOrder', inventory: 'saveProductStockLocations' },
		hasMet: (field: string, since: number) =>
			hasCall(since, ({ fields }) => fields.includes(field)),
		place: (orders: readonly OrderDraft[]) =>
			ask<readonly OrderState[]>('POST', 'orders', { orders }),
		edit: (id: string, edit: OrderEdit) => ask<OrderState>('POST', 'orders/edit', { id, ...edit }),
		advance: (id: string, to: OrderAdvance) =>
			ask<OrderState>('POST', 'orders/advance', { id, ...to }),
		/** All of it, or what is named. */
		cancel: (id: string, lines?: readonly CancelledLine[]) =>
			ask<OrderState>('POST', 'orders/cancel', { id, lines }),
		seed: (products: readonly object[]) => ask<void>('POST', 'products', { products }),
		/** What somebody types into the panel. */
		setStock: (counts: readonly object[]) => ask<void>('POST', 'stock', { counts }),
		locations: (locations: readonly object[]) => ask<void>('POST', 'locations', { locations }),
	};
};

export type IkasShop = ReturnType<typeof shopAt>;
