import type { INodeProperties } from 'n8n-workflow';
import { byId, picker, returnAllFields, simplifyField } from '../shared/fields';

export const orderFields: INodeProperties[] = [
	{
		displayName:
			'Give this node the item of Sync Begin. It adds one page of orders to it, also when the page is empty.',
		name: 'pageNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['order'], operation: ['getPage'] } },
	},
	{
		displayName:
			'Give this node the item of Sync Begin of the kind Reconcile. It adds one page of references to it, which Order Hub compares.',
		name: 'referencesNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['order'], operation: ['getReferences'] } },
	},
	{
		displayName:
			'Give this node the item that Order Hub compared. It reads the orders that the hub lacks, and adds them as a page.',
		name: 'gapsNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['order'], operation: ['getGaps'] } },
	},
	picker(
		{
			displayName: 'Order',
			name: 'orderId',
			description: 'The order on ikas. Its ID is not its number.',
		},
		'searchOrders',
		byId('2f1d4c0a-0000-4000-8000-000000000000'),
		{ resource: ['order'], operation: ['get', 'cancel', 'ship', 'updateStatus'] },
	),
	...returnAllFields({ resource: ['order'], operation: ['getMany'] }),
	simplifyField({ resource: ['order'], operation: ['get', 'getMany'] }),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: { resource: ['order'], operation: ['getMany'] } },
		options: [
			{
				displayName: 'Changed After',
				name: 'changedAfter',
				type: 'dateTime',
				default: '',
				description: 'Only orders that ikas changed at or after this time',
			},
			{
				displayName: 'Placed After',
				name: 'placedAfter',
				type: 'dateTime',
				default: '',
				description: 'Only orders that were placed at or after this time',
			},
		],
	},
];
