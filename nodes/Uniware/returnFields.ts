import type { INodeProperties } from 'n8n-workflow';
import { orderField } from '../channel/orderFields';
import { dryRunField } from '../shared/fields';
import { access } from './access';
import { facilityField } from './facilityField';
import { itemCodes } from './fulfilmentFields';

const creating = { resource: ['return'], operation: ['create'] };
const naming = { resource: ['return'], operation: ['complete', 'create'] };
const completing = { resource: ['return'], operation: ['complete'] };
const listing = { resource: ['return'], operation: ['getMany'] };

export const returnFields: INodeProperties[] = [
	{
		...orderField(access.label, 'theIconic-1900001-3fa2c1d45e', ['create']),
		displayOptions: { show: naming },
	},
	{ ...itemCodes(naming), required: true },
	{
		displayName: 'Condition',
		name: 'condition',
		type: 'options',
		options: [
			{ name: 'Bad', value: 'BAD_INVENTORY' },
			{ name: 'Good', value: 'GOOD_INVENTORY', description: 'They are stock again' },
			{ name: 'Rejected by the Check', value: 'QC_REJECTED' },
		],
		default: 'GOOD_INVENTORY',
		description: 'What the units are like that have come back',
		displayOptions: { show: completing },
	},
	{
		displayName: 'Reason',
		name: 'returnReason',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Too small',
		displayOptions: { show: creating },
	},
	facilityField(naming),
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
	dryRunField(naming),
];
