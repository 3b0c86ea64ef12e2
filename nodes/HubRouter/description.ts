import type { INodeProperties } from 'n8n-workflow';
import { limitField, ruleSetField, storeOfItem } from '../shared/fields';

const waiting = { operation: ['decide'], source: ['waiting'] };
const items = { operation: ['decide'], source: ['items'] };

export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Decide',
				value: 'decide',
				description: 'Say which hub would ship, hub by hub why, and change nothing',
				action: 'Decide what routing would do',
			},
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
	{
		displayName: 'Orders',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Of the Items',
				value: 'items',
				description: 'Each item holds an order, the hubs that may ship it and what they have',
			},
			{
				name: 'That Wait in the Store',
				value: 'waiting',
				description: 'With the hubs, the stock and the rule set of the store as they are now',
			},
		],
		default: 'waiting',
		displayOptions: { show: { operation: ['decide'] } },
	},
	storeOfItem({ operation: ['routeWaiting'] }),
	storeOfItem(waiting),
	limitField(waiting),
	{
		displayName: 'Order',
		name: 'order',
		type: 'json',
		required: true,
		default: '={{ $json.order ?? $json }}',
		description:
			'As a channel node or Order Hub gives it. At least its lines, each with sku and ordered.',
		displayOptions: { show: items },
	},
	{
		displayName: 'Candidate Hubs',
		name: 'candidates',
		type: 'json',
		required: true,
		default: '={{ $json.hubs }}',
		description:
			'A list of hubs as Order Hub gives them, each with its code and available, such as { "A-1": 5 }',
		displayOptions: { show: items },
	},
	{
		displayName: 'Rules',
		name: 'ruleSource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Define Below', value: 'json', description: 'A list of rules as JSON' },
			{ name: 'Of the Ledger', value: 'ledger', description: 'A rule set that was saved' },
		],
		default: 'ledger',
		displayOptions: { show: items },
	},
	{
		...ruleSetField({ ...items, ruleSource: ['ledger'] }),
		default: { mode: 'id', value: 'priority' },
	},
	{
		displayName: 'Rules (JSON)',
		name: 'rulesJson',
		type: 'json',
		required: true,
		default: '={{ $json.rules }}',
		description: 'As Order Hub saves them with Rule Set > Save',
		displayOptions: { show: { ...items, ruleSource: ['json'] } },
	},
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
		displayOptions: { show: { operation: ['routeWaiting'] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { operation: ['routeWaiting'] } },
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
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: items },
		options: [
			{
				displayName: 'Allow Split',
				name: 'maySplit',
				type: 'boolean',
				default: true,
				description: 'Whether the order may leave in more than one parcel, where its rule says so',
			},
			{
				displayName: 'Channel',
				name: 'channel',
				type: 'string',
				default: '',
				placeholder: 'e.g. ikas',
				description: 'What filters by channel compare with',
			},
			{
				displayName: 'Decided At',
				name: 'decidedAt',
				type: 'dateTime',
				default: '',
				description: 'The moment that working hours are read for, instead of now',
			},
			{
				displayName: 'Forced Hub',
				name: 'forcedHub',
				type: 'string',
				default: '',
				placeholder: 'e.g. istanbul',
				description: 'The only hub that may ship it, as when the channel has chosen the location',
			},
			{
				displayName: 'Store Code',
				name: 'storeCode',
				type: 'string',
				default: '',
				placeholder: 'e.g. my-shop',
				description: 'What filters by store compare with',
			},
		],
	},
];
