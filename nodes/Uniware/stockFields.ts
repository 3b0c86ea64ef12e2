import type { INodeProperties } from 'n8n-workflow';
import { listingField } from '../channel/stockFields';
import { dryRunField, returnAllFields } from '../shared/fields';
import { facilityField } from './facilityField';

const adjusting = { resource: ['stock'], operation: ['adjust'] };

export const stockFields: INodeProperties[] = [
	...returnAllFields({ resource: ['listing'], operation: ['getMany'] }),
	{
		displayName:
			'Give this node the item of Sync Begin of the kind Stock. It adds one page of what Uniware may still promise at the mapped facilities, which Order Hub takes over.',
		name: 'stockNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['stock'], operation: ['getPage'] } },
	},
	{
		displayName:
			'Every item is one row, and all are sent together. What adds or takes away is not repeated where nobody knows whether it arrived.',
		name: 'adjustNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: adjusting },
	},
	listingField('The SKU in Uniware. Case counts.', 'TEE-RED-M', ['adjust', 'get']),
	{
		...facilityField({ resource: ['stock'], operation: ['adjust', 'get'] }),
		default: { mode: 'id', value: '={{ $json.location }}' },
	},
	{
		displayName: 'Adjustment',
		name: 'adjustment',
		type: 'options',
		options: [
			{ name: 'Add', value: 'ADD', description: 'So many more are on the shelf' },
			{ name: 'Remove', value: 'REMOVE', description: 'So many fewer are on the shelf' },
			{ name: 'Replace', value: 'REPLACE', description: 'So many are on the shelf' },
		],
		default: 'REPLACE',
		displayOptions: { show: adjusting },
	},
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'string',
		required: true,
		default: '={{ $json.quantity }}',
		placeholder: 'e.g. 12',
		description: 'Good units, of which sold ones are not taken off yet',
		displayOptions: { show: adjusting },
	},
	{
		displayName: 'Remarks',
		name: 'remarks',
		type: 'string',
		default: '',
		placeholder: 'e.g. Counted on Monday',
		description: 'What Uniware keeps with it',
		displayOptions: { show: adjusting },
	},
	dryRunField(adjusting),
];
