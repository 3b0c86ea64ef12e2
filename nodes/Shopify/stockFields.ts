import type { INodeProperties } from 'n8n-workflow';
import { listingField, pushLocationField, pushNotice, quantityField } from '../channel/stockFields';
import { returnAllFields } from '../shared/fields';
import { access } from './access';
import { locationField } from './locationField';

const { label } = access;

export const stockFields: INodeProperties[] = [
	...returnAllFields({ resource: ['listing'], operation: ['getMany'] }),
	{
		displayName:
			'Give this node the item of Sync Begin of the kind Stock. It adds one page of what Shopify may still promise at the mapped locations, which Order Hub takes over.',
		name: 'stockNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['stock'], operation: ['getPage'] } },
	},
	pushNotice,
	listingField('The variant on Shopify', 'gid://shopify/ProductVariant/808950810', ['get', 'push']),
	pushLocationField(label, locationField),
	quantityField(label),
];
