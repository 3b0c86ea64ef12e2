import type { INodeProperties } from 'n8n-workflow';
import { codeField } from './codeField';
import { op, operationChoice } from '../shared/operationChoice';
import { replayFields, replayOptions } from './replayFields';

const saving = { resource: ['ruleSet'], operation: ['save'] };
const written = { resource: ['ruleSet'], operation: ['replayOrders', 'save'] };

const filters: INodeProperties[] = [
	{
		displayName: 'Field',
		name: 'field',
		type: 'options',
		options: [
			{ name: 'Channel', value: 'channel' },
			{ name: 'Country', value: 'country' },
			{ name: 'Payment', value: 'payment' },
			{ name: 'Postcode', value: 'postcode' },
			{ name: 'Region', value: 'region' },
			{ name: 'SKU', value: 'sku' },
			{ name: 'Store', value: 'store' },
			{ name: 'Tag', value: 'tag' },
			{ name: 'Value', value: 'value', description: 'Of the whole order, such as 500-' },
			{ name: 'Weight', value: 'weight', description: 'In grams, such as -20000' },
		],
		default: 'country',
	},
	{
		displayName: 'Is',
		name: 'is',
		type: 'options',
		options: [
			{ name: 'One Of', value: 'include' },
			{ name: 'None Of', value: 'exclude' },
		],
		default: 'include',
	},
	{
		displayName: 'Values',
		name: 'values',
		type: 'string',
		default: '',
		placeholder: 'e.g. TR, 34000-34999, 35*',
		description:
			'With commas. Ranges are written from-to, either end may be left out; * ends a beginning.',
	},
];

const split: INodeProperties[] = [
	{
		displayName: 'Most Parcels',
		name: 'mostParcels',
		type: 'number',
		typeOptions: { minValue: 2 },
		default: 2,
		description: 'Of one order. Without it, any number.',
	},
	{
		displayName: 'Smallest Value',
		name: 'smallestValue',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			"Goods worth less than this, in the order's currency, never leave as a parcel of their own",
	},
];

const rule: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Nearest shop',
	},
	{
		displayName: 'Strategy',
		name: 'strategy',
		type: 'options',
		options: [
			{
				name: 'Fewest Parcels',
				value: 'fewestParcels',
				description: 'The hubs that together need the fewest parcels',
			},
			{
				name: 'Least Loaded',
				value: 'leastLoaded',
				description: 'The hub with the fewest open orders',
			},
			{ name: 'Most Stock', value: 'mostStock', description: 'The hub with the most units left' },
			{ name: 'Nearest', value: 'nearest', description: 'The hub nearest to the buyer' },
			{ name: 'Priority', value: 'priority', description: 'The first hub of the list' },
		],
		default: 'priority',
	},
	{
		displayName: 'Hubs',
		name: 'hubs',
		type: 'string',
		default: '',
		placeholder: 'e.g. istanbul, ankara',
		description: 'Codes in order of preference, with commas. Empty means every hub of the store.',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Filter',
		default: {},
		description: 'The rule is asked only for orders that fit all of them',
		options: [{ displayName: 'Rows', name: 'rows', values: filters }],
	},
	{
		displayName: 'Working Hours',
		name: 'workingHours',
		type: 'options',
		options: [
			{ name: 'Ignore', value: 'ignore', description: 'Hubs are taken at any time' },
			{ name: 'Prefer', value: 'prefer', description: 'Hubs that work now come first' },
			{ name: 'Require', value: 'require', description: 'Only hubs that work now are taken' },
		],
		default: 'ignore',
	},
	{
		displayName: 'Split',
		name: 'split',
		type: 'boolean',
		default: false,
		description:
			'Whether an order that no single hub can ship may leave from several, where the store allows it',
	},
	{
		displayName: 'Split Options',
		name: 'splitOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { split: [true] } },
		options: split,
	},
];

export const ruleSetFields: INodeProperties[] = [
	operationChoice(
		'ruleSet',
		[
			op(
				'Get Many',
				'getMany',
				'Get the code and the version of every rule set',
				'Get many rule sets',
			),
			op(
				'Replay Orders',
				'replayOrders',
				"Decide the last days' orders again by a draft of rules, compare, and change nothing",
				"Replay the last days' orders",
			),
			op('Save', 'save', 'Create the rules that choose a hub, or change them', 'Save a rule set'),
		],
		'save',
	),
	codeField('ruleSet', 'shops-first'),
	...replayFields,
	{
		displayName: 'Rules Input',
		name: 'rulesInput',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Rows', value: 'rows' },
			{ name: 'JSON', value: 'json' },
		],
		default: 'rows',
		displayOptions: { show: saving },
	},
	{
		displayName: 'Rules',
		name: 'rules',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Rule',
		default: {},
		description: 'Tried from the top. The first that finds a hub wins.',
		displayOptions: { show: { ...written, rulesInput: ['rows'] } },
		options: [{ displayName: 'Rows', name: 'rows', values: rule }],
	},
	{
		displayName: 'Rules (JSON)',
		name: 'rulesJson',
		type: 'json',
		default:
			'[\n\t{ "name": "nearest", "strategy": "nearest", "filters": [{ "field": "country", "is": "include", "values": ["TR"] }] }\n]',
		description:
			'A list of rules with name and strategy, and where wanted hubs, filters, split and workingHours',
		displayOptions: { show: { ...written, rulesInput: ['json'] } },
	},
	...replayOptions,
];
