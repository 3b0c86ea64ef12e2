import type { INodeProperties } from 'n8n-workflow';
import { listingField, pushLocationField, pushNotice, quantityField } from '../channel/stockFields';
import { access } from './access';
import { locationField } from './locationField';

const { label } = access;

export const stockFields: INodeProperties[] = [
	pushNotice,
	listingField('The seller SKU on Amazon', 'MUG-BLUE', ['get', 'push']),
	{
		...pushLocationField(label, locationField),
		displayOptions: { show: { resource: ['stock'], operation: ['get', 'push'] } },
	},
	quantityField(label),
];
