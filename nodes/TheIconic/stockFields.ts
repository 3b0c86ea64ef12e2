import type { INodeProperties } from 'n8n-workflow';
import { driftNotice, listingField, pushNotice, quantityField } from '../channel/stockFields';
import { returnAllFields } from '../shared/fields';
import { access } from './access';

const { label } = access;

export const stockFields: INodeProperties[] = [
	...returnAllFields({ resource: ['listing'], operation: ['getMany'] }),
	driftNotice(label),
	pushNotice,
	listingField(
		'The product on The Iconic. Its ID is a number of The Iconic, not the seller SKU.',
		'5283',
		['get', 'push'],
	),
	quantityField(label),
];
