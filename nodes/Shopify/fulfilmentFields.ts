import type { INodeProperties } from 'n8n-workflow';
import { orderField } from '../channel/orderFields';
import { linesOption, trackingLinkOption } from '../channel/updateFields';
import { dryRunField } from '../shared/fields';
import { access } from './access';
import { locationField } from './locationField';

const { label } = access;

const creating = { resource: ['fulfilment'], operation: ['create'] };

const carrier: INodeProperties = {
	displayName: 'Carrier',
	name: 'carrier',
	type: 'string',
	default: '',
	placeholder: 'e.g. Australia Post',
	description: `Who carries it. ${label} makes a tracking link for carriers that it knows by this name.`,
};

export const fulfilmentFields: INodeProperties[] = [
	{
		displayName:
			'Give this node the item of Sync Begin of the kind Fulfilments. It adds one page of orders that were handed over and have changed since, also when the page is empty.',
		name: 'fulfilmentNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['fulfilment'], operation: ['getPage'] } },
	},
	{
		...orderField(label, 'gid://shopify/Order/450789469', ['create', 'getMany']),
		displayOptions: { show: { resource: ['fulfilment'], operation: ['create', 'getMany'] } },
	},
	{
		displayName: 'Tracking Number',
		name: 'trackingNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1Z999AA10123456784',
		description: 'The number under which the carrier knows it',
		displayOptions: { show: creating },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: creating },
		options: [
			carrier,
			linesOption(label, 'gid://shopify/LineItem/466157049'),
			{
				...locationField,
				required: false,
				description: 'Only what is to leave this location. Without it: any.',
			},
			trackingLinkOption,
		],
	},
	dryRunField(creating),
];
