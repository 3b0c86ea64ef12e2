import type { INodeProperties } from 'n8n-workflow';
import { listingField, pushLocationField } from '../channel/stockFields';
import { dryRunField, returnAllFields } from '../shared/fields';
import { access } from './access';
import { locationField } from './locationField';

const pushing = { resource: ['stock'], operation: ['push'] };

export const stockFields: INodeProperties[] = [
	...returnAllFields({ resource: ['listing'], operation: ['getMany'] }),
	{
		displayName:
			'Give this node the item of Sync Begin of the kind Stock. It adds one page of what Omniful may still promise at the mapped hubs, which Order Hub takes over.',
		name: 'stockNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['stock'], operation: ['getPage'] } },
	},
	{
		displayName:
			'Every item is one row, and all are sent together, at most 200 in a call. Omniful takes them only for hubs whose stock it does not count by location itself.',
		name: 'pushNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: pushing },
	},
	listingField('The SKU in Omniful. Case counts.', 'TEE-RED-M', ['get', 'push']),
	{
		...pushLocationField(access.label, locationField),
		description: 'The hub in Omniful whose units are set',
	},
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'string',
		required: true,
		default: '={{ $json.quantity }}',
		placeholder: 'e.g. 12',
		description:
			'Units on hand, of which sold ones are not taken off yet. Of a return: units that come back.',
		displayOptions: { show: { resource: ['stock', 'return'], operation: ['push', 'create'] } },
	},
	dryRunField(pushing),
];
