import type { INodeProperties } from 'n8n-workflow';
import { exceptionField, limitField, storeOfItem } from '../shared/fields';
import { op, operationChoice } from '../shared/operationChoice';

const listing = { resource: ['exception'], operation: ['getMany'] };

export const exceptionFields: INodeProperties[] = [
	operationChoice(
		'exception',
		[
			op(
				'Dismiss',
				'dismiss',
				'Close an exception because nothing is to be done',
				'Dismiss an exception',
			),
			op(
				'Get Many',
				'getMany',
				'Get what needs a person, with cause and advice',
				'Get many exceptions',
			),
			op(
				'Retry',
				'retry',
				'Try again what an exception is about, once its cause is mended',
				'Retry an exception',
			),
		],
		'getMany',
	),
	storeOfItem(listing),
	exceptionField({ resource: ['exception'], operation: ['dismiss', 'retry'] }),
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. The buyer was called and took another colour',
		description: 'Why nothing is to be done. It is kept with the exception.',
		displayOptions: { show: { resource: ['exception'], operation: ['dismiss'] } },
	},
	limitField(listing),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: listing },
		options: [
			{
				displayName: 'Kind',
				name: 'kind',
				type: 'string',
				default: '',
				placeholder: 'e.g. unreadable',
				description: 'Only exceptions of this kind, as the output names it',
			},
			{
				displayName: 'Reference',
				name: 'reference',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2f1d4c0a-0000-4000-8000-000000000000',
				description: 'What it is about, such as the ID of the order on the channel',
			},
			{
				displayName: 'State',
				name: 'state',
				type: 'options',
				options: [
					{ name: 'Dismissed', value: 'dismissed' },
					{ name: 'Open', value: 'open' },
					{ name: 'Resolved', value: 'resolved' },
				],
				default: 'open',
				description: 'Without this filter only open ones are given',
			},
		],
	},
];
