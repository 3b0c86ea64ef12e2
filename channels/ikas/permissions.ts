/** Scopes of the private app, by what takes them (reference/ikas.md 2.1). Which of them stock takes is not confirmed. */
export const readOrders = 'READ_ORDERS';
export const writeOrders = 'WRITE_ORDERS';
export const readProducts = 'READ_PRODUCTS';
export const readInventories = 'READ_INVENTORIES';
export const writeInventories = 'WRITE_INVENTORIES';

export const permissions = [
	readOrders,
	writeOrders,
	readProducts,
	readInventories,
	writeInventories,
];
