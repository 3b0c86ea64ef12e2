import type { HttpRequest } from '../connector';
import { page, post, prefix, rowsPerCall, write } from './requests';

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

export interface Courier {
	/** The code of the courier in Uniware. */
	readonly provider: string;
	readonly tracking: string;
}

export const allocateCourier = (code: string, { provider, tracking }: Courier, facility: string) =>
	onPackage('allocateShippingProvider', code, facility, {
		...{ shippingProviderCode: provider, trackingNumber: tracking },
	});

/** From any step before it; without courier or number it keeps those that it has. */
export const forceDispatch = (code: string, { provider, tracking }: Courier, facility: string) =>
	onPackage('forceDispatch', code, facility, {
		...(provider !== '' && { shippingProviderCode: provider }),
		...(tracking !== '' && { trackingNumber: tracking }),
		...{ skipDetailing: true, skipChannelInvoicing: false },
	});

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

/** Opened, filled and closed in one call; Uniware wants the courier by code and by name. */
export const createAndClose = (
	{ channel, provider, isShippedByMarketplace }: NewManifest,
	packageCodes: readonly string[],
	facility: string,
) =>
	write(
		'/oms/shippingManifest/createclose',
		{
			...{ channel, thirdPartyShipping: isShippedByMarketplace, shippingMethodCode: 'STD' },
			...{ shippingProviderCode: provider, shippingProviderName: provider },
			shippingPackageCodes: packageCodes,
		},
		facility,
	);

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

export const completeReturn = (
	{ order, items: codes, condition }: ReturnArrived,
	facility: string,
) =>
	write(
		'/oms/returns/complete',
		{
			saleOrderCode: order,
			saleOrderItems: codes.map((code) => ({ code, status: condition, shelfCode: 'DEFAULT' })),
		},
		facility,
	);

export const conditions = ['GOOD_INVENTORY', 'BAD_INVENTORY', 'QC_REJECTED'] as const;

export interface ReturnArrived {
	readonly order: string;
	readonly items: readonly string[];
	readonly condition: (typeof conditions)[number];
}

export interface ReturnFilter {
	readonly type: 'CIR' | 'RTO';
	readonly from: string;
	readonly to: string;
}

export const returnsUpdated = ({ type, from, to }: ReturnFilter) =>
	post('/oms/return/search', { returnType: type, updatedFrom: from, updatedTo: to });
