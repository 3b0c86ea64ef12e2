import type { HttpRequest } from '../connector';

/** The most that is safe on one page of any list (reference/the-iconic-sellercenter.md 4). */
export const pageLimit = 100;

/** One after the other; a name with `[]` may come more than once. */
type Parameters = readonly (readonly [name: string, value: string | number])[];

const read = (path: string, parameters: Parameters = []): HttpRequest => {
	const query = new URLSearchParams();
	for (const [name, value] of parameters) query.append(name, String(value));
	return { method: 'GET', path: query.size === 0 ? path : `${path}?${query.toString()}` };
};

const write = (path: string, body: object): HttpRequest => ({
	method: 'POST',
	path,
	body,
	writes: true,
});

const each = (name: string, values: readonly string[]): Parameters =>
	values.map((value) => [name, value]);

const paged = (offset: number, limit = pageLimit): Parameters => [
	['limit', limit],
	['offset', offset],
];

export const seller = () => read('/v2/seller');

/** Of all that the seller ships and that changed since, the oldest change first. */
export const ordersChanged = (updateDateStart: string, offset: number) =>
	read('/v2/orders', [
		...paged(offset),
		['updateDateStart', updateDateStart],
		['fulfilmentType[]', 'merchant'],
		['sort', 'updatedAt'],
		['sortDir', 'asc'],
	]);

/** At most `pageLimit` ids. */
export const ordersById = (ids: readonly string[]) =>
	read('/v2/orders', [...paged(0), ...each('orderIds[]', ids)]);

export const ordersByNumber = (number: string) =>
	read('/v2/orders', [...paged(0), ['orderNumbers[]', number]]);

export const latestOrders = (offset: number, limit: number) =>
	read('/v2/orders', [...paged(offset, limit), ['sort', 'createdAt'], ['sortDir', 'desc']]);

export const order = (id: string) => read(`/v2/orders/${id}`);

export const packages = (items: readonly string[]) =>
	read('/v2/order-items/packages', each('orderItemIds[]', items));

/** Those that are switched on. */
export const providers = () => read('/v2/orders-shipment-providers', [['status', 1]]);

export const reasons = () => read('/v2/orders-failure-reasons');

/** How parcels leave, as far as it is told; what is not known is left out. */
export interface Leaving {
	readonly deliveryType: string;
	readonly shippingProvider?: string;
	readonly trackingNumber?: string;
}

const status = (name: string, body: object) => write(`/v2/orders/statuses/${name}`, body);

const numbers = (items: readonly string[]) => items.map(Number);

/** The items are named otherwise than for `setReadyToShip` (reference/the-iconic-sellercenter.md 8). */
export const setPacked = (items: readonly string[], leaving: Leaving) =>
	status('set-to-packed-by-marketplace', {
		orderItems: numbers(items).map((orderItemId) => ({ orderItemId })),
		...leaving,
	});

export const setReadyToShip = (items: readonly string[], leaving: Leaving) =>
	status('set-to-ready-to-ship', {
		orderItems: numbers(items).map((id) => ({ id })),
		...leaving,
	});

export const setShipped = (items: readonly string[]) =>
	status('set-to-shipped', { orderItemIds: numbers(items) });

export const setDelivered = (items: readonly string[]) =>
	status('set-to-delivered', { orderItemIds: numbers(items) });

export const setCancelled = (items: readonly string[], reason: string) =>
	status('set-to-cancelled', { orderItemIds: numbers(items), reason });

/** Of the whole package that the item is in. */
export const setTrackingCode = (item: string, trackingCode: string) =>
	write(`/v2/order-item/${item}/tracking-code`, { trackingCode });

/** Of the whole package that the item is in. */
export const setProvider = (item: string, shippingProvider: string, trackingCode: string) =>
	write(`/v2/order-item/${item}/shipping-provider`, { shippingProvider, trackingCode });

/** The oldest first, so that new ones move nothing. */
export const productSets = (offset: number, limit: number) =>
	read('/v2/product-sets', [
		...paged(offset, limit),
		['orderBy', 'createdAt'],
		['orderDirection', 'ASC'],
	]);

export const productsOf = (set: string) => read(`/v2/product-set/${set}/products`);

/** At most `pageLimit` SKUs; what is not known is missing from the answer. */
export const productsBySku = (skus: readonly string[]) =>
	read('/v2/product/seller-skus', [...each('sellerSkus[]', skus), ...paged(0)]);

export const stockOf = (product: string) => read(`/v2/stock/product/${product}`);

export const stockOfSet = (set: string) => read(`/v2/stock/product-set/${set}`);

export interface StockToTell {
	readonly productId: number;
	readonly quantity: number;
}

/** At most a hundred rows, absolute, each product once. */
export const setStock = (rows: readonly StockToTell[]): HttpRequest => ({
	method: 'PUT',
	path: '/v2/stock/product',
	body: rows,
	writes: true,
});

/** Of single items, or of a whole order. Nothing of the order changes by it. */
export const exportDocument = (
	documentType: string,
	of: { readonly orderItemIds: readonly number[] } | { readonly orderIds: readonly number[] },
): HttpRequest => ({
	method: 'POST',
	path: '/v2/orders/export-document',
	body: { ...of, documentType, format: 'pdf' },
});

/** It is answered when the file is there, or after half a minute. */
export const fileStatus = (uuid: string) => read(`/filemanager/v1/files/${uuid}/status`);

export const file = (uuid: string): HttpRequest => ({
	...read(`/filemanager/v1/files/download/${uuid}`),
	isFile: true,
});
