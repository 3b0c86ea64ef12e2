import type { INodeProperties } from 'n8n-workflow';
import { topicOptions } from './topics';

export const properties: INodeProperties[] = [
	{
		displayName:
			'Omniful is answered as soon as the ledger has the notice, and the syncs of the store are then due at once. A notice can come late, twice or not at all: the same one never starts the workflow twice, and what was missed is found by the syncs. Each is checked with the webhook secret of the credential.',
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
		default: ['inventory_webhook', 'order_webhook'],
		description:
			'What Omniful gives notice of, each to one address only. They are set when the workflow is published, and switched off when it is not published any more.',
	},
];
