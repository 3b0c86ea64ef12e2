import type { INodeProperties } from 'n8n-workflow';
import { hubField, limitField } from '../shared/fields';
import { codeField } from './codeField';
import { op, operationChoice } from '../shared/operationChoice';

const saving = { resource: ['hub'], operation: ['save'] };
const rerouting = { resource: ['hub'], operation: ['reroute'] };

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const workingHours: INodeProperties[] = [
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Istanbul',
		description: 'The clock that the hours are read on',
	},
	{
		displayName: 'Days',
		name: 'days',
		type: 'multiOptions',
		options: weekdays.map((name, at) => ({ name, value: at + 1 })),
		default: [1, 2, 3, 4, 5],
		description: 'The days on which the hub works',
	},
	{
		displayName: 'Opens',
		name: 'opens',
		type: 'string',
		default: '09:00',
		placeholder: 'e.g. 09:00',
	},
	{
		displayName: 'Closes',
		name: 'closes',
		type: 'string',
		default: '18:00',
		placeholder: 'e.g. 18:00',
		description: 'A time at or before Opens is one of the next day',
	},
	{
		displayName: 'Cut-Off',
		name: 'cutOff',
		type: 'string',
		default: '',
		placeholder: 'e.g. 15:00',
		description: 'Orders after this time count for the next working day. Empty for none.',
	},
];

/** How one is told from the others. Each resource shows an example of its own. */
const namedBy = (resource: string, code: string, name: string): INodeProperties[] => [
	codeField(resource, code),
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: `e.g. ${name}`,
		displayOptions: { show: { resource: [resource], operation: ['save'] } },
	},
];

export const hubFields: INodeProperties[] = [
	operationChoice('hub', [
		op('Get Many', 'getMany', 'Get every hub', 'Get many hubs'),
		op(
			'Reroute',
			'reroute',
			'Give the unpicked orders of a hub that was closed to other hubs',
			'Reroute the orders of a closed hub',
		),
		op('Save', 'save', 'Create a hub, or change it', 'Save a hub'),
	]),
	operationChoice(
		'seller',
		[
			op('Get Many', 'getMany', 'Get every seller', 'Get many sellers'),
			op('Save', 'save', 'Create a seller, or change the name', 'Save a seller'),
		],
		'save',
	),
	hubField(rerouting, 'The closed hub whose unpicked orders are routed again'),
	limitField(rerouting),
	...namedBy('seller', 'acme', 'Acme'),
	...namedBy('hub', 'istanbul', 'Istanbul Warehouse'),
	{
		displayName: 'Active',
		name: 'active',
		type: 'boolean',
		default: true,
		description: 'Whether the hub takes new orders',
		displayOptions: { show: saving },
	},
	{
		displayName: 'Coordinates',
		name: 'coordinates',
		type: 'collection',
		placeholder: 'Add Coordinate',
		default: {},
		description: 'Where the hub is, for the strategy that takes the nearest',
		displayOptions: { show: saving },
		options: [
			{
				displayName: 'Latitude',
				name: 'latitude',
				type: 'number',
				typeOptions: { numberPrecision: 6 },
				default: 0,
			},
			{
				displayName: 'Longitude',
				name: 'longitude',
				type: 'number',
				typeOptions: { numberPrecision: 6 },
				default: 0,
			},
		],
	},
	{
		displayName: 'Working Hours',
		name: 'workingHours',
		type: 'fixedCollection',
		placeholder: 'Add Working Hours',
		default: {},
		description: 'When the hub takes work, for rules that mind it. Without them it is always open.',
		displayOptions: { show: saving },
		options: [{ displayName: 'Hours', name: 'hours', values: workingHours }],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: saving },
		options: [
			{
				displayName: 'Order Limit',
				name: 'orderLimit',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 100,
				description: 'Most open orders that the hub takes. Without it, any number.',
			},
		],
	},
];
