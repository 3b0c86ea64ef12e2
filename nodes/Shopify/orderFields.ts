import type { INodeProperties } from 'n8n-workflow';
import { orderField, orderListFields } from '../channel/orderFields';
import { access } from './access';

const { label } = access;

export const orderFields: INodeProperties[] = [
	orderField(label, 'gid://shopify/Order/450789469', ['cancel', 'get']),
	...orderListFields(label),
];
