import type { INodeProperties } from 'n8n-workflow';
import { readyStatuses } from '../../ledger/manifestShapes';
import {
	hubField,
	hubStatusOptions,
	limitField,
	picker,
	simplifyField,
	storeField,
	storeOfItem,
} from '../shared/fields';
import { op, operationChoice } from '../shared/operationChoice';

const adding = { resource: ['manifest'], operation: ['addOrders'] };
const creating = { resource: ['manifest'], operation: ['create'] };
const listing = { resource: ['manifest'], operation: ['getMany'] };
const missing = { resource: ['manifest'], operation: ['getWithoutManifest'] };
const printing = { resource: ['manifest'], operation: ['getPrintList'] };

const oneManifest = ['addOrders', 'close', 'get', 'getPrintList', 'removeOrders', 'retryFailed'];

const operations: INodeProperties = operationChoice(
	'manifest',
	[
		op(
			'Add Orders',
			'addOrders',
			'Put packed orders on an open manifest, with a result for each',
			'Add orders to a manifest',
		),
		op(
			'Close',
			'close',
			'Ship what is on a manifest, and have the channel told of it',
			'Close a manifest',
		),
		op(
			'Create',
			'create',
			'Open a manifest for what leaves a hub for a store',
			'Create a manifest',
		),
		op('Get', 'get', 'Get a manifest with what became of each of its orders', 'Get a manifest'),
		op('Get Many', 'getMany', 'Get the manifests of a store', 'Get many manifests'),
		op(
			'Get Orders Without Manifest',
			'getWithoutManifest',
			'Get orders that left without a closed manifest although their channel goes by it',
			'Get orders without a manifest',
		),
		op(
			'Get Print List',
			'getPrintList',
			'Get what is on a manifest as a page to print and sign',
			'Get the print list of a manifest',
		),
		op(
			'Remove Orders',
			'removeOrders',
			'Take orders off an open manifest, with a result for each',
			'Remove orders from a manifest',
		),
		op(
			'Retry Failed',
			'retryFailed',
			'Tell the channel again of the orders that failed, and of no other',
			'Retry the failed orders of a manifest',
		),
	],
	'get',
);

const manifestField: INodeProperties = {
	...picker(
		{ displayName: 'Manifest', name: 'manifestCode', description: 'The manifest, by its code' },
		'searchManifests',
		{ displayName: 'By Code', placeholder: 'e.g. M-000012' },
		{ resource: ['manifest'], operation: oneManifest },
	),
	default: { mode: 'id', value: '={{ $json.manifest ?? $json.code }}' },
};

const ordersField = (show: NonNullable<INodeProperties['displayOptions']>['show']) =>
	({
		displayName: 'Orders',
		name: 'orderIds',
		type: 'string',
		required: true,
		default: '={{ $json.order?.id ?? $json.order ?? $json.id }}',
		placeholder: 'e.g. 50001, 50002',
		description: 'IDs on the channel or numbers of orders: one, several with commas, or a list',
		displayOptions: { show },
	}) satisfies INodeProperties;

const readyOptions = hubStatusOptions.filter(({ value }) =>
	readyStatuses.some((status) => status === value),
);

export const manifestFields: INodeProperties[] = [
	operations,
	manifestField,
	storeField({ resource: ['manifest'], operation: ['create', 'getMany'] }),
	storeOfItem(missing),
	hubField(creating, 'The hub that the parcels leave from'),
	{
		displayName: 'Which Orders',
		name: 'which',
		type: 'options',
		options: [
			{ name: 'All That Are Ready', value: 'ready' },
			{ name: 'Those Named Below', value: 'named' },
		],
		default: 'named',
		description: 'Ready is what is packed for the store at the hub and on no manifest yet',
		displayOptions: { show: adding },
	},
	{
		displayName: 'Ready From',
		name: 'readyFrom',
		type: 'options',
		options: readyOptions,
		default: 'ready_to_ship',
		description: 'How far an order has to be at least',
		displayOptions: { show: { ...adding, which: ['ready'] } },
	},
	ordersField({ ...adding, which: ['named'] }),
	ordersField({ resource: ['manifest'], operation: ['removeOrders'] }),
	{
		displayName: 'Closed By',
		name: 'closedBy',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Nathan',
		description: 'Who closes it. It is kept with the manifest.',
		displayOptions: { show: { resource: ['manifest'], operation: ['close'] } },
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the output field to put the file in',
		displayOptions: { show: printing },
	},
	simplifyField({ resource: ['manifest'], operation: ['get', 'getPrintList'] }),
	limitField(listing),
	limitField(missing),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: creating },
		options: [
			{
				displayName: 'Code',
				name: 'code',
				type: 'string',
				default: '',
				placeholder: 'e.g. north-2026-03-02',
				description: 'Names it instead of a number that the hub gives it. No two have the same.',
			},
			{
				displayName: 'Provider',
				name: 'provider',
				type: 'string',
				default: '',
				placeholder: 'e.g. Aramex',
				description: 'The carrier that takes all of it: parcels of others are refused then',
			},
			{
				displayName: 'Reuse Open',
				name: 'reuseOpen',
				type: 'boolean',
				default: true,
				description:
					'Whether to give the open manifest of the same store, hub and provider where there is one',
			},
		],
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: missing },
		options: [{ ...hubField(undefined, 'Only orders of this hub'), required: false }],
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: listing },
		options: [
			{ ...hubField(undefined, 'Only manifests of this hub'), required: false },
			{
				displayName: 'State',
				name: 'state',
				type: 'options',
				options: [
					{ name: 'Closed', value: 'closed' },
					{ name: 'Open', value: 'open' },
				],
				default: 'open',
			},
		],
	},
];
