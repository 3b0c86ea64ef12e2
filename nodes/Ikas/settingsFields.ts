import type { INodeProperties } from 'n8n-workflow';
import { mappingFields } from './mappingFields';
import { settingsOptions } from './settingsOptions';
import { settingsShow as show } from './settingsShow';

export const settingsFields: INodeProperties[] = [
	{
		displayName: 'Store Code',
		name: 'storeCode',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. my-shop',
		description: 'Names the store in the hub. A new code connects a new store.',
		displayOptions: { show },
	},
	{
		displayName: 'Seller Code',
		name: 'seller',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. acme',
		description: 'Whose goods the store sells. Save the seller with the Order Hub node first.',
		displayOptions: { show },
	},
	{
		displayName: 'Order Sync',
		name: 'orderSync',
		type: 'boolean',
		default: true,
		description:
			'Whether orders come in. What is placed while it is off comes in when it is on again.',
		displayOptions: { show },
	},
	{
		displayName: 'Order Sync Interval (Minutes)',
		name: 'intervalMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'How often orders come in',
		displayOptions: { show },
	},
	{
		displayName: 'Inventory Sync',
		name: 'inventorySync',
		type: 'boolean',
		default: false,
		description: 'Whether ikas is told what the hubs have. Nothing is ever taken over from ikas.',
		displayOptions: { show },
	},
	{
		displayName: 'Inventory Sync Interval (Minutes)',
		name: 'inventoryIntervalMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'How often changed stock goes out',
		displayOptions: { show },
	},
	{
		displayName: 'Automated Order Cancellation On Sales Channel',
		name: 'automatedCancellation',
		type: 'boolean',
		default: false,
		description:
			'Whether an order that is cancelled in the hub is cancelled on ikas. Workspace Order Mapping has to say so, too.',
		displayOptions: { show },
	},
	...mappingFields,
	{
		displayName: 'Rule Set',
		name: 'ruleSet',
		type: 'string',
		required: true,
		default: 'priority',
		placeholder: 'e.g. nearest',
		description:
			'Code of the rule set that routes the orders. "priority" and "nearest" exist from the start.',
		displayOptions: { show },
	},
	{
		displayName: 'Changed By',
		name: 'changedBy',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Nathan',
		description: 'Who changes the settings, for the configuration log',
		displayOptions: { show },
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: '',
		placeholder: 'e.g. New warehouse',
		description: 'Why, for the configuration log',
		displayOptions: { show },
	},
	settingsOptions,
];
