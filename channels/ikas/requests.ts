import type { HttpRequest } from '../connector';

/** The most that ikas gives on one page (reference/ikas.md 6). */
export const pageLimit = 200;

const ask = (query: string, variables: Readonly<Record<string, unknown>> = {}): HttpRequest => ({
	method: 'POST',
	path: '/api/v1/admin/graphql',
	body: { query, variables },
});

const orderFields = `
	id orderNumber status orderPaymentStatus orderPackageStatus orderedAt updatedAt
	currencyCode totalFinalPrice stockLocationId
	customer { fullName firstName lastName email phone }
	shippingAddress {
		firstName lastName company addressLine1 addressLine2 postalCode phone
		city { name } district { name } state { name } country { name iso2 }
	}
	orderLineItems {
		id quantity status deleted price finalPrice finalUnitPrice stockLocationId
		originalOrderLineItemId variant { id productId sku name }
	}`;

const changed = (name: string, fields: string) =>
	`query ${name}($orderedAt: DateFilterInput, $updatedAt: DateFilterInput, $id: StringFilterInput, $pagination: PaginationInput) {
	getMerchant { id }
	listOrder(orderedAt: $orderedAt, updatedAt: $updatedAt, id: $id, pagination: $pagination, sort: "updatedAt") {
		hasNext data {${fields} }
	}
}`;

const ORDERS_CHANGED = changed('OrdersChanged', orderFields);

const ORDER_IDS_CHANGED = changed('OrderIdsChanged', ' id updatedAt');

const ORDERS_BY_ID = `query OrdersById($id: StringFilterInput, $pagination: PaginationInput) {
	getMerchant { id }
	listOrder(id: $id, pagination: $pagination) { hasNext data {${orderFields} } }
}`;

const ACCOUNT = 'query Account { getMerchant { id storeName merchantName } me { scopes } }';

const LOCATIONS = 'query StockLocations { listStockLocation { id name deleted } }';

const ORDER_STATUSES = `query OrderStatuses {
	status: __type(name: "OrderStatusEnum") { enumValues { name } }
	payment: __type(name: "OrderPaymentStatusEnum") { enumValues { name } }
	package: __type(name: "OrderPackageStatusEnum") { enumValues { name } }
}`;

export interface OrdersChanged {
	/** Epoch ms, all three. */
	readonly connectedAt: number;
	readonly from: number;
	readonly until: number | null;
	readonly page: number;
	/** Ids of orders to leave out. */
	readonly without?: readonly string[];
}

const variablesOf = ({ connectedAt, from, until, page, without = [] }: OrdersChanged) => ({
	orderedAt: { gte: connectedAt },
	updatedAt: until === null ? { gte: from } : { gte: from, lte: until },
	...(without.length > 0 && { id: { nin: without } }),
	pagination: { limit: pageLimit, page },
});

export const ordersChanged = (asked: OrdersChanged) => ask(ORDERS_CHANGED, variablesOf(asked));

/** The same page, of each order only what tells which one it is. */
export const orderIdsChanged = (asked: OrdersChanged) => ask(ORDER_IDS_CHANGED, variablesOf(asked));

/** At most `pageLimit` ids. */
export const ordersById = (ids: readonly string[]) =>
	ask(ORDERS_BY_ID, { id: { in: ids }, pagination: { limit: pageLimit, page: 1 } });

export const merchantAndApp = () => ask(ACCOUNT);

export const stockLocations = () => ask(LOCATIONS);

export const orderStatuses = () => ask(ORDER_STATUSES);
