import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { hubStatusOptions } from '../shared/fields';
import { typedShow as show } from './settingsShow';

interface Statuses {
	readonly label: string;
	/** What the channel can be told. */
	readonly told: INodePropertyOptions[];
	/** What a new row of Workspace Order Mapping tells: that the order has left. */
	readonly usual: string;
}

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

const channelStatus = (label: string): INodeProperties => ({
	displayName: 'Channel Status Name or ID',
	name: 'channelStatus',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getStatuses' },
	default: '',
	description: `What ${label} says. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
});

const hubStatus: INodeProperties = {
	displayName: 'Hub Status',
	name: 'hubStatus',
	type: 'options',
	options: hubStatusOptions,
	default: 'created',
	description: 'What it means in the hub',
};

const reachedStatus: INodeProperties = {
	...hubStatus,
	default: 'shipped',
	description: 'Where the order moves in the hub',
};

const toldStatus = ({ label, told, usual }: Statuses): INodeProperties => ({
	displayName: 'Channel Status',
	name: 'channelStatus',
	type: 'options',
	options: told,
	default: usual,
	description: `What ${label} is told. Other statuses cannot be set from outside.`,
});

/** Hub Mapping. `location` is the field in which a location of the channel is named; `others` says what becomes of the rest. */
export const hubMappingFields = (
	location: INodeProperties,
	others = 'are parked',
): INodeProperties[] =>
	mapFields({
		placeholder: 'Add Location',
		values: [location, hub],
		description: `Which hub ships for which location. Orders of other locations ${others}.`,
		json: '[\n\t{ "location": "", "hub": "" }\n]',
		jsonDescription: 'A list of rows with the ID of the location and the code of the hub',
	});

/** The same for a channel that has no locations: any of the hubs may ship any order. */
export const hubsMappedFields = (label: string): INodeProperties[] =>
	mapFields({
		placeholder: 'Add Hub',
		values: [{ ...hub, description: `A hub that may ship orders of ${label}` }],
		description: `Which hubs ship orders of ${label}, the first choice first. ${label} has no locations: each order goes to the hub that the rule set chooses, and the stock of all of them goes out as one figure.`,
		json: '[\n\t{ "hub": "" }\n]',
		jsonDescription: 'A list of rows with the code of the hub',
	});

/** The same for a channel that has the whole map as one text. */
export const hubMapTextField = ({
	label,
	placeholder,
	description,
}: Readonly<Record<'label' | 'placeholder' | 'description', string>>): INodeProperties => ({
	displayName: label,
	name: 'hubMapText',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: `e.g. ${placeholder}`,
	description,
	displayOptions: { show },
});

interface HubMap {
	readonly placeholder: string;
	readonly values: INodeProperties[];
	readonly description: string;
	/** An empty row. */
	readonly json: string;
	readonly jsonDescription: string;
}

const mapFields = ({
	placeholder,
	values,
	description,
	json,
	jsonDescription,
}: HubMap): INodeProperties[] => [
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
		placeholder,
		default: {},
		description,
		displayOptions: { show: { ...show, hubMappingInput: ['rows'] } },
		options: [{ displayName: 'Rows', name: 'rows', values }],
	},
	{
		displayName: 'Hub Mapping (JSON)',
		name: 'hubMappingJson',
		type: 'json',
		default: json,
		description: jsonDescription,
		displayOptions: { show: { ...show, hubMappingInput: ['json'] } },
	},
];

/** Sales Channel Mapping and Workspace Order Mapping. */
export const statusMappingFields = (statuses: Statuses): INodeProperties[] => [
	{
		displayName: 'Sales Channel Mapping',
		name: 'channelStatusMapping',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Status',
		default: {},
		description: `What a status on ${statuses.label} means in the hub. Orders with other statuses are parked.`,
		displayOptions: { show },
		options: [
			{ displayName: 'Rows', name: 'rows', values: [channelStatus(statuses.label), hubStatus] },
		],
	},
	{
		displayName: 'Workspace Order Mapping',
		name: 'workspaceStatusMapping',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Status',
		default: {},
		description: `What ${statuses.label} is told when the hub moves an order. What stands in no row is not told.`,
		displayOptions: { show },
		options: [{ displayName: 'Rows', name: 'rows', values: [reachedStatus, toldStatus(statuses)] }],
	},
];
