import type { INodeProperties } from 'n8n-workflow';
import { topicOptions } from './topics';

export const properties: INodeProperties[] = [
	{
		displayName:
			'Shopify is answered as soon as the ledger has the notice, and the syncs of the store are then due at once. A notice can come late, twice or not at all: the same one never starts the workflow twice, and what was missed is found by the syncs. Each is checked with the client secret of the credential.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Topics',
		name: 'topics',
		type: 'multiOptions',
		options: topicOptions,
		required: true,
		default: [
			'FULFILLMENTS_CREATE',
			'FULFILLMENTS_UPDATE',
			'INVENTORY_LEVELS_UPDATE',
			'ORDERS_CANCELLED',
		],
		description:
			'What Shopify gives notice of. Each is subscribed to when the workflow is published, and given up when it is not published any more.',
	},
];
