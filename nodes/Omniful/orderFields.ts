import type { INodeProperties } from 'n8n-workflow';
import { orderField, orderListFields } from '../channel/orderFields';
import { dryRunFields, updateNotice } from '../channel/updateFields';
import { dryRunField } from '../shared/fields';
import { access } from './access';
import { exampleOrder } from './fulfilmentFields';

const { label } = access;

export const orderFields: INodeProperties[] = [
	orderField(label, exampleOrder, ['approve', 'cancel', 'get']),
	...orderListFields(label),
	{
		displayName: 'Order',
		name: 'order',
		type: 'json',
		required: true,
		default: '={{ $json }}',
		description:
			'As Omniful takes it, with an order_id of its own. One that is there already is read, not created again.',
		displayOptions: { show: { resource: ['order'], operation: ['create'] } },
	},
	updateNotice(
		'Omniful takes an order ID once for ever, so none is handed over twice: one that is there is read and compared.',
	),
	...dryRunFields(label, ['cancel']).filter(
		({ displayOptions }) => !displayOptions?.show?.resource?.includes('stock'),
	),
	dryRunField({ resource: ['order'], operation: ['approve', 'create'] }),
];
