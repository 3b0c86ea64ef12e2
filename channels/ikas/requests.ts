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

const ORDERS_CHANGED = `query OrdersChanged($orderedAt: DateFilterInput, $updatedAt: DateFilterInput, $pagination: PaginationInput) {
	getMerchant { id }
	listOrder(orderedAt: $orderedAt, updatedAt: $updatedAt, pagination: $pagination, sort: "updatedAt") {
		hasNext data {${orderFields} }
	}
}`;

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
}

export const ordersChanged = ({ connectedAt, from, until, page }: OrdersChanged) =>
	ask(ORDERS_CHANGED, {
		orderedAt: { gte: connectedAt },
		updatedAt: until === null ? { gte: from } : { gte: from, lte: until },
		pagination: { limit: pageLimit, page },
	});

/** At most `pageLimit` ids. */
export const ordersById = (ids: readonly string[]) =>
	ask(ORDERS_BY_ID, { id: { in: ids }, pagination: { limit: pageLimit, page: 1 } });

export const merchantAndApp = () => ask(ACCOUNT);

export const stockLocations = () => ask(LOCATIONS);

export const orderStatuses = () => ask(ORDER_STATUSES);
