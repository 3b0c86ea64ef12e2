import type { HandOver } from '../../domain/oms';
import { graphql, mutation } from './graphql';
import { namesOf } from './mailing';
import { customerMark, orderMark } from './marks';
import { customerName, orderInput } from './orderInput';
import { quotedTerm } from './search';

const identified = (mark: typeof orderMark | typeof customerMark, value: string) => ({
	customId: { ...mark, value },
});

/** All orders of one account are sold to the same customer. */
export const customerKey = ({ key, channel, store, order }: HandOver): string => {
	const end = ` ${order.id}`;
	return (key.endsWith(end) ? key.slice(0, -end.length) : `${channel} ${store}`).toLowerCase();
};

const HANDED_OVER = `query HandedOver($order: OrderIdentifierInput!, $customer: CustomerIdentifierInput!, $search: String!) {
	orderByIdentifier(identifier: $order) { id name }
	customerByIdentifier(identifier: $customer) { id }
	orders(first: 5, query: $search) { nodes { id name sourceIdentifier } }
	orderDefinitions: metafieldDefinitions(first: 1, ownerType: ORDER, namespace: "order_hub", key: "order") { nodes { id } }
	customerDefinitions: metafieldDefinitions(first: 1, ownerType: CUSTOMER, namespace: "order_hub", key: "customer") { nodes { id } }
}`;

/** Whether the order is there, to whom it would be sold, and whether the store knows the hub's marks. */
export const handedOver = (handOver: HandOver) =>
	graphql(HANDED_OVER, {
		order: identified(orderMark, handOver.key),
		customer: identified(customerMark, customerKey(handOver)),
		search: `source_identifier:${quotedTerm(handOver.key)}`,
	});

const DEFINE_MARK = `mutation DefineMark($definition: MetafieldDefinitionInput!) {
	metafieldDefinitionCreate(definition: $definition) {
		createdDefinition { id }
		userErrors { code field message }
	}
}`;

export const defineMark = (ownerType: 'ORDER' | 'CUSTOMER') =>
	mutation(DEFINE_MARK, {
		definition:
			ownerType === 'ORDER'
				? { name: 'Order Hub: order', ...orderMark, type: 'id', ownerType }
				: { name: 'Order Hub: customer', ...customerMark, type: 'id', ownerType },
	});

const SET_CUSTOMER = `mutation SetCustomer($identifier: CustomerSetIdentifiers!, $input: CustomerSetInput!) {
	customerSet(identifier: $identifier, input: $input) {
		customer { id }
		userErrors { code field message }
	}
}`;

/** Makes the customer, or finds the one that was made meanwhile. */
export const setCustomer = (handOver: HandOver) =>
	mutation(SET_CUSTOMER, {
		identifier: identified(customerMark, customerKey(handOver)),
		input: namesOf(customerName(handOver)),
	});

const CREATE_ORDER = `mutation CreateOrder($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
	orderCreate(order: $order, options: $options) {
		order { id name metafield(namespace: "order_hub", key: "order") { value } }
		userErrors { code field message }
	}
}`;

/** The sale has happened, so its units leave the stock even where there are none (reference/shopify.md 9). */
export const createOrder = (handOver: HandOver, customer: string) =>
	mutation(CREATE_ORDER, {
		order: orderInput(handOver, customer),
		options: {
			inventoryBehaviour: 'DECREMENT_IGNORING_POLICY',
			sendReceipt: false,
			sendFulfillmentReceipt: false,
		},
	});

const MARK_ORDER = `mutation MarkOrder($metafields: [MetafieldsSetInput!]!) {
	metafieldsSet(metafields: $metafields) {
		metafields { id }
		userErrors { code field message }
	}
}`;

export const markOrder = (order: string, { key }: HandOver) =>
	mutation(MARK_ORDER, {
		metafields: [{ ownerId: order, ...orderMark, type: 'id', value: key }],
	});

const CANCEL_STATE = `query CancelState($identifier: OrderIdentifierInput!) {
	orderByIdentifier(identifier: $identifier) {
		id name cancelledAt displayFulfillmentStatus
		fulfillments(first: 50) { id status }
	}
}`;

export const cancelState = ({ id, key }: HandOver) =>
	graphql(CANCEL_STATE, { identifier: id === null ? identified(orderMark, key) : { id } });

const CANCEL_ORDER = `mutation CancelOrder($orderId: ID!, $reason: OrderCancelReason!, $staffNote: String) {
	orderCancel(
		orderId: $orderId, reason: $reason, restock: true, staffNote: $staffNote, notifyCustomer: false,
		refundMethod: { originalPaymentMethodsRefund: false }
	) {
		job { id done }
		orderCancelUserErrors { code field message }
	}
}`;

export const cancelOrder = (orderId: string, reason: string, staffNote: string) =>
	mutation(CANCEL_ORDER, { orderId, reason, staffNote });

const JOB = 'query Job($id: ID!) { job(id: $id) { id done } }';

export const jobState = (id: string) => graphql(JOB, { id });
