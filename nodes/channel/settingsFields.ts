import type { INodeProperties } from 'n8n-workflow';
import type { StoreSettings } from '../../domain/store';
import {
	changedByFields,
	dryRunField,
	ruleSetField,
	sellerField,
	storeField,
} from '../shared/fields';
import { settingsOptions, type Differences } from './settingsOptions';
import { formShow, settingsShow, typedShow as show } from './settingsShow';

/** Where the settings come from, and the store that they are of. `storeCode` is the one that the channel's templates ask for. */
export const storeFields = (label: string, storeCode: string): INodeProperties[] => [
	{
		displayName: 'Settings From',
		name: 'settingsFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Fields Below', value: 'fields', description: 'Filled in on this node' },
			{
				name: 'Form',
				value: 'form',
				description: `Filled in by people on the pages of the template "${label}: settings"`,
			},
		],
		default: 'fields',
		displayOptions: { show: settingsShow },
	},
	{
		displayName: 'Form',
		name: 'form',
		type: 'json',
		required: true,
		default: "={{ $('Get Settings Form').first().json }}",
		description: 'The item of Store > Get Settings Form',
		displayOptions: { show: formShow },
	},
	{
		displayName: 'Answers',
		name: 'answers',
		type: 'json',
		required: true,
		default: '={{ $json }}',
		description: 'What came back from all pages of the form, as one object',
		displayOptions: { show: formShow },
	},
	{
		...sellerField(show),
		description: 'Whose goods the store sells. Save the seller with the Order Hub node first.',
	},
	{
		...storeField(show),
		// The list is empty before the first store.
		default: { mode: 'id', value: '' },
		description: `Names the store in the hub: type a new code to connect a new store, such as the "${storeCode}" that the templates ask for`,
	},
];

/** How often orders come in unless somebody says otherwise. */
export const orderSyncFields = (
	label: string,
	{ intervalMinutes, busySeconds }: Pick<StoreSettings, 'intervalMinutes' | 'busySeconds'>,
): INodeProperties[] => [
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
		default: intervalMinutes,
		description: 'How often orders come in',
		displayOptions: { show },
	},
	{
		displayName: 'Busy Interval (Seconds)',
		name: 'busySeconds',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: busySeconds,
		description: `How soon ${label} is asked again while orders come in, as far as its quota allows. The longer none comes the later, up to the interval. 0 for never before that.`,
		displayOptions: { show },
	},
];

/** For a channel that gives its listings. `code` is what it calls the SKU of the seller. */
export const catalogSyncFields = (
	label: string,
	minutes: number,
	code = 'SKU',
): INodeProperties[] => [
	{
		displayName: 'Catalog Sync',
		name: 'catalogSync',
		type: 'boolean',
		default: true,
		description: `Whether the listings of ${label} come in. Only what has a valid ${code} enters the master catalog.`,
		displayOptions: { show },
	},
	{
		displayName: 'Catalog Sync Interval (Minutes)',
		name: 'catalogIntervalMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: minutes,
		description: 'How often all listings are read',
		displayOptions: { show },
	},
];

export const inventorySyncFields = (label: string, minutes: number): INodeProperties[] => [
	{
		displayName: 'Inventory Sync',
		name: 'inventorySync',
		type: 'boolean',
		default: false,
		description: `Whether ${label} is told what the hubs have. Nothing is ever taken over from ${label}.`,
		displayOptions: { show },
	},
	{
		displayName: 'Inventory Sync Interval (Minutes)',
		name: 'inventoryIntervalMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: minutes,
		description: 'How often changed stock goes out',
		displayOptions: { show },
	},
];

export const cancellationField = (label: string): INodeProperties => ({
	displayName: 'Automated Order Cancellation On Sales Channel',
	name: 'automatedCancellation',
	type: 'boolean',
	default: false,
	description: `Whether an order that is cancelled in the hub is cancelled on ${label}. Workspace Order Mapping has to say so, too.`,
	displayOptions: { show },
});

/** What stands below the maps. */
export const savingFields = (label: string, differences: Differences = {}): INodeProperties[] => [
	{
		...ruleSetField(show),
		default: { mode: 'list', value: 'priority' },
		description:
			'The rule set that routes the orders. "priority" and "nearest" exist from the start.',
	},
	...changedByFields(settingsShow),
	dryRunField(settingsShow),
	settingsOptions(label, differences),
];
