import type { INodeProperties } from 'n8n-workflow';
import { dryRunFields, linesOption, shipFields, updateNotice } from '../channel/updateFields';
import { access } from './access';
import { itemStatusOptions } from './told';

const { label } = access;

const lines = linesOption(label, '7654321');

const carrier: INodeProperties = {
	displayName: 'Shipping Provider Name or ID',
	name: 'carrier',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getCarriers' },
	default: '',
	description:
		'Who carries it, as The Iconic calls it. Without it: the default provider. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

const trackingNumber: INodeProperties = {
	displayName: 'Tracking Number',
	name: 'trackingNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1Z999AA10123456784',
	description: 'The number under which the provider knows it, unless the provider makes it itself',
};

const updating = { resource: ['order'], operation: ['updateStatus'] };

export const updateFields: INodeProperties[] = [
	updateNotice('The Iconic is asked first, so an update that has arrived is not sent again.'),
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: itemStatusOptions,
		default: 'packed',
		description: 'What The Iconic is told. To cancel, use the operation Cancel.',
		displayOptions: { show: updating },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: updating },
		options: [lines, carrier, trackingNumber],
	},
	...shipFields([lines, carrier]),
	{
		displayName: 'Failure Reason Name or ID',
		name: 'reason',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getCancelReasons' },
		required: true,
		default: '',
		description:
			'Why it is cancelled, as The Iconic calls it. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { resource: ['order'], operation: ['cancel'] } },
	},
	...dryRunFields(label, ['cancel', 'ship', 'updateStatus']),
];
