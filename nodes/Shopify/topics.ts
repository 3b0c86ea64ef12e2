import type { INodePropertyOptions } from 'n8n-workflow';
import type { SyncKind } from '../../ledger/syncShapes';

interface Topic {
	readonly label: string;
	readonly description: string;
	/** The syncs of the store that are to look at once: a notice is only a reason to read (reference/shopify.md 11). */
	readonly due: readonly SyncKind[];
}

const scope = (name: string) => `Needs the scope ${name}`;

/** What Shopify gives notice of, by its own name (reference/shopify.md 11). */
export const topics: Readonly<Record<string, Topic>> = {
	FULFILLMENTS_CREATE: {
		label: 'Fulfilment Created',
		description: scope('read_fulfillments'),
		due: ['fulfilments'],
	},
	FULFILLMENTS_UPDATE: {
		label: 'Fulfilment Updated',
		description: `Such as a tracking number that came later. ${scope('read_fulfillments')}.`,
		due: ['fulfilments'],
	},
	INVENTORY_ITEMS_UPDATE: {
		label: 'Inventory Item Updated',
		description: `Such as another SKU. ${scope('read_inventory')}.`,
		due: ['catalog'],
	},
	INVENTORY_LEVELS_UPDATE: {
		label: 'Inventory Level Updated',
		description: `A quantity has changed at a location: all stock is read anew. ${scope('read_inventory')}.`,
		due: ['stock'],
	},
	ORDERS_CANCELLED: {
		label: 'Order Cancelled',
		description: scope('read_orders'),
		due: ['fulfilments'],
	},
	ORDERS_CREATE: { label: 'Order Created', description: scope('read_orders'), due: [] },
	ORDERS_FULFILLED: {
		label: 'Order Fulfilled',
		description: scope('read_orders'),
		due: ['fulfilments'],
	},
	ORDERS_PARTIALLY_FULFILLED: {
		label: 'Order Partially Fulfilled',
		description: scope('read_orders'),
		due: ['fulfilments'],
	},
	ORDERS_UPDATED: {
		label: 'Order Updated',
		description: scope('read_orders'),
		due: ['fulfilments'],
	},
	PRODUCTS_UPDATE: {
		label: 'Product Updated',
		description: scope('read_products'),
		due: ['catalog'],
	},
};

export const topicOptions: INodePropertyOptions[] = Object.entries(topics).map(
	([value, { label, description }]) => ({ name: label, value, description }),
);

/** `orders/fulfilled`, as a notice names it, is ORDERS_FULFILLED. */
export const topicOf = (written: string): string => written.toUpperCase().replaceAll('/', '_');
