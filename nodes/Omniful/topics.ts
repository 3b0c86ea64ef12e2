import type { INodePropertyOptions } from 'n8n-workflow';
import type { SyncKind } from '../../ledger/syncShapes';

interface Topic {
	readonly label: string;
	readonly description: string;
	/** How its events begin. */
	readonly events: string;
	/** The syncs of the store that are to look at once: a notice is only a reason to read. */
	readonly due: readonly SyncKind[];
}

/** What Omniful gives notice of, by its own name (reference/omniful.md 1.13); that of returns is not published. */
export const topics: Readonly<Record<string, Topic>> = {
	inventory_webhook: {
		label: 'Inventory',
		description: 'Stock has changed at a hub: all stock is read anew',
		events: 'inventory.',
		due: ['stock'],
	},
	order_webhook: {
		label: 'Order',
		description: 'An order was created, changed, shipped or cancelled',
		events: 'order.',
		due: ['fulfilments'],
	},
	product_webhook: {
		label: 'SKU',
		description: 'A SKU was created or changed',
		events: 'sku.',
		due: ['catalog'],
	},
};

export const topicOptions: INodePropertyOptions[] = Object.entries(topics).map(
	([value, { label, description }]) => ({ name: label, value, description }),
);

/** By the event that a notice names. */
export const dueFor = (event: string): readonly SyncKind[] =>
	Object.values(topics).find(({ events }) => event.startsWith(events))?.due ?? [];
