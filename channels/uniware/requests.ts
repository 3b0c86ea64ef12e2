import type { HttpRequest } from '../connector';

export const prefix = '/services/rest/v1';

/** A call of the API. Those of one facility, and order create, name it in a header (reference/uniware-oker.md 1.1). */
export const post = (path: string, body: unknown, facility?: string): HttpRequest => ({
	method: 'POST',
	path: `${prefix}${path}`,
	...(facility !== undefined && { headers: { Facility: facility } }),
	body,
});

export const write = (path: string, body: unknown, facility?: string): HttpRequest => ({
	...post(path, body, facility),
	writes: true,
});

/** More of them were seen to work and are not documented (reference/uniware-oker.md 10). */
export const rowsPerCall = { orders: 50, items: 100, packages: 100 } as const;

export const page = (displayStart: number, displayLength: number, getCount = false) => ({
	searchOptions: { displayStart, displayLength, getCount },
});

/** In this very case, other than its siblings (reference/uniware-oker.md 1.1). */
export const getOrder = (code: string) => post('/oms/saleorder/get', { code });

export interface ChangedWithin {
	/** Epoch ms, both included; null for all there is. */
	readonly within: { readonly from: number; readonly to: number } | null;
	readonly skip: number;
	readonly isCounted: boolean;
	/** Only orders of this channel. */
	readonly channel?: string;
}

export const ordersChanged = ({ within, skip, isCounted, channel }: ChangedWithin) =>
	post('/oms/saleOrder/search', {
		...(channel !== undefined && { channel }),
		...(within !== null && {
			fromDate: new Date(within.from).toISOString(),
			toDate: new Date(within.to).toISOString(),
			dateType: 'UPDATED',
		}),
		...page(skip, rowsPerCall.orders, isCounted),
	});

export interface OrderFilter {
	/** The number that people see. */
	readonly number?: string;
	readonly status?: string;
	readonly channel?: string;
}

export const ordersFound = ({ number, status, channel }: OrderFilter, skip: number) =>
	post('/oms/saleOrder/search', {
		...(number !== undefined && { displayOrderCode: number }),
		...(status !== undefined && { status }),
		...(channel !== undefined && { channel }),
		...page(skip, rowsPerCall.orders),
	});

export const createOrder = (saleOrder: Readonly<Record<string, unknown>>, facility: string) =>
	write('/oms/saleOrder/create', { saleOrder }, facility);

/** The hub tells the channel itself. */
export const cancelOrder = (saleOrderCode: string, cancellationReason: string) =>
	write('/oms/saleOrder/cancel', { saleOrderCode, cancelOnChannel: false, cancellationReason });

/** Of single units, by Uniware's codes of them. */
export const cancelUnits = (
	saleOrderCode: string,
	saleOrderItemCodes: readonly string[],
	cancellationReason: string,
) =>
	write('/oms/saleOrder/cancel', {
		...{ saleOrderCode, saleOrderItemCodes, cancelPartially: true },
		...{ cancelOnChannel: false, cancellationReason },
	});

export type HoldAction = 'hold' | 'unhold' | 'verify';

export const onOrder = (action: HoldAction, saleOrderCode: string) =>
	write(`/oms/saleOrder/${action}`, { saleOrderCode });

export const onUnits = (
	action: 'hold' | 'unhold',
	saleOrderCode: string,
	saleOrderItemCodes: readonly string[],
) => write(`/oms/saleOrder/${action}SaleOrderItems`, { saleOrderCode, saleOrderItemCodes });

export const items = (skip: number) =>
	post('/product/itemType/search', page(skip, rowsPerCall.items));

export const itemWithSku = (skuCode: string) => post('/catalog/itemType/get', { skuCode });

/** In spite of its name, creating edits nothing (reference/uniware-oker.md 2.2). */
export const saveItem = (itemType: Readonly<Record<string, unknown>>, isNew: boolean) =>
	write(`/catalog/itemType/${isNew ? 'createOrEdit' : 'edit'}`, { itemType });

export const snapshot = (skus: readonly string[], facility: string) =>
	post('/inventory/inventorySnapshot/get', { itemTypeSKUs: skus }, facility);

export const adjust = (rows: readonly object[], facility: string) =>
	write('/inventory/adjust/bulk', { inventoryAdjustments: rows, forceAllocate: false }, facility);

/** All that there ever were and will be. */
export const facilities = () =>
	post('/facility/search', {
		facilityStatus: 'ENABLED',
		fromDate: '2000-01-01T00:00:00Z',
		toDate: '2100-01-01T00:00:00Z',
		dateType: 'CREATED',
	});

export const facilityWithCode = (facilityCode: string) =>
	post('/facility/get', { facilityCode }, facilityCode);
