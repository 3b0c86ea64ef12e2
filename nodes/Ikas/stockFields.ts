import type { INodeProperties } from 'n8n-workflow';
import {
	driftNotice,
	listingField,
	pushLocationField,
	pushNotice,
	quantityField,
} from '../channel/stockFields';
import { returnAllFields } from '../shared/fields';
import { access } from './access';
import { locationField } from './locationField';

const { label } = access;

export const stockFields: INodeProperties[] = [
	...returnAllFields({ resource: ['listing'], operation: ['getMany'] }),
	driftNotice(label),
	pushNotice,
	listingField(
		'The variant on ikas. Its ID is that of the product and its own.',
		'0d2c4f1a-0000-4000-8000-000000000001/7e1b9c3d-0000-4000-8000-000000000002',
		['get', 'push'],
	),
	pushLocationField(label, locationField),
	quantityField(label),
];
