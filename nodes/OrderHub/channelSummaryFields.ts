import type { INodeProperties } from 'n8n-workflow';
import { op, operationChoice } from '../shared/operationChoice';

export const channelSummaryFields: INodeProperties[] = [
	operationChoice('channelSummary', [
		op(
			'Get Page',
			'getPage',
			'Get the page that a visitor asks for, and do what they confirmed on it',
			'Get a page of the channel summary',
		),
	]),
	{
		displayName:
			'Give this node the item of a Webhook that asks who it is, and answer with its HTML and status: the template <b>hub: channel summary</b> does so',
		name: 'channelSummaryNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['channelSummary'], operation: ['getPage'] } },
	},
];
