import type { INodeProperties } from 'n8n-workflow';
import { orderField, orderListFields, pageNotice, reconcileNotices } from '../channel/orderFields';
import { access } from './access';

const { label } = access;

export const orderFields: INodeProperties[] = [
	pageNotice,
	...reconcileNotices,
	orderField(label, '2f1d4c0a-0000-4000-8000-000000000000', [
		'get',
		'cancel',
		'ship',
		'updateStatus',
	]),
	...orderListFields(label),
];
