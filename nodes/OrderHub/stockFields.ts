import type { INodeProperties } from 'n8n-workflow';
import { hubField, limitField, sellerField, storeOfItem } from '../shared/fields';
import { op, operationChoice } from '../shared/operationChoice';

const counting = { resource: ['stock'], operation: ['set'] };
const adjusting = { resource: ['stock'], operation: ['adjust'] };
const offering = { resource: ['stock'], operation: ['getAvailability'] };
const listed = { resource: ['stock'], operation: ['getDrift', 'getSafetyStock'] };
const changes = { resource: ['stock'], operation: ['getChanges'] };

const notice = (name: string, operation: string, displayName: string): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	default: '',
	displayOptions: { show: { resource: ['stock'], operation: [operation] } },
});

export const stockFields: INodeProperties[] = [
	operationChoice(
		'stock',
		[
			op('Adjust', 'adjust', 'Record units that came or went', 'Adjust stock'),
			op(
				'Compare',
				'compare',
				'Compare what the channel shows with what it confirmed',
				'Compare a page of stock',
			),
			op('Confirm', 'confirm', 'Record how the channel took what was pushed', 'Confirm stock'),
			op('Get', 'get', 'Get what is there, reserved and free at each hub', 'Get stock'),
			op(
				'Get Availability',
				'getAvailability',
				'Get what a store may offer of SKUs, hub by hub',
				'Get the availability of SKUs',
			),
			op(
				'Get Changes',
				'getChanges',
				'Get what the channel is to be told, where it differs from what it confirmed',
				'Get changes of stock',
			),
			op(
				'Get Drift',
				'getDrift',
				'Get where the channel showed other stock than it had confirmed',
				'Get the drift of stock',
			),
			op(
				'Get Safety Stock',
				'getSafetyStock',
				'Get the SKUs of which a store that sizes its safety stock holds most back, and why',
				'Get the safety stock of a store',
			),
			op(
				'Import Page',
				'importPage',
				'Store what an OMS may still promise at the hubs whose stock master it is',
				'Import a page of stock',
			),
			op('Set', 'set', 'Record a count of what is physically there', 'Set stock'),
		],
		'get',
	),
	notice(
		'changesNotice',
		'getChanges',
		'Give this node the item of Sync Begin (kind Inventory). It adds the rows that the channel is to be told, also when there are none.',
	),
	notice(
		'confirmNotice',
		'confirm',
		"Give this node the item of the channel's Stock > Push. What it does not confirm is handed out again.",
	),
	notice(
		'compareNotice',
		'compare',
		"Give this node the item of the channel's Stock > Get Page, between Sync Begin (kind Drift) and Sync End",
	),
	notice(
		'importPageNotice',
		'importPage',
		"Give this node the item of the OMS's Stock > Get Page, between Sync Begin (kind Stock) and Sync End",
	),
	storeOfItem({
		resource: ['stock'],
		operation: ['getAvailability', 'getDrift', 'getSafetyStock'],
	}),
	limitField(listed),
	{
		displayName: 'SKUs',
		name: 'skus',
		type: 'string',
		required: true,
		default: '={{ $json.sku }}',
		placeholder: 'e.g. A-1, A-2',
		description: 'With commas, or a list from an expression',
		displayOptions: { show: offering },
	},
	sellerField({ resource: ['stock'], operation: ['adjust', 'get', 'set'] }),
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. A-1',
		displayOptions: { show: { resource: ['stock'], operation: ['adjust', 'get', 'set'] } },
	},
	hubField({ resource: ['stock'], operation: ['adjust', 'set'] }, 'The hub where the goods are'),
	{
		displayName: 'On Hand',
		name: 'onHand',
		type: 'number',
		required: true,
		default: 0,
		description: 'How many units are physically there, reserved ones included',
		displayOptions: { show: counting },
	},
	{
		displayName: 'Change',
		name: 'change',
		type: 'number',
		required: true,
		default: 0,
		description: 'How many units came, or negative how many went',
		displayOptions: { show: adjusting },
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Goods received',
		description: 'Why, for the record of movements',
		displayOptions: { show: adjusting },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: adjusting },
		options: [
			{
				displayName: 'Reference',
				name: 'reference',
				type: 'string',
				default: '',
				placeholder: 'e.g. delivery note 4711',
				description: 'Names the adjustment: the same one again changes nothing',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: counting },
		options: [
			{
				displayName: 'As Of',
				name: 'asOf',
				type: 'dateTime',
				default: '',
				description:
					'When it was counted. What moved since is applied again; an older count than the last one changes nothing.',
			},
			{
				displayName: 'Safety Stock',
				name: 'safetyStock',
				type: 'number',
				default: 0,
				description: 'Units that are never promised',
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
				default: 1000,
				description: 'So many rows are given at once, and pushed under one lease',
			},
		],
	},
];
