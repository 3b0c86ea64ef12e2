import type { INodeProperties } from 'n8n-workflow';
import { orderField } from '../channel/orderFields';
import { access } from './access';

/** What an ID of Omniful looks like. */
export const exampleOrder = '65f1c0ffee0000000000abcd';

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
		...orderField(access.label, exampleOrder, ['getMany']),
		displayOptions: { show: { resource: ['fulfilment'], operation: ['getMany'] } },
	},
];
