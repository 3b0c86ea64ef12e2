import type { INodeProperties } from 'n8n-workflow';
import { sellerField } from '../shared/fields';
import { boxFields } from './boxFields';
import { op, operationChoice } from '../shared/operationChoice';

const sizing = { resource: ['sku'], operation: ['setBox'] };

export const skuFields: INodeProperties[] = [
	operationChoice('sku', [
		op(
			'Set Box',
			'setBox',
			'Say how large and heavy one packed unit is, for channels that ask for the size of a parcel',
			'Set the box of a SKU',
		),
	]),
	sellerField(sizing),
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		required: true,
		default: '={{ $json.sku }}',
		placeholder: 'e.g. A-1',
		displayOptions: { show: sizing },
	},
	...boxFields(sizing),
];
