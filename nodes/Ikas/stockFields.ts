import type { INodeProperties } from 'n8n-workflow';
import { limitField } from '../shared/fields';
import { locationField } from './locationField';

const pushing = { resource: ['stock'], operation: ['push'] };
const listing = { resource: ['listing'], operation: ['getMany'] };

export const stockFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show: listing },
	},
	limitField({ ...listing, returnAll: [false] }),
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
		displayName: 'Listing ID',
		name: 'listing',
		type: 'string',
		required: true,
		default: '={{ $json.listing }}',
		placeholder: 'e.g. 0d2c4f1a-0000-4000-8000-000000000001/7e1b9c3d-0000-4000-8000-000000000002',
		description:
			'The IDs of the product and of the variant on ikas, as Listing > Get Many gives them',
		displayOptions: { show: { resource: ['stock'], operation: ['get', 'push'] } },
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
