import type { INodeProperties } from 'n8n-workflow';
import { hubStatusOptions, orderField, parcelField, storeOfItem } from '../shared/fields';
import { op, operationChoice } from '../shared/operationChoice';
import { carrierFields, trackingNumber } from './trackingFields';

const moving = { resource: ['parcel'], operation: ['changeStatus'] };
const tracking = { resource: ['parcel'], operation: ['setTracking'] };

export const parcelFields: INodeProperties[] = [
	operationChoice('parcel', [
		op(
			'Change Status',
			'changeStatus',
			'Move one parcel of an order on in the hub',
			'Change the status of a parcel',
		),
		op(
			'Set Tracking',
			'setTracking',
			'Record who carries a parcel and under which number',
			'Set the tracking of a parcel',
		),
	]),
	storeOfItem({ resource: ['parcel'] }),
	orderField({ resource: ['parcel'] }),
	parcelField(moving),
	{
		...parcelField(tracking),
		required: false,
		description:
			'The parcel, as the order lists it under parcels. Empty where the order has only one.',
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
		options: [...carrierFields, trackingNumber],
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
