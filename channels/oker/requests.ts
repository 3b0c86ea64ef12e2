import type { Instant } from '../../domain/instant';
import type { HttpRequest } from '../connector';
import type { Rates } from './invoice';

/** The most rows of one page. Gateways of Core level honour no other number (docs/oker-connector.openapi.yaml). */
export const pageLimit = 50;

const get = (path: string, query: Readonly<Record<string, string>> = {}): HttpRequest => ({
	method: 'GET',
	path,
	query,
});

/** A write; under a key, a gateway that knows keys does it once. */
const post = (path: string, body: object, key: string | null = null): HttpRequest => ({
	method: 'POST',
	path,
	body,
	writes: true,
	...(key !== null && { headers: { 'idempotency-key': key } }),
});

export const connectorInfo = () => get('/connectorInfo');

export const warehouses = () => get('/warehouses');

export const productsCount = () => get('/productsCount', { publishedStatus: 'PUBLISHED' });

const page = (pageNumber: number) => ({
	pageNumber: String(pageNumber),
	pageSize: String(pageLimit),
});

export const products = (pageNumber: number) =>
	get('/products', { ...page(pageNumber), publishedStatus: 'PUBLISHED' });

/** Of every status. */
export const ordersChanged = (updatedSince: Instant, pageNumber: number) =>
	get('/orders', { ...page(pageNumber), updatedSince });

const everyStatus = 'PENDING_VERIFICATION,CREATED,PROCESSING,COMPLETE,CANCELLED';

/** Of every status; the end is exclusive. */
export const ordersPlaced = (from: Instant, to: Instant, pageNumber: number) =>
	get('/orders', {
		...page(pageNumber),
		orderStatus: everyStatus,
		orderDateFrom: from,
		orderDateTo: to,
	});

/** Exactly these; no more than the gateway takes at once. */
export const ordersById = (ids: readonly string[]) =>
	get('/orders', {
		orderIds: ids.join(','),
		pageNumber: '1',
		pageSize: String(Math.max(5, ids.length)),
	});

export const acknowledge = (orderId: string) => post('/orders/acknowledge', { orderId });

export interface CancelledItem {
	readonly orderItemId: string;
	readonly productId: string;
	readonly variantId: string;
	readonly quantity: number;
}

export interface Cancel {
	readonly orderId: string;
	readonly cancellationReason?: string;
	readonly orderItems: readonly CancelledItem[];
}

export const cancelOrder = (body: Cancel, key: string | null) => post('/orders/cancel', body, key);

/** Millimetres and grams. */
export interface Size {
	readonly boxLength: number;
	readonly boxWidth: number;
	readonly boxHeight: number;
	readonly weight: number;
}

export interface Pack {
	readonly orderId: string;
	readonly facilityCode?: string;
	readonly packageReference: string;
	readonly boxes?: readonly Size[];
	readonly orderItems: readonly { readonly orderItemId: string; readonly quantity: number }[];
}

export const packOrder = (body: Pack, key: string | null) => post('/orders/pack', body, key);

/** Older gateways go by the order. `isMoment`: asking is what makes the invoice. */
export const invoiceDetails = (
	orderId: string,
	items: readonly string[],
	isMoment: boolean,
): HttpRequest => ({
	...get('/invoiceDetails', { orderItemIds: items.join(','), orderId }),
	...(isMoment && { writes: true }),
});

export const courierDetails = (items: readonly string[]) =>
	get('/courierDetails', { orderItemIds: items.join(',') });

/** As a file where the gateway sends files, else in JSON. */
export const label = (items: readonly string[], isPdf: boolean): HttpRequest => ({
	...get('/orders/labels', { orderItemIds: items.join(',') }),
	headers: { accept: isPdf ? 'application/pdf' : 'application/json' },
});

export interface Measured extends Size {
	/** One row for each unit. */
	readonly orderItems: readonly {
		readonly orderItemId: string;
		readonly invoiceNumber: string;
		readonly invoiceDate: Instant;
	}[];
}

export const shipmentDetails = (body: Measured, key: string | null) =>
	post('/orders/labels', body, key);

export interface Dispatch {
	readonly orderId?: string;
	readonly manifestReference?: string;
	readonly orderItems: readonly ({
		readonly orderItemId: string;
		readonly quantity: number;
	} & Partial<Rates>)[];
}

export const dispatchOrder = (body: Dispatch, key: string | null) =>
	post('/orders/dispatch', body, key);

export interface Figure {
	readonly productId: string;
	readonly variantId: string;
	readonly facilityCode: string;
	readonly inventory: number;
	readonly sku?: string;
	readonly asOf?: Instant;
}

/** Without a key: the same figure may be right once more, hours after another one. */
export const updateInventory = (inventoryList: readonly Figure[]) =>
	post('/updateInventory', { inventoryList });
