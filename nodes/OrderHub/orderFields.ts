import type { INodeProperties } from 'n8n-workflow';
import {
	cancelReasonOptions,
	holdReasonOptions,
	hubField,
	hubStatusOptions,
	limitField,
	orderField,
	parcelField,
	simplifyField,
	storeOfItem,
} from '../shared/fields';
import { op, operationChoice } from '../shared/operationChoice';
import { changedBy } from './changedByField';
import { editFields } from './editFields';
import { carrierFields, trackingNumber } from './trackingFields';

const listing = { resource: ['order'], operation: ['getMany'] };
const moving = { resource: ['order'], operation: ['changeStatus'] };
const cancelling = { resource: ['order'], operation: ['cancel'] };

/** What a person does with an order, beside moving and cancelling it. */
const acting = {
	resource: ['order'],
	operation: [
		...['approve', 'assignHub', 'edit', 'hold', 'release', 'requestSync', 'restore', 'routeByHand'],
	],
};

const optionsFor = (
	show: { resource: string[]; operation: string[] },
	options: INodeProperties[],
): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { show },
	options,
});

const cancelReason: INodeProperties = {
	displayName: 'Cancel Reason',
	name: 'reason',
	type: 'options',
	options: cancelReasonOptions,
	default: 'out_of_stock',
	description: 'Why the order is cancelled, for channels that ask',
};

export const orderFields: INodeProperties[] = [
	operationChoice(
		'order',
		[
			op(
				'Approve',
				'approve',
				'Say yes to an order that waits for approval, and route it',
				'Approve an order',
			),
			op(
				'Archive Closed',
				'archiveClosed',
				'Put orders away that were closed long ago and owe nothing, and get each as it was',
				'Archive closed orders',
			),
			op(
				'Assign Hub',
				'assignHub',
				'Reserve the whole order at a hub that you choose',
				'Assign a hub to an order',
			),
			op('Cancel', 'cancel', 'Cancel an order in the hub and free its stock', 'Cancel an order'),
			op(
				'Cancel Overdue',
				'cancelOverdue',
				'Cancel the orders of a store that are on hold for longer than its settings allow',
				'Cancel overdue orders',
			),
			op(
				'Change Status',
				'changeStatus',
				'Move an order on in the hub',
				'Change the status of an order',
			),
			op(
				'Claim Asked',
				'claimAsked',
				'Get the orders that somebody wants to be read again, for the workflow that does so',
				'Claim asked orders',
			),
			op(
				'Edit',
				'edit',
				'Change lines, quantities or address of an order on hold, and route it anew',
				'Edit an order',
			),
			op('Get', 'get', 'Get one order as the hub has it', 'Get an order'),
			op(
				'Get Log',
				'getLog',
				'Get what happened to an order, by whom and when',
				'Get the log of an order',
			),
			op('Get Many', 'getMany', 'Get the orders of a store', 'Get many orders'),
			op('Hold', 'hold', 'Put an order on hold and free its stock', 'Hold an order'),
			op(
				'Import',
				'import',
				'Store a page of a sync, or order items of a trigger',
				'Import orders',
			),
			op(
				'Import Fulfilments',
				'importFulfilments',
				'Store what an OMS made of orders: what left, how it travels, what was cancelled',
				'Import fulfilments',
			),
			op(
				'Release',
				'release',
				'Take an order up again that a person put on hold, and route it',
				'Release an order',
			),
			op(
				'Request Sync',
				'requestSync',
				'Have orders read from the channel again, by their IDs there',
				'Request a sync of chosen orders',
			),
			op(
				'Restore',
				'restore',
				'Bring an archived order back as it was',
				'Restore an archived order',
			),
			op(
				'Route By Hand',
				'routeByHand',
				'Give an order that no rule could place the hub that you choose',
				'Route an order by hand',
			),
		],
		'get',
	),
	{
		...storeOfItem(undefined),
		displayOptions: { show: { resource: ['order'] }, hide: { operation: ['importFulfilments'] } },
	},
	{
		displayName:
			"Give this node the item of the OMS's page of fulfilments, between Sync Begin (kind Fulfilments) and Sync End",
		name: 'fulfilmentsNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['order'], operation: ['importFulfilments'] } },
	},
	{
		...orderField(undefined),
		displayOptions: {
			show: { resource: ['order'] },
			hide: {
				operation: [
					...['archiveClosed', 'cancelOverdue', 'claimAsked', 'getMany'],
					...['import', 'importFulfilments'],
				],
			},
		},
	},
	hubField(
		{ resource: ['order'], operation: ['assignHub', 'routeByHand'] },
		'The hub that is to ship the order, one of those that the store maps',
	),
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: hubStatusOptions,
		default: 'picked',
		description: 'The status that the order is to have',
		displayOptions: { show: moving },
	},
	{
		displayName: 'Order IDs',
		name: 'orderIds',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: '',
		placeholder: 'e.g. 1001, 1002',
		description: 'The IDs that the orders have on the channel, with commas or line by line',
		displayOptions: { show: { resource: ['order'], operation: ['requestSync'] } },
	},
	...editFields,
	optionsFor(moving, [
		cancelReason,
		...carrierFields,
		changedBy,
		{
			...parcelField(undefined),
			required: false,
			default: { mode: 'list', value: '' },
			description: 'Only this parcel of a split order, as the order lists it under parcels',
		},
		trackingNumber,
	]),
	optionsFor(cancelling, [cancelReason, changedBy]),
	optionsFor(acting, [changedBy]),
	{
		displayName: 'Closed for Days',
		name: 'closedDays',
		type: 'number',
		typeOptions: { minValue: 7 },
		default: 90,
		description:
			'How long an order must have been delivered, returned or cancelled, and not changed since',
		displayOptions: { show: { resource: ['order'], operation: ['archiveClosed'] } },
	},
	limitField({
		resource: ['order'],
		operation: ['archiveClosed', 'cancelOverdue', 'claimAsked', 'getLog', 'getMany'],
	}),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: listing },
		options: [
			{
				displayName: 'Hold Reason',
				name: 'holdReason',
				type: 'options',
				options: holdReasonOptions,
				default: 'inventory_not_present',
				description: 'Only orders that are on hold for this reason',
			},
			{ ...hubField(undefined, 'Only orders that this hub ships'), required: false },
			{
				displayName: 'Number',
				name: 'number',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1001',
				description: 'The number of the order as the buyer knows it',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: hubStatusOptions,
				default: 'on_hold',
			},
		],
	},
	{
		...simplifyField(undefined),
		displayOptions: {
			show: { resource: ['order', 'parcel'] },
			hide: {
				operation: ['cancelOverdue', 'getLabel', 'getLog', 'import', 'importFulfilments'],
			},
		},
	},
];
