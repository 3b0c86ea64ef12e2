import { gid } from './ids';
import { instantOf } from './instants';

/** To whom which events go. */
export interface Subscription {
	readonly id: string;
	readonly topic: string;
	readonly uri: string;
	readonly includeFields: readonly string[];
	readonly name: string | null;
	readonly createdAt: number;
}

export const subscriptionView = (one: Subscription) => ({
	__typename: 'WebhookSubscription',
	id: gid('WebhookSubscription', one.id),
	legacyResourceId: one.id,
	topic: one.topic,
	uri: one.uri,
	format: 'JSON',
	filter: null,
	includeFields: one.includeFields,
	metafieldNamespaces: [],
	name: one.name,
	createdAt: instantOf(one.createdAt),
	updatedAt: instantOf(one.createdAt),
});

/** Scopes by topic (reference/shopify.md 11). */
export const topicScopes: Readonly<Record<string, string | null>> = {
	ORDERS_CREATE: 'read_orders',
	ORDERS_UPDATED: 'read_orders',
	ORDERS_FULFILLED: 'read_orders',
	ORDERS_PARTIALLY_FULFILLED: 'read_orders',
	ORDERS_CANCELLED: 'read_orders',
	FULFILLMENTS_CREATE: 'read_fulfillments',
	FULFILLMENTS_UPDATE: 'read_fulfillments',
	INVENTORY_LEVELS_UPDATE: 'read_inventory',
};

/** `orders/partially_fulfilled`: what the header calls a topic. */
export const topicInHeader = (topic: string): string => {
	const [, family = '', event = ''] =
		/^(ORDERS|FULFILLMENTS|INVENTORY_LEVELS)_(.+)$/.exec(topic) ?? [];
	return `${family}/${event}`.toLowerCase();
};

/** "An HTTPS URL" [S]; this machine may go without. */
export const isTakenUri = (uri: string): boolean => {
	if (!URL.canParse(uri)) return false;
	const { protocol, hostname } = new URL(uri);
	const isHere = hostname === '127.0.0.1' || hostname === 'localhost';
	return protocol === 'https:' || (protocol === 'http:' && isHere);
};
