import type { INodeProperties } from 'n8n-workflow';

export const operationFields: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Location', value: 'location' },
			{ name: 'Order', value: 'order' },
			{ name: 'Order Status', value: 'orderStatus' },
			{ name: 'Store', value: 'store' },
		],
		default: 'order',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['order'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				description: 'Get one order by its ID',
				action: 'Get an order',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				description: 'Get orders placed or changed after a date, one item each',
				action: 'Get many orders',
			},
			{
				name: 'Get Page',
				value: 'getPage',
				description: 'Get the next page of a sync as one item, between Sync Begin and Sync End',
				action: 'Get a page of orders',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['orderStatus'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getMany',
				description: 'Fetch the order statuses that ikas has',
				action: 'Fetch order statuses',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['location'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getMany',
				description: 'Get the stock locations of the store',
				action: 'Get many locations',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['store'] } },
		options: [
			{
				name: 'Save Settings',
				value: 'saveSettings',
				description: 'Connect the store to the hub, or change how it is synced and mapped',
				action: 'Save the settings of a store',
			},
		],
		default: 'saveSettings',
	},
];
