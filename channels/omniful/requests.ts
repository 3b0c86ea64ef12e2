import type { NamedQuota } from '../../domain/quota';
import type { HttpRequest } from '../connector';

const prefix = '/sales-channel/public';

type Query = Readonly<Record<string, string | undefined>>;

/** What is undefined is left out. */
const queryOf = (query: Query): Readonly<Record<string, string>> =>
	Object.fromEntries(
		Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
	);

const get = (path: string, query: Query = {}): HttpRequest => ({
	method: 'GET',
	path: `${prefix}${path}`,
	query: queryOf(query),
});

const write = (method: 'POST' | 'PUT', path: string, body?: unknown): HttpRequest => ({
	method,
	path: `${prefix}${path}`,
	...(body !== undefined && { body }),
	writes: true,
});

/** The tenant family counts by itself (reference/omniful.md 1.1). */
const tenantQuota: NamedQuota = { name: 'tenant', calls: 120, perMs: 60_000 };

const ofTenant = (path: string, query: Query): HttpRequest => ({
	...get(path, query),
	quota: tenantQuota,
});

/** Most of one page (reference/omniful.md 1.3). */
export const rowsPerPage = 100;

const paged = (page: number) => ({ page: String(page), per_page: String(rowsPerPage) });

const after = (cursor: string | null) => ({
	per_page: String(rowsPerPage),
	search_after: cursor ?? undefined,
});

const part = encodeURIComponent;

/** The cheapest call that wants a token (reference/omniful.md 1.2). */
export const integrations = () => get('/v1/channels/integrations', { page: '1', per_page: '1' });

/** By Omniful's own id, never by the channel's. */
export const orderWithId = (id: string) => get(`/v1/seller/orders/${part(id)}`);

/** By the id that the channel gave it. */
export const ordersNamed = (orderId: string) =>
	get('/v2/seller/orders/search', { order_id: orderId });

export const ordersWithAlias = (alias: string) =>
	get('/v2/seller/orders/search', { order_alias: alias });

/** `day` as YYYY-MM-DD: dates are whole days. */
export const ordersChangedSince = (day: string) =>
	get('/v2/seller/orders/search', { updated_from: day });

export const orderList = (cursor: string | null) => get('/v2/seller/orders', after(cursor));

export const createOrder = (order: object) => write('POST', '/v1/orders', order);

/** It has no body (reference/omniful.md 1.7). */
export const approveOrder = (orderId: string) =>
	write('PUT', `/v1/orders/${part(orderId)}/approve`);

export const cancelOrder = (orderId: string, reason: string) =>
	write('PUT', `/v1/orders/${part(orderId)}/cancel`, { cancel_reason: reason });

export const bookShipment = (orderId: string, parcel: object) =>
	write('POST', `/v1/orders/${part(orderId)}/shipment`, parcel);

export const attachShipment = (orderId: string, shipment: object) =>
	write('PUT', `/v1/orders/${part(orderId)}/shipment`, shipment);

export const shipmentStatus = (orderId: string, status: string) =>
	write('PUT', `/v1/orders/${part(orderId)}/shipment/status`, { shipment_status: status });

export const couriers = (page: number) => get('/v1/courier_partners', paged(page));

export const hubStock = (hub: string, page: number) =>
	get(`/v1/seller/inventory/hubs/${part(hub)}`, paged(page));

/** At every hub that the integration is mapped to. */
export const skuStock = (sku: string) => get(`/v1/inventory/hubs/skus/${part(sku)}`);

export const setStock = (hub: string, rows: readonly object[]) =>
	write('POST', `/v1/inventory/hubs/${part(hub)}`, { sku_detail: rows });

export const skus = (cursor: string | null) => get('/v2/seller/master/skus', after(cursor));

export const hubs = (page: number) => ofTenant('/v1/tenants/hubs', paged(page));

export const sellers = (page: number) => ofTenant('/v1/tenants/sellers', paged(page));

export const returnOrders = (cursor: string | null) =>
	get('/v2/seller/return_orders', after(cursor));

export const createReturn = (orderId: string, returned: object) =>
	write('POST', `/v1/orders/${part(orderId)}/return_orders`, returned);

export const webhooks = () => get('/v1/webhooks');

export const putWebhooks = (hooks: readonly object[]) => write('PUT', '/v1/webhooks', hooks);
