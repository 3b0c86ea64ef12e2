import type { INodeProperties } from 'n8n-workflow';
import { hubStatusOptions, storeOfItem } from '../shared/fields';

const channelStatus: INodeProperties = {
	displayName: 'Channel Status',
	name: 'channelStatus',
	type: 'string',
	default: '',
	placeholder: 'e.g. payment:PAID',
	description: 'The status as orders of the channel carry it',
};

const hubStatus: INodeProperties = {
	displayName: 'Hub Status',
	name: 'hubStatus',
	type: 'options',
	options: hubStatusOptions,
	default: 'created',
};

export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Channel to Hub',
				value: 'toHub',
				description: 'Add what the status of the channel means in the hub',
				action: 'Map channel statuses to hub statuses',
			},
			{
				name: 'Hub to Channel',
				value: 'toChannel',
				description: 'Add what the channel is told of the status of the hub',
				action: 'Map hub statuses to channel statuses',
			},
		],
		default: 'toHub',
	},
	{
		displayName:
			'A page of a sync always leaves on Mapped: each of its orders then says what it means, and what the map does not know is parked by Import.',
		name: 'pageNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { operation: ['toHub'] } },
	},
	{
		displayName: 'Map',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Of the Store',
				value: 'ledger',
				description: 'As saved in the settings of the store',
			},
			{ name: 'Define Below', value: 'rows', description: 'Rows in this node' },
		],
		default: 'ledger',
	},
	storeOfItem({ source: ['ledger'] }),
	{
		displayName: 'Rows',
		name: 'map',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Status',
		default: {},
		displayOptions: { show: { source: ['rows'] } },
		options: [{ displayName: 'Rows', name: 'rows', values: [channelStatus, hubStatus] }],
	},
	{
		displayName: 'Hub Status',
		name: 'status',
		type: 'string',
		required: true,
		default: '={{ $json.status }}',
		placeholder: 'e.g. shipped',
		description: 'The status of the hub that is to be translated',
		displayOptions: { show: { operation: ['toChannel'] } },
	},
];
