import { graphql } from './graphql';
import { mostRows } from './paged';

const lineFields = `id title sku quantity currentQuantity variant { id }
	discountedUnitPriceAfterAllDiscountsSet { shopMoney { amount currencyCode } }`;

/** Most orders have no more lines; those that have are asked for the rest. */
const lines = 5;

const orderFields = `id name createdAt updatedAt cancelledAt displayFinancialStatus displayFulfillmentStatus
	paymentGatewayNames tags totalWeight totalPriceSet { shopMoney { amount currencyCode } }
	customer { displayName defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } }
	shippingAddress {
		name company address1 address2 city province countryCodeV2 country zip phone latitude longitude
	}
	lineItems(first: ${lines}) { nodes { ${lineFields} } pageInfo { hasNextPage endCursor } }`;

/** So many fit into one call. */
export const ordersPerCall = 29;

const ORDERS_CHANGED = `query OrdersChanged($first: Int!, $after: String, $query: String!) {
	shop { myshopifyDomain }
	orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
		nodes { ${orderFields} }
		pageInfo { hasNextPage endCursor }
	}
}`;

export const ordersChanged = (query: string, after: string | null) =>
	graphql(ORDERS_CHANGED, { first: ordersPerCall, after, query });

const ORDERS_BY_ID = `query OrdersById($ids: [ID!]!) {
	shop { myshopifyDomain }
	nodes(ids: $ids) { ... on Order { ${orderFields} } }
}`;

/** At most `ordersPerCall`. */
export const ordersById = (ids: readonly string[]) => graphql(ORDERS_BY_ID, { ids });

const MORE_LINES = `query MoreLines($id: ID!, $first: Int!, $after: String) {
	order(id: $id) {
		lineItems(first: $first, after: $after) {
			nodes { ${lineFields} }
			pageInfo { hasNextPage endCursor }
		}
	}
}`;

export const moreLines = (id: string, after: string) =>
	graphql(MORE_LINES, { id, first: 200, after });

const ORDER_IDS_CHANGED = `query OrderIdsChanged($first: Int!, $after: String, $query: String!) {
	shop { myshopifyDomain }
	orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
		nodes { id updatedAt }
		pageInfo { hasNextPage endCursor }
	}
}`;

/** The same orders, of each only what tells which one it is. */
export const orderIdsChanged = (query: string, after: string | null) =>
	graphql(ORDER_IDS_CHANGED, { first: mostRows, after, query });

const LATEST_ORDERS = `query LatestOrders($first: Int!, $after: String, $query: String) {
	orders(first: $first, after: $after, query: $query, sortKey: CREATED_AT, reverse: true) {
		nodes { id name createdAt }
		pageInfo { hasNextPage endCursor }
	}
}`;

/** Those whose number fits, or all. */
export const latestOrders = (query: string | null, after: string | null) =>
	graphql(LATEST_ORDERS, { first: 50, after, query });

/** So many fit into one call with all that became of them. */
export const handOversPerCall = 11;

/** The hub's own name of an order that was handed over. */
const key = 'metafield(namespace: "order_hub", key: "order") { value }';

const HAND_OVERS_CHANGED = `query HandOversChanged($first: Int!, $after: String, $query: String!) {
	shop { myshopifyDomain }
	orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
		nodes { id updatedAt ${key} }
		pageInfo { hasNextPage endCursor }
	}
}`;

/** Only which orders they are: most of a store's orders are none of the hub's. So many that all may be asked for in full. */
export const handOversChanged = (query: string, after: string | null) =>
	graphql(HAND_OVERS_CHANGED, { first: 3 * handOversPerCall, after, query });

interface Sizes {
	readonly tracking: number;
	readonly lines: number;
}

const fulfilmentFields = ({
	tracking,
	lines: most,
}: Sizes) => `id name status displayStatus location { id }
	trackingInfo(first: ${tracking}) { company number url }
	fulfillmentLineItems(first: ${most}) {
		nodes { quantity lineItem { id title requiresShipping customAttributes { key value } } }
		pageInfo { hasNextPage endCursor }
	}`;

/** What an order is first asked for. Where a list comes as long as this, there may be more of it. */
export const few = { fulfilments: 3, tracking: 3, lines: 5 } as const;

export const handOverLineFields =
	'id currentQuantity unfulfilledQuantity customAttributes { key value }';

const HAND_OVERS_BY_ID = `query HandOversById($ids: [ID!]!) {
	shop { myshopifyDomain }
	nodes(ids: $ids) {
		... on Order {
			id name updatedAt cancelledAt cancelReason ${key}
			lineItems(first: ${few.lines}) { nodes { ${handOverLineFields} } pageInfo { hasNextPage endCursor } }
			fulfillments(first: ${few.fulfilments}) { ${fulfilmentFields(few)} }
		}
	}
}`;

/** At most `handOversPerCall`. */
export const handOversById = (ids: readonly string[]) => graphql(HAND_OVERS_BY_ID, { ids });

const HAND_OVER_LINES = `query HandOverLines($id: ID!, $first: Int!, $after: String) {
	order(id: $id) {
		lineItems(first: $first, after: $after) {
			nodes { ${handOverLineFields} }
			pageInfo { hasNextPage endCursor }
		}
	}
}`;

export const handOverLines = (id: string, after: string) =>
	graphql(HAND_OVER_LINES, { id, first: 200, after });

const FULFILMENT_IDS = `query FulfilmentIds($id: ID!, $first: Int!) {
	order(id: $id) { fulfillments(first: $first) { id } }
}`;

export const fulfilmentIds = (order: string) =>
	graphql(FULFILMENT_IDS, { id: order, first: mostRows });

const many = { tracking: 20, lines: 50 } as const;

export const fulfilmentsPerCall = 5;

const FULFILMENTS_BY_ID = `query FulfilmentsById($ids: [ID!]!) {
	nodes(ids: $ids) { ... on Fulfillment { ${fulfilmentFields(many)} } }
}`;

/** At most `fulfilmentsPerCall`. */
export const fulfilmentsById = (ids: readonly string[]) => graphql(FULFILMENTS_BY_ID, { ids });

const FULFILMENT_LINES = `query FulfilmentLines($id: ID!, $first: Int!, $after: String) {
	fulfillment(id: $id) {
		fulfillmentLineItems(first: $first, after: $after) {
			nodes { quantity lineItem { id title requiresShipping customAttributes { key value } } }
			pageInfo { hasNextPage endCursor }
		}
	}
}`;

export const fulfilmentLines = (id: string, after: string) =>
	graphql(FULFILMENT_LINES, { id, first: 200, after });
