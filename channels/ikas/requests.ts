import type { HttpRequest } from '../connector';

/** The most that ikas gives on one page (reference/ikas.md 6). */
export const pageLimit = 200;

export const graphql = (
	query: string,
	variables: Readonly<Record<string, unknown>> = {},
): HttpRequest => ({
	method: 'POST',
	path: '/api/v1/admin/graphql',
	body: { query, variables },
});

const onPage = (page: number) => ({ limit: pageLimit, page });

const orderFields = `
	id orderNumber status orderPaymentStatus orderPackageStatus orderedAt updatedAt
	currencyCode totalFinalPrice stockLocationId paymentMethods { type } orderTagIds
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

/** `search` looks at the order number (reference/ikas.md 8). */
const LATEST_ORDERS = `query LatestOrders($search: String, $pagination: PaginationInput) {
	getMerchant { id }
	listOrder(search: $search, pagination: $pagination, sort: "-orderedAt") {
		hasNext data { id orderNumber orderedAt }
	}
}`;

/** What a change of an order is decided by, and what every change answers. */
export const stateFields = `
	id orderNumber status
	orderLineItems {
		id quantity status deleted price finalPrice finalUnitPrice originalOrderLineItemId
	}
	orderPackages {
		id orderPackageNumber orderPackageFulfillStatus orderLineItemIds deleted appId sourceId
		trackingInfo { trackingNumber trackingLink cargoCompany cargoCompanyId }
	}`;

const ORDER_STATE = `query OrderState($id: StringFilterInput, $pagination: PaginationInput) {
	getMerchant { id }
	me { id storeAppId }
	listOrder(id: $id, pagination: $pagination) { hasNext data {${stateFields} } }
}`;

const ORDER_TAGS =
	'query OrderTags($id: StringFilterInput) { listOrderTag(id: $id, includeDeleted: true) { id name } }';

const CARGO_COMPANIES = 'query CargoCompanies { listCargoCompany { id name } }';

const PRODUCTS = `query Products($pagination: PaginationInput) {
	getMerchant { id }
	listProduct(pagination: $pagination, sort: "createdAt") {
		hasNext data { id name type deleted variants { id sku deleted } }
	}
}`;

const STOCK_TARGETS = `query StockTargets($id: StringFilterInput, $pagination: PaginationInput) {
	getMerchant { id }
	listProduct(id: $id, pagination: $pagination) { hasNext data { id deleted variants { id deleted } } }
	listStockLocation { id deleted }
}`;

const STOCK_LEVELS = `query StockLevels($productId: StringFilterInput, $variantId: StringFilterInput, $pagination: PaginationInput) {
	getMerchant { id }
	listProductStockLocation(productId: $productId, variantId: $variantId, pagination: $pagination) {
		hasNext data { productId variantId stockLocationId stockCount deleted }
	}
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
	pagination: onPage(page),
});

export const ordersChanged = (asked: OrdersChanged) => graphql(ORDERS_CHANGED, variablesOf(asked));

/** The same page, of each order only what tells which one it is. */
export const orderIdsChanged = (asked: OrdersChanged) =>
	graphql(ORDER_IDS_CHANGED, variablesOf(asked));

/** At most `pageLimit` ids. */
export const ordersById = (ids: readonly string[]) =>
	graphql(ORDERS_BY_ID, { id: { in: ids }, pagination: onPage(1) });

/** Those whose number fits, or all. */
export const latestOrders = (number: string, page: number) =>
	graphql(LATEST_ORDERS, {
		...(number !== '' && { search: number }),
		pagination: { limit: 50, page },
	});

export const orderState = (id: string) =>
	graphql(ORDER_STATE, { id: { eq: id }, pagination: onPage(1) });

export const orderTags = (ids: readonly string[]) => graphql(ORDER_TAGS, { id: { in: ids } });

export const cargoCompanies = () => graphql(CARGO_COMPANIES);

export const products = (page: number) => graphql(PRODUCTS, { pagination: onPage(page) });

/** Which of these products, and which locations, there are. At most `pageLimit` products. */
export const stockTargets = (products: readonly string[]) =>
	graphql(STOCK_TARGETS, { id: { in: products }, pagination: onPage(1) });

export const stockLevels = (page: number) => graphql(STOCK_LEVELS, { pagination: onPage(page) });

export const stockOf = ({ productId, variantId }: { productId: string; variantId: string }) =>
	graphql(STOCK_LEVELS, {
		productId: { eq: productId },
		variantId: { eq: variantId },
		pagination: onPage(1),
	});

export const merchantAndApp = () => graphql(ACCOUNT);

export const stockLocations = () => graphql(LOCATIONS);

export const orderStatuses = () => graphql(ORDER_STATUSES);
