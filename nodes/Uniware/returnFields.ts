import type { INodeProperties } from 'n8n-workflow';
import { orderField } from '../channel/orderFields';
import { dryRunField } from '../shared/fields';
import { access } from './access';
import { facilityField } from './facilityField';
import { itemCodes } from './fulfilmentFields';

const creating = { resource: ['return'], operation: ['create'] };
const listing = { resource: ['return'], operation: ['getMany'] };

export const returnFields: INodeProperties[] = [
	{
		...orderField(access.label, 'theIconic-1900001-3fa2c1d45e', ['create']),
		displayOptions: { show: creating },
	},
	{ ...itemCodes(creating), required: true },
	{
		displayName: 'Reason',
		name: 'returnReason',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Too small',
		displayOptions: { show: creating },
	},
	facilityField(creating),
	{
		displayName: 'Return Type',
		name: 'returnType',
		type: 'options',
		options: [
			{ name: 'Brought Back by the Courier', value: 'RTO' },
			{ name: 'Sent Back by the Customer', value: 'CIR' },
		],
		default: 'CIR',
		displayOptions: { show: listing },
	},
	{
		displayName: 'Changed After',
		name: 'changedAfter',
		type: 'dateTime',
		required: true,
		default: '={{ $now.minus(7, "days").toISO() }}',
		description: 'Only returns that changed at or after this time',
		displayOptions: { show: listing },
	},
	{
		displayName: 'Changed Before',
		name: 'changedBefore',
		type: 'dateTime',
		required: true,
		default: '={{ $now.toISO() }}',
		description: 'Only returns that changed at or before this time, at most 30 days later',
		displayOptions: { show: listing },
	},
	dryRunField(creating),
];
