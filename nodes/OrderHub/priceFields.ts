import type { INodeProperties } from 'n8n-workflow';
import { returnAllFields, storeField } from '../shared/fields';
import { op, operationChoice } from '../shared/operationChoice';

const listing = { resource: ['price'], operation: ['getMany'] };
const changes = { resource: ['price'], operation: ['getChanges'] };

const notice = (name: string, operation: string, displayName: string): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	default: '',
	displayOptions: { show: { resource: ['price'], operation: [operation] } },
});

export const priceFields: INodeProperties[] = [
	operationChoice(
		'price',
		[
			op('Confirm', 'confirm', 'Record how the channel took what was pushed', 'Confirm prices'),
			op(
				'Get Changes',
				'getChanges',
				'Get the prices that the channel is to be told, and its feeds to ask about',
				'Get changes of prices',
			),
			op(
				'Get Many',
				'getMany',
				'Get the prices that were uploaded, and how the channel took them',
				'Get many prices',
			),
		],
		'getMany',
	),
	notice(
		'priceChangesNotice',
		'getChanges',
		'Give this node the item of Sync Begin (kind Prices). It adds the rows that the channel is to be told, also when there are none.',
	),
	notice(
		'priceConfirmNotice',
		'confirm',
		"Give this node the item of the channel's Price > Push. What it does not confirm waits as before.",
	),
	storeField(listing),
	...returnAllFields(listing),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: listing },
		options: [
			{
				displayName: 'State',
				name: 'state',
				type: 'options',
				options: [
					{ name: 'Done', value: 'done', description: 'The channel took it' },
					{ name: 'Pending', value: 'pending', description: 'Goes out with the next push' },
					{ name: 'Refused', value: 'refused', description: 'Waits for another upload' },
					{ name: 'Sent', value: 'sent', description: 'In a feed that the channel works on' },
				],
				default: 'refused',
				description: 'Only prices that stand like this',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: changes },
		options: [
			{
				displayName: 'Most Rows',
				name: 'most',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 1000 },
				default: 100,
				description: 'So many rows are given at once, and pushed under one lease',
			},
		],
	},
];
