import type { INodeProperties } from 'n8n-workflow';
import { listingField, pushNotice, quantityField } from '../channel/stockFields';
import { returnAllFields } from '../shared/fields';
import { access } from './access';

export const stockFields: INodeProperties[] = [
	...returnAllFields({ resource: ['listing'], operation: ['getMany'] }),
	pushNotice,
	listingField('The marketplace SKU on Babyshop', 'MKT-0001', ['push']),
	{
		displayName: 'Vendor SKU Code',
		name: 'sku',
		type: 'string',
		default: '={{ $json.sku }}',
		placeholder: 'e.g. TEDDY-BROWN',
		description:
			'Your own code of the SKU. It is needed only where the credential names it as Inventory Key.',
		displayOptions: { show: { resource: ['stock'], operation: ['push'] } },
	},
	quantityField(access.label),
];
