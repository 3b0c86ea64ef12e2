import type { INodeProperties } from 'n8n-workflow';
import { orderField } from '../channel/orderFields';
import { dryRunField } from '../shared/fields';
import { access } from './access';

export const itemCodes = (show: NonNullable<INodeProperties['displayOptions']>['show']) => ({
	displayName: 'Item Codes',
	name: 'itemCodes',
	type: 'string' as const,
	default: '',
	placeholder: 'e.g. 1-1, 1-2',
	description: 'Codes of units, with commas',
	displayOptions: { show },
});

const delivering = { resource: ['fulfilment'], operation: ['markDelivered'] };

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
		...orderField(access.label, 'theIconic-1900001-3fa2c1d45e', ['getMany', 'markDelivered']),
		displayOptions: {
			show: { resource: ['fulfilment'], operation: ['getMany', 'markDelivered'] },
		},
	},
	{
		...itemCodes(delivering),
		description: 'Codes of units, with commas. Without them: all that is on its way.',
	},
	dryRunField(delivering),
];
