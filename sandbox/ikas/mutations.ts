import { linesCancelled } from './cancelLines';
import { fulfilled } from './fulfil';
import { cancelInput, fulfilInput, inputOf, moveInput, stockInput, undoInput } from './inputs';
import { packagesMoved } from './movePackages';
import type { RootField } from './roots';
import { packageUndone } from './undoPackage';

const onOrders = ['WRITE_ORDERS'];

/** What a client may change (reference/ikas.md 10, 11, 12). */
export const mutations: Readonly<Record<string, RootField>> = {
	saveProductStockLocations: {
		// Which of the two it takes is a guess (reference/ikas.md 2.1, 14).
		scopes: ['WRITE_INVENTORIES', 'WRITE_PRODUCTS'],
		resolve: ({ catalog }, { input }) => catalog.push(inputOf(stockInput, input)),
	},
	fulfillOrder: {
		scopes: onOrders,
		resolve({ shop }, { input }) {
			const asked = inputOf(fulfilInput, input);
			return shop.byApi(asked.orderId, 'advanced', (order, context) =>
				fulfilled(order, context, asked),
			);
		},
	},
	updateOrderPackageStatus: {
		scopes: onOrders,
		resolve({ shop }, { input }) {
			const asked = inputOf(moveInput, input);
			return shop.byApi(asked.orderId, 'advanced', (order, context) =>
				packagesMoved(order, context, asked),
			);
		},
	},
	cancelFulfillment: {
		scopes: onOrders,
		resolve({ shop }, { input }) {
			const asked = inputOf(undoInput, input);
			return shop.byApi(asked.orderId, 'advanced', (order, context) =>
				packageUndone(order, context, asked),
			);
		},
	},
	cancelOrderLine: {
		scopes: onOrders,
		resolve({ shop }, { input }) {
			const asked = inputOf(cancelInput, input);
			return shop.byApi(asked.orderId, 'cancelled', (order, context) =>
				linesCancelled(order, context, asked),
			);
		},
	},
};
