import type { INodeProperties } from 'n8n-workflow';
import { orderField } from '../channel/orderFields';
import { dryRunField } from '../shared/fields';
import { access } from './access';
import { exampleOrder } from './fulfilmentFields';

const show = (...operation: string[]) => ({ show: { resource: ['shipment'], operation } });

const remarks: INodeProperties = {
	displayName: 'Remarks',
	name: 'remarks',
	type: 'string',
	default: '',
	placeholder: 'e.g. Fragile',
};

const weight: INodeProperties = {
	displayName: 'Weight in Kilograms',
	name: 'weight',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
};

const own: INodeProperties[] = [
	{
		displayName: 'Label URL',
		name: 'label',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://carrier.example/labels/1Z999.pdf',
		description: 'Where the label is',
	},
	remarks,
	{
		displayName: 'Tracking Link',
		name: 'trackingUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://carrier.example/track/1Z999',
		description: 'Where the buyer can follow it',
	},
	weight,
];

const options = (operation: string, entries: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'parcel',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: show(operation),
	options: entries,
});

export const shipmentFields: INodeProperties[] = [
	{
		...orderField(access.label, exampleOrder, []),
		displayOptions: show('attach', 'create', 'get', 'getLabel', 'setStatus'),
	},
	{
		displayName: 'Tracking Number',
		name: 'trackingNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1Z999AA10123456784',
		displayOptions: show('attach'),
	},
	{
		displayName: 'Carrier Tag',
		name: 'carrierTag',
		type: 'string',
		required: true,
		default: 'manual',
		placeholder: 'e.g. aramex',
		description: 'What Omniful calls the carrier. One that it does not know counts as manual.',
		displayOptions: show('attach'),
	},
	{
		displayName: 'Boxes',
		name: 'boxes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		displayOptions: show('attach', 'create'),
	},
	options('attach', own),
	options('create', [remarks, weight]),
	{
		displayName: 'Status',
		name: 'shipmentStatus',
		type: 'options',
		options: [
			{ name: 'Delivered', value: 'delivered' },
			{ name: 'Dispatched', value: 'dispatched' },
			{ name: 'In Transit', value: 'in_transit' },
			{ name: 'Out for Delivery', value: 'out_for_delivery' },
			{ name: 'Return to Origin', value: 'return_to_origin' },
		],
		default: 'dispatched',
		displayOptions: show('setStatus'),
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the output field that the label is put in',
		displayOptions: show('getLabel'),
	},
	dryRunField(show('attach', 'create', 'setStatus').show),
];
