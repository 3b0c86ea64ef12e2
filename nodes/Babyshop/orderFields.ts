import type { INodeProperties } from 'n8n-workflow';
import { orderField, orderListFields, pageNotice, reconcileNotices } from '../channel/orderFields';
import { access } from './access';

const { label } = access;

export const orderFields: INodeProperties[] = [
	pageNotice,
	...reconcileNotices,
	{
		...orderField(label, '70000000001-1', ['cancel', 'createShipment', 'get', 'printAwb', 'ship']),
		description: 'The order on Babyshop, by its order number',
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the output field to put the PDF in',
		displayOptions: { show: { resource: ['order'], operation: ['printAwb'] } },
	},
	...orderListFields(label),
];
