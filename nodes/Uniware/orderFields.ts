import type { INodeProperties } from 'n8n-workflow';
import { channelStatuses } from '../../channels/uniware/statuses';
import { orderField, orderListFields } from '../channel/orderFields';
import { dryRunFields, updateNotice } from '../channel/updateFields';
import { dryRunField, limitField } from '../shared/fields';
import { access } from './access';
import { itemCodes } from './fulfilmentFields';

const { label } = access;

const acting = ['create', 'hold', 'release', 'verify'];

export const orderFields: INodeProperties[] = [
	orderField(label, 'theIconic-1900001-3fa2c1d45e', ['cancel', 'get', 'hold', 'release', 'verify']),
	...orderListFields(label),
	{
		displayName: 'Sale Order',
		name: 'saleOrder',
		type: 'json',
		required: true,
		default: '={{ $json }}',
		description:
			'As Uniware takes it: with a code of its own, and one row of saleOrderItems for each unit. What the code names already is compared, not created again.',
		displayOptions: { show: { resource: ['order'], operation: ['create'] } },
	},
	{
		...itemCodes({ resource: ['order'], operation: ['hold', 'release'] }),
		name: 'heldCodes',
		description: 'Codes of units, with commas. Without them: the whole order.',
	},
	limitField({ resource: ['order'], operation: ['find'] }),
	{
		displayName: 'Look For',
		name: 'lookFor',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		displayOptions: { show: { resource: ['order'], operation: ['find'] } },
		options: [
			{
				displayName: 'Channel Code',
				name: 'channel',
				type: 'string',
				default: '',
				placeholder: 'e.g. CUSTOM_ORDER_HUB',
				description: 'Only orders of this channel. Case counts.',
			},
			{
				displayName: 'Number',
				name: 'number',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1900001',
				description: 'The number that people see, exactly',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: channelStatuses.map(({ key, label: name }) => ({ name, value: key })),
				default: 'CREATED',
				description: 'Only orders that stand here',
			},
		],
	},
	updateNotice(
		'Uniware is asked first for an order with the same code, so none is handed over twice.',
	),
	...dryRunFields(label, ['cancel']).filter(
		({ displayOptions }) => !displayOptions?.show?.resource?.includes('stock'),
	),
	dryRunField({ resource: ['order'], operation: acting }),
];
