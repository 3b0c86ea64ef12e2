import type { INodeProperties } from 'n8n-workflow';
import { orderField, orderListFields, pageNotice, reconcileNotices } from '../channel/orderFields';
import { access } from './access';

const { label } = access;

const printing = { resource: ['order'], operation: ['getInvoice', 'getLabel'] };

export const orderFields: INodeProperties[] = [
	pageNotice,
	...reconcileNotices,
	orderField(label, '1234567', ['cancel', 'get', 'getInvoice', 'getLabel', 'ship', 'updateStatus']),
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the output field to put the PDF in',
		displayOptions: { show: printing },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: printing },
		options: [
			{
				displayName: 'Line IDs',
				name: 'lineIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. 7654321, 7654322',
				description:
					'Only these items of the order, such as those of one parcel, with commas. Their IDs are those of the lines as Get shows them.',
			},
		],
	},
	...orderListFields(label),
];
