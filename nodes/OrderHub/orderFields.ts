import type { INodeProperties } from 'n8n-workflow';
import { hubStatusOptions } from '../shared/fields';

export const orderFields: INodeProperties[] = [
	{
		displayName: 'Order ID',
		name: 'orderId',
		type: 'string',
		required: true,
		default: '={{ $json.id }}',
		description: 'The ID that the channel gave the order',
		displayOptions: { show: { resource: ['order'], operation: ['get', 'changeStatus'] } },
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: hubStatusOptions,
		default: 'picked',
		description: 'The status that the order is to have',
		displayOptions: { show: { resource: ['order'], operation: ['changeStatus'] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: { resource: ['order'], operation: ['getMany'] } },
		options: [
			{
				displayName: 'Number',
				name: 'number',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1001',
				description: 'The number of the order as the buyer knows it',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: hubStatusOptions,
				default: 'on_hold',
			},
		],
	},
	{
		displayName: 'Simplify',
		name: 'simple',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: { show: { resource: ['order'], operation: ['get', 'getMany'] } },
	},
];
