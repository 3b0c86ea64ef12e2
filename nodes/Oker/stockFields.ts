import type { INodeProperties } from 'n8n-workflow';
import { listingField, pushLocationField, pushNotice, quantityField } from '../channel/stockFields';
import { byId, picker, returnAllFields } from '../shared/fields';
import { access } from './access';

const { label } = access;

/** The list shows those of Warehouse Location, and a code can be typed. */
const warehouseField = picker(
	{ displayName: 'Warehouse', name: 'location', description: 'The warehouse on Oker' },
	'searchLocations',
	byId('OKR-W1'),
);

export const stockFields: INodeProperties[] = [
	...returnAllFields({ resource: ['listing'], operation: ['getMany'] }),
	pushNotice,
	listingField('Product and variant on Oker, with a slash between', 'P-1001/V-2001', ['push']),
	pushLocationField(label, warehouseField),
	quantityField(label),
];
