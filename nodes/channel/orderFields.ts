import type { INodeProperties } from 'n8n-workflow';
import { byId, picker, returnAllFields, simplifyField } from '../shared/fields';

export const pageNotice: INodeProperties = {
	displayName:
		'Give this node the item of Sync Begin. It adds one page of orders to it, also when the page is empty.',
	name: 'pageNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { resource: ['order'], operation: ['getPage'] } },
};

/** For a channel that gives references of its orders. */
export const reconcileNotices: INodeProperties[] = [
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
];

/** The order on the channel, for the operations that are about one. */
export const orderField = (label: string, example: string, operation: string[]): INodeProperties =>
	picker(
		{
			displayName: 'Order',
			name: 'orderId',
			description: `The order on ${label}. Its ID is not its number.`,
		},
		'searchOrders',
		byId(example),
		{ resource: ['order'], operation },
	);

/** What Get Many takes, and Simplify, which Get has, too. */
export const orderListFields = (label: string): INodeProperties[] => [
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
				description: `Only orders that ${label} changed at or after this time`,
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
