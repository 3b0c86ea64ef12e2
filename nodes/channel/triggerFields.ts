import type { INodeProperties } from 'n8n-workflow';
import { newStore } from '../../domain/newStore';

/** The parameters of a channel's trigger, as `poll` reads them. `overlapMinutes` is how far a sync of the channel looks back. */
export const triggerFields = (
	label: string,
	overlapMinutes: number = newStore.overlapMinutes,
): INodeProperties[] => [
	{
		displayName: `n8n stores how far this trigger has read while it starts the execution, and waits for neither. A crash in between can skip or repeat orders. Where none may be lost, use the template "${label}: sync orders", which keeps that in the ledger.`,
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Status Names or IDs',
		name: 'statuses',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getStatuses' },
		default: [],
		description:
			'Only orders that have one of these statuses. None means all. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Simplified',
				value: 'simplified',
				description: 'Without addresses and with the lines as SKUs',
			},
			{
				name: 'Whole Order',
				value: 'order',
				description: 'As Order Status Map and Order Hub take it',
			},
		],
		default: 'order',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Include Older Orders',
				name: 'includeOlder',
				type: 'boolean',
				default: false,
				description: 'Whether changes of orders placed before the workflow was activated count too',
			},
			{
				displayName: 'Overlap (Minutes)',
				name: 'overlapMinutes',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: overlapMinutes,
				description: 'How far each poll looks back, for orders that appear late',
			},
			{
				displayName: 'Pages per Poll',
				name: 'pagesPerPoll',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 3,
				description: 'After so many pages the next poll goes on',
			},
		],
	},
];
