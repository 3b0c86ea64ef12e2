import type { INodeProperties } from 'n8n-workflow';
import {
	limitField,
	orderField,
	storeField,
	storeOfItem,
	updateStateOptions,
} from '../shared/fields';
import { op, operationChoice } from '../shared/operationChoice';

const claiming = { resource: ['channelUpdate'], operation: ['claim'] };
const listing = { resource: ['channelUpdate'], operation: ['getMany'] };

export const channelUpdateFields: INodeProperties[] = [
	operationChoice('channelUpdate', [
		op(
			'Claim',
			'claim',
			'Get what a channel is to be told now, one item each, for a minute',
			'Claim channel updates',
		),
		op(
			'Complete',
			'complete',
			'Record that the channel was told, or that it cannot be told yet',
			'Complete a channel update',
		),
		op(
			'Fail',
			'fail',
			'Record that the channel could not be told: it is tried again later or becomes an exception',
			'Fail a channel update',
		),
		op(
			'Get Many',
			'getMany',
			'Get what the channel was told, is told and is to be told',
			'Get many channel updates',
		),
	]),
	storeField(claiming),
	storeOfItem(listing),
	{
		displayName:
			"Give this node the item of the channel's Send Update: to Complete the one it gave, to Fail the one on its error output",
		name: 'claimNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['channelUpdate'], operation: ['complete', 'fail'] } },
	},
	limitField({ resource: ['channelUpdate'], operation: ['claim', 'getMany'] }),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: listing },
		options: [
			{ ...orderField(undefined), required: false, default: { mode: 'list', value: '' } },
			{
				displayName: 'State',
				name: 'state',
				type: 'options',
				options: updateStateOptions,
				default: 'pending',
			},
		],
	},
];
