import type { INodeProperties } from 'n8n-workflow';
import { dryRunFields, updateNotice } from '../channel/updateFields';
import { cancelReasonOptions } from '../shared/fields';
import { access } from './access';

const { label } = access;

export const updateFields: INodeProperties[] = [
	updateNotice(
		'The first try asks nothing beforehand, because calls are scarce; a repeated one looks at the shipment, so an update that has arrived is not sent again.',
	),
	{
		displayName: 'Reason',
		name: 'cancelReason',
		type: 'options',
		options: cancelReasonOptions,
		default: 'customer_requested',
		description: 'Why, as Amazon asks for it',
		displayOptions: { show: { resource: ['order'], operation: ['cancel'] } },
	},
	...dryRunFields(label, ['accept', 'cancel', 'ship']),
];
