import type { INodeProperties } from 'n8n-workflow';
import { hubStatusOptions } from '../shared/fields';

const show = { resource: ['store'], operation: ['saveSettings'] };

const location: INodeProperties = {
	displayName: 'Location',
	name: 'location',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The stock location on ikas',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchLocations', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 7c9e6679-7425-40de' },
	],
};

const hub: INodeProperties = {
	displayName: 'Hub',
	name: 'hub',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The hub that ships what is ordered at the location',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchHubs', searchable: true },
		},
		{ displayName: 'By Code', name: 'id', type: 'string', placeholder: 'e.g. istanbul' },
	],
};

const channelStatus: INodeProperties = {
	displayName: 'Channel Status Name or ID',
	name: 'channelStatus',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getStatuses' },
	default: '',
	description:
		'What ikas says. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

const hubStatus: INodeProperties = {
	displayName: 'Hub Status',
	name: 'hubStatus',
	type: 'options',
	options: hubStatusOptions,
	default: 'created',
	description: 'What it means in the hub',
};

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
		displayName: 'Interval (Minutes)',
		name: 'intervalMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'How often the store is synced',
		displayOptions: { show },
	},
	{
		displayName: 'Hub Mapping Input',
		name: 'hubMappingInput',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Rows', value: 'rows' },
			{ name: 'JSON', value: 'json' },
		],
		default: 'rows',
		displayOptions: { show },
	},
	{
		displayName: 'Hub Mapping',
		name: 'hubMapping',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Location',
		default: {},
		description: 'Which hub ships for which location. Orders of other locations are parked.',
		displayOptions: { show: { ...show, hubMappingInput: ['rows'] } },
		options: [{ displayName: 'Rows', name: 'rows', values: [location, hub] }],
	},
	{
		displayName: 'Hub Mapping (JSON)',
		name: 'hubMappingJson',
		type: 'json',
		default: '[\n\t{ "location": "", "hub": "" }\n]',
		description: 'A list of rows with the ID of the location and the code of the hub',
		displayOptions: { show: { ...show, hubMappingInput: ['json'] } },
	},
	{
		displayName: 'Sales Channel Mapping',
		name: 'channelStatusMapping',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Status',
		default: {},
		description: 'What a status on ikas means in the hub. Orders with other statuses are parked.',
		displayOptions: { show },
		options: [{ displayName: 'Rows', name: 'rows', values: [channelStatus, hubStatus] }],
	},
	{
		displayName: 'Workspace Order Mapping',
		name: 'workspaceStatusMapping',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Status',
		default: {},
		description: 'What ikas is told when the hub moves an order',
		displayOptions: { show },
		options: [{ displayName: 'Rows', name: 'rows', values: [hubStatus, channelStatus] }],
	},
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
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Expected Version',
				name: 'version',
				type: 'number',
				default: 1,
				description:
					'Refuses the save when the settings have another version by now. Without it the version in force is replaced.',
			},
			{
				displayName: 'Overlap (Minutes)',
				name: 'overlapMinutes',
				type: 'number',
				default: 10,
				description:
					'How far each sync looks back over what it has read, for orders that appear late',
			},
			{
				displayName: 'Pages per Execution',
				name: 'pagesPerExecution',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 10,
				description: 'After so many pages a fresh execution goes on, to keep memory small',
			},
		],
	},
];
