import type { INodeProperties, NodeParameterValue } from 'n8n-workflow';
import { limitField, simplifyField, storeField } from '../shared/fields';
import { op, operationChoice } from '../shared/operationChoice';

const fullField = (show: Readonly<Record<string, NodeParameterValue[]>>): INodeProperties => ({
	displayName: 'Full',
	name: 'full',
	type: 'boolean',
	default: false,
	description:
		'Whether figures go out that the channel has confirmed already as well, at most every 60 minutes',
	displayOptions: { show: { resource: ['sync'], kind: ['inventory'], ...show } },
});

export const syncFields: INodeProperties[] = [
	operationChoice('sync', [
		op('Begin', 'begin', 'Start a sync when it is due, or go on with one', 'Begin a sync'),
		op('End', 'end', 'Close the sync, or say where it goes on', 'End a sync'),
		op(
			'Get Summary',
			'getSummary',
			'Get how a sync of a store stands',
			'Get the summary of a sync',
		),
		op(
			'Request',
			'request',
			'Ask for a sync now: the published template of the kind begins it within a minute',
			'Request a sync',
		),
	]),
	operationChoice('reconciliation', [
		op(
			'Compare',
			'compare',
			'Find the orders of the channel that the hub lacks or has in an older revision',
			'Compare a page of references',
		),
		op(
			'Get Many',
			'getMany',
			'Get the hours that were compared, with what the channel and the hub have',
			'Get many reconciled hours',
		),
	]),
	storeField({ resource: ['sync'], operation: ['begin', 'getSummary', 'request'] }),
	storeField({ resource: ['reconciliation'], operation: ['getMany'] }),
	{
		displayName: 'Kind',
		name: 'kind',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Catalog', value: 'catalog', description: 'The listings of the channel come in' },
			{
				name: 'Drift',
				value: 'drift',
				description: 'The stock that the channel shows is compared with what it confirmed',
			},
			{
				name: 'Fulfilments',
				value: 'fulfilments',
				description: 'What an OMS made of the orders that it was given comes in',
			},
			{
				name: 'Inventory',
				value: 'inventory',
				description: 'Stock goes out, where it differs from what the channel confirmed',
			},
			{ name: 'Orders', value: 'orders', description: 'New and changed orders come in' },
			{
				name: 'Prices',
				value: 'prices',
				description: 'Selling prices that were uploaded go out, and feeds are asked about',
			},
			{
				name: 'Reconcile',
				value: 'reconcile',
				description: 'The orders of the last hours or days are compared, and gaps are filled',
			},
			{
				name: 'Stock',
				value: 'stock',
				description: 'What an OMS may still promise comes in, at the hubs whose stock master it is',
			},
		],
		default: 'orders',
		description: 'Each kind runs by itself, once at a time for a store',
		displayOptions: {
			show: { resource: ['sync'], operation: ['begin', 'getSummary', 'request'] },
		},
	},
	{
		displayName: 'Manual',
		name: 'manual',
		type: 'boolean',
		default: false,
		description:
			'Whether a person asks for it, so that the interval need not have passed: a catalog sync at most every 30 minutes, any other as often as asked',
		displayOptions: { show: { resource: ['sync'], operation: ['begin'] } },
	},
	fullField({ operation: ['begin'], manual: [true] }),
	fullField({ operation: ['request'] }),
	{
		displayName:
			'Give this node the item that came from Sync Begin. Where a node in between has an error output, connect that as well: the sync then ends as failed, and is tried again.',
		name: 'endNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['sync'], operation: ['end'] } },
	},
	{
		displayName:
			"Give this node the item of the channel's Get References, between Sync Begin (kind Reconcile) and Sync End",
		name: 'compareNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['reconciliation'], operation: ['compare'] } },
	},
	limitField({ resource: ['reconciliation'], operation: ['getMany'] }),
	simplifyField({ resource: ['sync'], operation: ['getSummary'] }),
];
