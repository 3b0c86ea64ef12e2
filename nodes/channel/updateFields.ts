import type { INodeProperties } from 'n8n-workflow';
import { dryRunField } from '../shared/fields';

/** What stands on Send Update; `looks` says when the channel is asked how things stand. */
export const updateNotice = (looks: string): INodeProperties => ({
	displayName: `Give this node the items of Claim of the channel updates, and connect its error output to Fail. ${looks}`,
	name: 'updateNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { resource: ['order'], operation: ['sendUpdate'] } },
});

/** Entry of an Options collection. `example` is an ID of a line. */
export const linesOption = (label: string, example: string): INodeProperties => ({
	displayName: 'Lines',
	name: 'lines',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Line',
	default: {},
	description: 'What it is about, where that is not all that is open of the order',
	options: [
		{
			displayName: 'Rows',
			name: 'rows',
			values: [
				{
					displayName: 'Line ID',
					name: 'line',
					type: 'string',
					default: '',
					placeholder: `e.g. ${example}`,
					description: `The ID of the line on ${label}, as Get shows it`,
				},
				{
					displayName: 'Quantity',
					name: 'quantity',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 1,
				},
			],
		},
	],
});

/** Entry of an Options collection. */
export const trackingLinkOption: INodeProperties = {
	displayName: 'Tracking Link',
	name: 'trackingUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://carrier.example/track/1Z999AA10123456784',
	description: 'Where the buyer can follow it',
};

const shipping = { resource: ['order'], operation: ['ship'] };

/** What Ship takes: `options` are what the user may say beside the tracking number. */
export const shipFields = (options: INodeProperties[]): INodeProperties[] => [
	{
		displayName: 'Tracking Number',
		name: 'trackingNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1Z999AA10123456784',
		description: 'The number under which the carrier knows it. A new one replaces the one before.',
		displayOptions: { show: shipping },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: shipping },
		options,
	},
];

/** What comes after the first request depends on its answer. */
const sendsNothing = (label: string) =>
	`Whether to send nothing and show the request that would be sent. ${label} is only asked how things stand. Where several requests are needed, it is the first one.`;

/** Dry Run of all that tells the channel something: operations on one order, Send Update, and the push of stock. */
export const dryRunFields = (label: string, operation: string[]): INodeProperties[] => [
	{ ...dryRunField({ resource: ['order'], operation }), description: sendsNothing(label) },
	{
		...dryRunField({ resource: ['order'], operation: ['sendUpdate'] }),
		description: `${sendsNothing(label)} Takes the items of Channel Update > Get Many, too: each Claim counts as an attempt.`,
	},
	{
		...dryRunField({ resource: ['stock'], operation: ['push'] }),
		description: sendsNothing(label),
	},
];
