import type { INodeProperties } from 'n8n-workflow';
import { orderField, orderListFields, pageNotice, reconcileNotices } from '../channel/orderFields';
import { access } from './access';

const { label } = access;

export const orderFields: INodeProperties[] = [
	pageNotice,
	...reconcileNotices,
	orderField(label, 'OK-50001', ['cancel', 'dispatch', 'get', 'pack']),
	{
		displayName: 'Manifest',
		name: 'manifest',
		type: 'string',
		default: '',
		placeholder: 'e.g. MF-000031',
		description:
			'The code of the closed manifest that the order left with. It is needed where the credential says Dispatch By: Closed Manifest.',
		displayOptions: { show: { resource: ['order'], operation: ['dispatch'] } },
	},
	...orderListFields(label),
];
