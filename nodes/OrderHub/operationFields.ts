import type { INodeProperties } from 'n8n-workflow';

type Option = { name: string; value: string; description: string; action: string };

const operationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: '',
};

const operationsOf = (resource: string, options: Option[]): INodeProperties => ({
	...operationField,
	displayOptions: { show: { resource: [resource] } },
	options,
	default: options[0]?.value ?? '',
});

const op = (name: string, value: string, description: string, action: string): Option => ({
	name,
	value,
	description,
	action,
});

export const operationFields: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Exception', value: 'exception' },
			{ name: 'Hub', value: 'hub' },
			{ name: 'Order', value: 'order' },
			{ name: 'Parked Order', value: 'parkedOrder' },
			{ name: 'Rule Set', value: 'ruleSet' },
			{ name: 'Seller', value: 'seller' },
			{ name: 'Stock', value: 'stock' },
			{ name: 'Store', value: 'store' },
			{ name: 'Sync', value: 'sync' },
		],
		default: 'order',
	},
	operationsOf('exception', [
		op(
			'Get Many',
			'getMany',
			'Get what needs a person, with cause and advice',
			'Get many exceptions',
		),
	]),
	operationsOf('hub', [
		op('Get Many', 'getMany', 'Get every hub', 'Get many hubs'),
		op('Save', 'save', 'Create a hub, or change it', 'Save a hub'),
	]),
	operationsOf('order', [
		op(
			'Change Status',
			'changeStatus',
			'Move an order on in the hub',
			'Change the status of an order',
		),
		op('Get', 'get', 'Get one order as the hub has it', 'Get an order'),
		op('Get Many', 'getMany', 'Get the orders of a store', 'Get many orders'),
		op('Import', 'import', 'Store a page of a sync, or order items of a trigger', 'Import orders'),
	]),
	operationsOf('parkedOrder', [
		op('Get Many', 'getMany', 'Get what waits for a setting', 'Get many parked orders'),
	]),
	operationsOf('ruleSet', [
		op('Save', 'save', 'Create the rules that choose a hub, or change them', 'Save a rule set'),
	]),
	operationsOf('seller', [
		op('Save', 'save', 'Create a seller, or change the name', 'Save a seller'),
	]),
	operationsOf('stock', [
		op('Get', 'get', 'Get what is there, reserved and free at each hub', 'Get stock'),
		op('Set', 'set', 'Record a count of what is physically there', 'Set stock'),
	]),
	operationsOf('store', [
		op('Get', 'get', 'Get a store with its settings', 'Get a store'),
		op(
			'Get Configuration Log',
			'getConfigurationLog',
			'Get who changed what, when and why',
			'Get the configuration log',
		),
		op('Get Many', 'getMany', 'Get every store', 'Get many stores'),
	]),
	operationsOf('sync', [
		op('Begin', 'begin', 'Start a sync when it is due, or go on with one', 'Begin a sync'),
		op('End', 'end', 'Close the sync, or say where it goes on', 'End a sync'),
		op(
			'Get Summary',
			'getSummary',
			'Get how the sync of a store stands',
			'Get the summary of a sync',
		),
	]),
];
