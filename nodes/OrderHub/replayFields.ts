import type { INodeProperties } from 'n8n-workflow';
import { ruleSetField, storeField } from '../shared/fields';

const replaying = { resource: ['ruleSet'], operation: ['replayOrders'] };

/** Above the rules that are tried. */
export const replayFields: INodeProperties[] = [
	{
		displayName: 'Stores',
		name: 'replayStores',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'All', value: 'all', description: 'Sellers keep their stock to themselves' },
			{ name: 'One', value: 'one', description: 'Other stores of its seller keep what they have' },
		],
		default: 'one',
		displayOptions: { show: replaying },
	},
	storeField({ ...replaying, replayStores: ['one'] }),
	{
		displayName: 'Days',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 31 },
		default: 7,
		description: 'Orders that were placed in so many days up to now are decided again',
		displayOptions: { show: replaying },
	},
	{
		displayName: 'Rules Input',
		name: 'rulesInput',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Rows', value: 'rows' },
			{ name: 'JSON', value: 'json' },
			{ name: 'Saved Rule Set', value: 'saved' },
		],
		default: 'rows',
		displayOptions: { show: replaying },
	},
	ruleSetField({ ...replaying, rulesInput: ['saved'] }),
];

/** Below them. */
export const replayOptions: INodeProperties[] = [
	{
		displayName: 'Stock',
		name: 'replayStock',
		type: 'options',
		options: [
			{
				name: 'Replayed',
				value: 'replayed',
				description: 'What is free now and what these orders took, consumed in order of placing',
			},
			{
				name: 'Unlimited',
				value: 'unlimited',
				description: 'Any number of everything at every hub, so that only the rules count',
			},
		],
		default: 'replayed',
		description: 'What the hubs are taken to have had: the stock of that time is not kept',
		displayOptions: { show: replaying },
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'The Comparison',
				value: 'comparison',
				description: 'One item: parcels, distance, unfillable orders and the share of each hub',
			},
			{
				name: 'One Item per Changed Order',
				value: 'changed',
				description: 'Each order that the draft gives to other hubs, the newest first',
			},
		],
		default: 'comparison',
		displayOptions: { show: replaying },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: replaying },
		options: [
			{
				displayName: 'Most Orders',
				name: 'most',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 20000 },
				default: 10000,
				description: 'Of more orders than these only the newest are compared',
			},
			{
				displayName: 'Version',
				name: 'version',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1,
				description: 'Of the saved rule set. Without it, the newest.',
			},
		],
	},
];
