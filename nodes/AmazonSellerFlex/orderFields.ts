import type { INodeProperties } from 'n8n-workflow';
import { orderField, orderListFields, pageNotice, reconcileNotices } from '../channel/orderFields';
import { access } from './access';
import { locationsField } from './locationField';

const { label } = access;

export const orderFields: INodeProperties[] = [
	pageNotice,
	...reconcileNotices,
	orderField(label, 'DHkfpd5ZF', ['accept', 'cancel', 'get', 'ship']),
	locationsField({ resource: ['order'], operation: ['getMany'] }),
	...orderListFields(label),
];
