import type { INodeProperties } from 'n8n-workflow';
import { byId, picker, returnAllFields } from '../shared/fields';
import { locationField } from './locationField';

const pushing = { resource: ['stock'], operation: ['push'] };
const listing = { resource: ['listing'], operation: ['getMany'] };

export const stockFields: INodeProperties[] = [
	...returnAllFields(listing),
	{
		displayName:
			'Give this node the item of Sync Begin of the kind Drift. It adds one page of what ikas shows to it, which Order Hub compares.',
		name: 'stockNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['stock'], operation: ['getPage'] } },
	},
	{
		displayName:
			'Every item is one row, and all are sent together. An item that Order Hub gave with a run brings its own rows, so the fields below do not matter for it.',
		name: 'pushNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: pushing },
	},
	{
		...picker(
			{
				displayName: 'Listing',
				name: 'listing',
				description: 'The variant on ikas. Its ID is that of the product and its own.',
			},
			'searchListings',
			byId('0d2c4f1a-0000-4000-8000-000000000001/7e1b9c3d-0000-4000-8000-000000000002'),
			{ resource: ['stock'], operation: ['get', 'push'] },
		),
		default: { mode: 'id', value: '={{ $json.listing }}' },
	},
	{
		...locationField,
		default: { mode: 'id', value: '={{ $json.location }}' },
		description: 'Where ikas shows the quantity',
		displayOptions: { show: pushing },
	},
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'string',
		required: true,
		default: '={{ $json.quantity }}',
		placeholder: 'e.g. 12',
		description: 'How many units ikas shows from now on: the whole figure, not a difference',
		displayOptions: { show: pushing },
	},
];
