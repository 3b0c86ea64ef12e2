import type { INodeProperties } from 'n8n-workflow';
import { titled } from '../../domain/titled';
import { returnStates } from '../../ledger/returnShapes';
import {
	hubField,
	limitField,
	orderField,
	picker,
	simplifyField,
	storeField,
	storeOfItem,
} from '../shared/fields';
import { op, operationChoice } from '../shared/operationChoice';
import { changedBy } from './changedByField';
import { amount, checkedLines, returnCode, returnLines, returnOrderNumber } from './returnOptions';
import { carrierFields, trackingNumber } from './trackingFields';

const show = (...operation: string[]) => ({ resource: ['return'], operation });

const operations: INodeProperties = operationChoice(
	'return',
	[
		op(
			'Approve',
			'approve',
			'Let all units that were asked for come back, or some of each line',
			'Approve a return',
		),
		op(
			'Create Request',
			'createRequest',
			'Ask for units of an order to come back, or take in that the courier brings them back',
			'Create a return request',
		),
		op(
			'Create Return Order',
			'createReturnOrder',
			'Say where an approved return comes back, and under which tracking number',
			'Create a return order',
		),
		op('Get', 'get', 'Get a return with what became of each of its lines', 'Get a return'),
		op('Get Many', 'getMany', 'Get the returns of a store', 'Get many returns'),
		op(
			'Mark Refunded',
			'markRefunded',
			'Note that the money was paid back; the hub itself moves no money',
			'Mark a return as refunded',
		),
		op(
			'Quality Check',
			'qualityCheck',
			'Say what of a received return passed and is for sale again, and what is damaged',
			'Check the quality of a return',
		),
		op('Receive', 'receive', 'Take in that a return is at the hub', 'Receive a return'),
		op('Reject', 'reject', 'Refuse a return request, with a reason', 'Reject a return'),
	],
	'get',
);

const returnField: INodeProperties = {
	...picker(
		{ displayName: 'Return', name: 'returnCode', description: 'The return, by its code' },
		'searchReturns',
		{ displayName: 'By Code', placeholder: 'e.g. R-000012' },
		show(
			...['approve', 'createReturnOrder', 'get', 'markRefunded', 'qualityCheck', 'receive'],
			'reject',
		),
	),
	default: { mode: 'id', value: '={{ $json.return ?? $json.code ?? $json.detail }}' },
};

const stateOptions = returnStates.toSorted().map((value) => ({ name: titled(value), value }));

const collection = (
	[displayName, name, placeholder]: readonly [string, string, string],
	of: ReturnType<typeof show>,
	options: INodeProperties[],
): INodeProperties => ({
	...{ displayName, name, placeholder, options },
	type: 'collection',
	default: {},
	displayOptions: { show: of },
});

const added = ['Options', 'options', 'Add Option'] as const;

export const returnFields: INodeProperties[] = [
	operations,
	returnField,
	storeOfItem(show('createRequest')),
	storeField(show('getMany')),
	orderField(show('createRequest')),
	{
		displayName: 'Comes Back',
		name: 'kind',
		type: 'options',
		options: [
			{
				name: 'From the Customer',
				value: 'customer',
				description: 'It was delivered. Somebody decides about it.',
			},
			{
				name: 'With the Courier',
				value: 'courier',
				description: 'It was not delivered, and its order is Return to Origin',
			},
		],
		default: 'customer',
		displayOptions: { show: show('createRequest') },
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: '',
		placeholder: 'e.g. Too small',
		description: 'Why it comes back, where a line says no other reason',
		displayOptions: { show: show('createRequest') },
	},
	{
		displayName: 'Reason',
		name: 'rejectReason',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Worn',
		description: 'Why it is refused. It is kept with the return.',
		displayOptions: { show: show('reject') },
	},
	{
		displayName: 'Found',
		name: 'found',
		type: 'options',
		options: [
			{ name: 'All Failed', value: 'failed', description: 'Damaged: it is never stock again' },
			{ name: 'All Passed', value: 'passed' },
			{ name: 'By Line', value: 'lines' },
		],
		default: 'passed',
		description: 'What quality control found of all that was approved',
		displayOptions: { show: show('qualityCheck') },
	},
	{
		displayName: 'Restock',
		name: 'restock',
		type: 'boolean',
		default: true,
		description: 'Whether what passed is stock of the hub again',
		displayOptions: { show: { ...show('qualityCheck'), found: ['passed'] } },
	},
	{ ...checkedLines, displayOptions: { show: { ...show('qualityCheck'), found: ['lines'] } } },
	simplifyField(show('get', 'getMany')),
	limitField(show('getMany')),
	collection(added, show('createRequest'), [changedBy, returnLines(true), returnCode]),
	collection(added, show('approve'), [changedBy, returnLines(false), amount('due')]),
	collection(added, show('createReturnOrder'), [
		...carrierFields,
		changedBy,
		{
			...hubField(undefined, 'Where it comes back, if not at the hub that shipped it'),
			required: false,
		},
		returnOrderNumber,
		trackingNumber,
	]),
	collection(added, show('markRefunded'), [amount('paid'), changedBy]),
	collection(added, show('qualityCheck', 'receive', 'reject'), [changedBy]),
	collection(['Filters', 'filters', 'Add Filter'], show('getMany'), [
		{
			displayName: 'Order ID',
			name: 'order',
			type: 'string',
			default: '',
			placeholder: 'e.g. 50001',
			description: 'Only returns of this order, by its ID on the channel',
		},
		{
			displayName: 'State',
			name: 'state',
			type: 'options',
			options: stateOptions,
			default: 'requested',
		},
	]),
];
