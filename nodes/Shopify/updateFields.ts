import type { INodeProperties } from 'n8n-workflow';
import { dryRunFields, updateNotice } from '../channel/updateFields';
import { access } from './access';

export const updateFields: INodeProperties[] = [
	updateNotice(
		'Shopify is asked first for an order with the same channel order, so none is handed over twice.',
	),
	...dryRunFields(access.label, ['cancel']),
];
