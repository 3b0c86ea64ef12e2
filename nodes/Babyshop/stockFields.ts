import type { INodeProperties } from 'n8n-workflow';
import { listingField, pushNotice, quantityField } from '../channel/stockFields';
import { returnAllFields } from '../shared/fields';
import { access } from './access';

export const stockFields: INodeProperties[] = [
	...returnAllFields({ resource: ['listing'], operation: ['getMany'] }),
	pushNotice,
	listingField('The marketplace SKU on Babyshop', 'MKT-0001', ['push']),
	quantityField(access.label),
];
