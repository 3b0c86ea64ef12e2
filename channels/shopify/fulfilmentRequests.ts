import type { Tracking } from '../../domain/channelUpdate';
import { graphql, mutation } from './graphql';

const FULFILMENTS = `query Fulfilments($id: ID!, $after: String) {
	order(id: $id) {
		id name cancelledAt
		fulfillments(first: 15) {
			id name status displayStatus location { id }
			trackingInfo(first: 10) { company number url }
		}
		fulfillmentOrders(first: 5, after: $after) {
			nodes {
				id status supportedActions { action } assignedLocation { location { id } }
				lineItems(first: 60) {
					nodes { id remainingQuantity lineItem { id } }
					pageInfo { hasNextPage endCursor }
				}
			}
			pageInfo { hasNextPage endCursor }
		}
	}
}`;

export const fulfilmentsAsked = (order: string, after: string | null) =>
	graphql(FULFILMENTS, { id: order, after });

const FULFIL = `mutation Fulfil($fulfillment: FulfillmentInput!) {
	fulfillmentCreate(fulfillment: $fulfillment) {
		fulfillment { id name }
		userErrors { field message }
	}
}`;

/** Units of Shopify's fulfilment orders, which all are at one location; no units stand for all that is left. */
export interface FulfilmentWrite {
	readonly orders: readonly {
		readonly id: string;
		readonly lines: readonly { readonly id: string; readonly quantity: number }[];
	}[];
	readonly tracking: Tracking | null;
	readonly notifyCustomer: boolean;
}

export const fulfil = ({ orders, tracking, notifyCustomer }: FulfilmentWrite) =>
	mutation(FULFIL, {
		fulfillment: {
			lineItemsByFulfillmentOrder: orders.map(({ id, lines }) => ({
				fulfillmentOrderId: id,
				fulfillmentOrderLineItems: lines,
			})),
			notifyCustomer,
			...(tracking && {
				trackingInfo: {
					number: tracking.number,
					...(tracking.carrier && { company: tracking.carrier }),
					...(tracking.url && { url: tracking.url }),
				},
			}),
		},
	});
