import type { HttpRequest } from '../connector';

const prefix = '/services/rest/v1';

/** A call of the API. Those of one facility, and order create, name it in a header (reference/uniware-oker.md 1.1). */
const post = (path: string, body: unknown, facility?: string): HttpRequest => ({
	method: 'POST',
	path: `${prefix}${path}`,
	...(facility !== undefined && { headers: { Facility: facility } }),
	body,
});

const write = (path: string, body: unknown, facility?: string): HttpRequest => ({
	...post(path, body, facility),
	writes: true,
});

/** More of them were seen to work and are not documented (reference/uniware-oker.md 10). */
export const rowsPerCall = { orders: 50, items: 100, packages: 100 } as const;

const page = (displayStart: number, displayLength: number, getCount = false) => ({
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

export type HoldAction = 'hold' | 'unhold' | 'verify';

export const onOrder = (action: HoldAction, saleOrderCode: string) =>
	write(`/oms/saleOrder/${action}`, { saleOrderCode });

export const items = (skip: number) =>
	post('/product/itemType/search', page(skip, rowsPerCall.items));

export const itemWithSku = (skuCode: string) => post('/catalog/itemType/get', { skuCode });

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

export interface PackageFilter {
	readonly package?: string;
	readonly order?: string;
	readonly status?: string;
}

export const packages = (
	{ package: code, order, status }: PackageFilter,
	skip: number,
	facility: string,
) =>
	post(
		'/oms/shippingPackage/search',
		{
			...(code !== undefined && { shippingPackageCode: code }),
			...(order !== undefined && { saleOrderCode: order }),
			...(status !== undefined && { statuses: [status] }),
			...page(skip, rowsPerCall.packages),
		},
		facility,
	);

const onPackage = (action: string, code: string, facility: string, more: object = {}) =>
	write(`/oms/shippingPackage/${action}`, { shippingPackageCode: code, ...more }, facility);

export const invoiceAndLabel = (code: string, facility: string) =>
	onPackage('createInvoiceAndGenerateLabel', code, facility, {
		generateUniwareShippingLabel: true,
	});

export const existingLabel = (shippingPackageCode: string, facility: string) =>
	post('/oms/shippingPackage/getInvoiceLabel', { shippingPackageCode }, facility);

export const dispatch = (code: string, facility: string) => onPackage('dispatch', code, facility);

export const invoiceFile = (code: string): HttpRequest => ({
	method: 'GET',
	path: `${prefix}/oms/invoice/show`,
	query: { invoiceCodes: code },
	isFile: true,
});

export interface NewManifest {
	readonly channel: string;
	readonly provider: string;
	readonly isShippedByMarketplace: boolean;
}

export const createManifest = (
	{ channel, provider, isShippedByMarketplace }: NewManifest,
	facility: string,
) =>
	write(
		'/oms/shippingManifest/create',
		{
			channel,
			thirdPartyShipping: isShippedByMarketplace,
			...(provider !== '' && { shippingProviderCode: provider }),
		},
		facility,
	);

export const addToManifest = (code: string, packageCode: string, facility: string) =>
	write(
		'/oms/shippingManifest/addShippingPackage',
		{ shippingManifestCode: code, shippingPackageCodes: [packageCode] },
		facility,
	);

export const closeManifest = (shippingManifestCode: string, facility: string) =>
	write('/oms/shippingManifest/close', { shippingManifestCode }, facility);

export const manifest = (shippingManifestCode: string, facility: string) =>
	post('/oms/shippingManifest/get', { shippingManifestCode }, facility);

export const markDelivered = (saleOrderCode: string, saleOrderItemCodes: readonly string[]) =>
	write('/saleOrderItem/markDelivered', { saleOrderCode, saleOrderItemCodes });

export interface NewReturn {
	readonly order: string;
	readonly items: readonly string[];
	readonly reason: string;
}

export const createReturn = ({ order, items: codes, reason }: NewReturn, facility: string) =>
	write(
		'/oms/reversePickup/create',
		{
			saleOrderCode: order,
			reversePickItems: codes.map((saleOrderItemCode) => ({ saleOrderItemCode, reason })),
			// As it was seen (reference/uniware-oker.md 2.6).
			actionCode: 'WAC',
		},
		facility,
	);

export interface ReturnFilter {
	readonly type: 'CIR' | 'RTO';
	readonly from: string;
	readonly to: string;
}

export const returnsUpdated = ({ type, from, to }: ReturnFilter) =>
	post('/oms/return/search', { returnType: type, updatedFrom: from, updatedTo: to });
