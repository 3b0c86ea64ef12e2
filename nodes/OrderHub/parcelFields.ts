import type { INodeProperties } from 'n8n-workflow';
import {
	hubField,
	hubStatusOptions,
	limitField,
	orderField,
	parcelField,
	storeField,
	storeOfItem,
} from '../shared/fields';
import { boxFields } from './boxFields';
import { changedBy } from './changedByField';
import { op, operationChoice } from '../shared/operationChoice';
import { carrierFields, trackingNumber } from './trackingFields';

const moving = { resource: ['parcel'], operation: ['changeStatus'] };
const labelling = { resource: ['parcel'], operation: ['getLabel'] };
const listing = { resource: ['parcel'], operation: ['getMany'] };
const sizing = { resource: ['parcel'], operation: ['setBox'] };
const tracking = { resource: ['parcel'], operation: ['setTracking'] };

const parcelOrOnly =
	'The parcel, as the order lists it under parcels. Empty where the order has only one.';

export const parcelFields: INodeProperties[] = [
	operationChoice('parcel', [
		op(
			'Change Status',
			'changeStatus',
			'Move one parcel of an order on in the hub',
			'Change the status of a parcel',
		),
		op(
			'Get Label',
			'getLabel',
			'Get the label that the channel made of a parcel, as a file to print',
			'Get the label of a parcel',
		),
		op(
			'Get Many',
			'getMany',
			'Get what a hub ships: orders, and its own part of each split order as a sub-order',
			'Get many parcels of a hub',
		),
		op(
			'Set Box',
			'setBox',
			'Say how large and heavy a parcel is, for channels that ask for it',
			'Set the box of a parcel',
		),
		op(
			'Set Tracking',
			'setTracking',
			'Record who carries a parcel and under which number',
			'Set the tracking of a parcel',
		),
	]),
	{
		...storeOfItem(undefined),
		displayOptions: { show: { resource: ['parcel'] }, hide: { operation: ['getMany'] } },
	},
	{
		...orderField(undefined),
		displayOptions: { show: { resource: ['parcel'] }, hide: { operation: ['getMany'] } },
	},
	hubField(listing, 'The hub that ships them'),
	limitField(listing),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: listing },
		options: [
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: hubStatusOptions,
				default: 'new_order',
				description: 'Only parcels in this status. Without it: all that has not left the hub.',
			},
			{ ...storeField(undefined), required: false },
		],
	},
	parcelField(moving),
	{
		...parcelField({ resource: ['parcel'], operation: ['setBox', 'setTracking'] }),
		required: false,
		description: parcelOrOnly,
	},
	{
		...parcelField(labelling),
		required: false,
		default: {
			mode: 'id',
			value: "={{ $json.parcel ?? ($json.type === 'label_ready' ? $json.detail : '') }}",
		},
		description: parcelOrOnly,
	},
	...boxFields(sizing),
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the output field to put the file in',
		displayOptions: { show: labelling },
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: hubStatusOptions,
		default: 'picked',
		description: 'The status that the parcel is to have',
		displayOptions: { show: moving },
	},
	{ ...trackingNumber, required: true, displayOptions: { show: tracking } },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: moving },
		options: [...carrierFields, changedBy, trackingNumber],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: tracking },
		options: carrierFields,
	},
];
