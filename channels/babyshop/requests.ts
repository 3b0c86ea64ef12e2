import type { HttpRequest } from '../connector';

/** The most that Babyshop gives on one page (reference/babyshop-vinculum.md 3). */
export const pageLimit = 100;

/** The most orders that are asked for by number in one call (reference/babyshop-vinculum.md 8.3). */
export const fetchLimit = 50;

/** A form with one field that holds JSON: a JSON body is not understood (reference/babyshop-vinculum.md 3). */
const call = (operation: string, body: object): HttpRequest => ({
	method: 'POST',
	path: `/${operation}`,
	headers: { 'content-type': 'application/x-www-form-urlencoded' },
	body: new URLSearchParams({ RequestBody: JSON.stringify(body) }).toString(),
});

const change = (operation: string, body: object): HttpRequest => ({
	...call(operation, body),
	writes: true,
});

/** Of all that changed since `updateDate`, in the text of the zone. */
export const ordersChanged = (updateDate: string, pageNumber: number) =>
	call('orderList', { updateDate, pageNumber, limit: pageLimit });

/** Of all that are in one of the statuses now, whenever they changed. */
export const ordersIn = (statuses: readonly string[], pageNumber: number, limit = pageLimit) =>
	call('orderList', { filterStatusList: statuses.join(','), pageNumber, limit });

/** At most `fetchLimit` numbers. */
export const ordersByNumber = (numbers: readonly string[]) =>
	call('orderFetch', { orderNo: numbers, pageNumber: 1, limit: numbers.length });

/** The whole catalog, as the guide of the API has it for the first run. */
export const products = (pageNumber: number) =>
	call('productFetch', {
		updatedDate: '01/01/2015 00:00:00',
		skuCode: [],
		pageNumber,
		limit: pageLimit,
	});

/** Text of a whole number, absolute. Prices are not told, so that they stay as they are. */
export interface StockToTell {
	readonly sku: string;
	readonly invQty: string;
}

/** At most a hundred rows, each code once. */
export const updateInventory = (rows: readonly StockToTell[]) =>
	change('inventoryPriceUpdate', { invPriceList: rows });

/** Whole numbers where they are such, as in the published sample. */
export const inventoryStatus = (moderationIds: readonly string[]) =>
	call('inventoryPriceStatus', {
		moderationIdsList: moderationIds.map((id) => (/^\d{1,15}$/.test(id) ? Number(id) : id)),
	});

/** As text: centimetres and kilograms, '' where nobody knows. */
export interface Parcel {
	readonly length: string;
	readonly bredth: string;
	readonly height: string;
	readonly weight: string;
}

/** Empty courier fields leave the courier to the marketplace (reference/babyshop-vinculum.md 10). */
export const generateInvoice = (orderNo: string, lines: readonly string[], parcel: Parcel) =>
	change('generateInvoice', {
		orderItemsList: lines.map((lineNo) => ({
			orderNo,
			lineNo,
			invoiceNo: '',
			transporterName: '',
			trackingNo: '',
			imeiNos: '',
			...parcel,
		})),
	});

export const fetchInvoice = (invoiceNo: string) => call('fetchInvoice', { invoiceNo });

/** How the document of a label is called: integrations in the field write the first, the published sample the second. */
export type LabelName = 'ShippingLabel' | 'shippingLabel';

export const fetchLabel = (invoiceNo: string, documentType: LabelName): HttpRequest => ({
	...call('fetchDocuments', { invoiceNo, documentType }),
	isFile: true,
});

/** All shipments of one order, so that an order is told as a whole or not at all. */
export const orderShipping = (
	orderNo: string,
	shipments: readonly Readonly<{ invoice: string; awb: string; carrier: string | null }>[],
) =>
	change('orderShipping', {
		shipDetails: shipments.map(({ invoice, awb, carrier }) => ({
			orderNo,
			invNo: invoice,
			transporter: carrier ?? '',
			awbNo: awb,
		})),
	});

/** Of the whole order: there is no other (reference/babyshop-vinculum.md 12). */
export const orderCancellation = (orderNo: string) => change('orderCancellation', { orderNo });
