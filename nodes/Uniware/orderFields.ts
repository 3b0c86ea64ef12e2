import type { INodeProperties } from 'n8n-workflow';
import { orderField, orderListFields } from '../channel/orderFields';
import { dryRunFields, updateNotice } from '../channel/updateFields';
import { dryRunField } from '../shared/fields';
import { access } from './access';

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
	updateNotice(
		'Uniware is asked first for an order with the same code, so none is handed over twice.',
	),
	...dryRunFields(label, ['cancel']).filter(
		({ displayOptions }) => !displayOptions?.show?.resource?.includes('stock'),
	),
	dryRunField({ resource: ['order'], operation: acting }),
];
