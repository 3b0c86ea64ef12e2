import type { INodeProperties } from 'n8n-workflow';
import { dryRunField } from '../shared/fields';
import { parcelStatusOptions } from './told';

/** What comes after the first request depends on its answer. */
const sendsNothing =
	'Whether to send nothing and show the request that would be sent. ikas is only asked how things stand. Where several requests are needed, it is the first one.';

const shipping = { resource: ['order'], operation: ['ship'] };

/** Entries of an Options collection. */
const linesOption: INodeProperties = {
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
					placeholder: 'e.g. 5b7f2c1e-0000-4000-8000-000000000000',
					description: 'The ID of the line on ikas, as Get shows it',
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
};

const carrierOptions: INodeProperties[] = [
	{
		displayName: 'Carrier',
		name: 'carrier',
		type: 'string',
		default: '',
		placeholder: 'e.g. MNG Kargo',
		description: 'Who carries it. A carrier that ikas knows by this name is shown with its logo.',
	},
	linesOption,
	{
		displayName: 'Tracking Link',
		name: 'trackingUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://carrier.example/track/1Z999AA10123456784',
		description: 'Where the buyer can follow it',
	},
];

export const updateFields: INodeProperties[] = [
	{
		displayName:
			'Give this node the items of Claim of the channel updates, and connect its error output to Fail. ikas is asked first, so an update that has arrived is not sent again.',
		name: 'updateNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['order'], operation: ['sendUpdate'] } },
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: parcelStatusOptions,
		default: 'package:READY_FOR_SHIPMENT',
		description: 'What ikas is told. To cancel, use the operation Cancel.',
		displayOptions: { show: { resource: ['order'], operation: ['updateStatus'] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { resource: ['order'], operation: ['updateStatus'] } },
		options: [linesOption],
	},
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
		options: carrierOptions,
	},
	{
		...dryRunField({
			resource: ['order'],
			operation: ['cancel', 'ship', 'updateStatus'],
		}),
		description: sendsNothing,
	},
	{
		...dryRunField({ resource: ['order'], operation: ['sendUpdate'] }),
		description: `${sendsNothing} Takes the items of Channel Update > Get Many, too: each Claim counts as an attempt.`,
	},
	{ ...dryRunField({ resource: ['stock'], operation: ['push'] }), description: sendsNothing },
];
