import type { INodeProperties } from 'n8n-workflow';
import { storeOfItem } from '../shared/fields';

export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Route Waiting',
				value: 'routeWaiting',
				description:
					'Route and reserve every order of the store that waits, not only those of the item',
				action: 'Route waiting orders',
			},
		],
		default: 'routeWaiting',
	},
	storeOfItem({ operation: ['routeWaiting'] }),
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'The Item That Came In',
				value: 'item',
				description: 'One item on Assigned, with the number of orders assigned and on hold',
			},
			{
				name: 'One Item per Order',
				value: 'orders',
				description: 'Each order on Assigned or On Hold, with the reasons for and against each hub',
			},
		],
		default: 'item',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Most Orders',
				name: 'most',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 2000,
				description: 'After so many orders the node stops. The rest is routed at the next run.',
			},
		],
	},
];
