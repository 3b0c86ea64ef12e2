import type { INodeProperties } from 'n8n-workflow';
import { limitField, orderField, storeField, storeOfItem } from '../shared/fields';
import { op, operationChoice } from '../shared/operationChoice';

const listing = { resource: ['invoice'], operation: ['getMany'] };
const marking = { resource: ['invoice'], operation: ['markUploaded'] };

export const invoiceFields: INodeProperties[] = [
	operationChoice(
		'invoice',
		[
			op(
				'Get Many',
				'getMany',
				'Get the orders that left, and what their invoices wait for',
				'Get many invoices',
			),
			op(
				'Mark Uploaded',
				'markUploaded',
				'Say that a person has uploaded the invoice of an order on the channel',
				'Mark an invoice as uploaded',
			),
		],
		'getMany',
	),
	storeField(listing),
	storeOfItem(marking),
	orderField(marking),
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
				displayName: 'State',
				name: 'state',
				type: 'options',
				options: [
					{ name: 'By Hand', value: 'byHand', description: 'To be uploaded on the channel' },
					{ name: 'Refused', value: 'refused', description: 'To be uploaded again' },
					{ name: 'Uploaded', value: 'uploaded', description: 'The channel has it' },
					{ name: 'Uploading', value: 'uploading', description: 'The channel works on it' },
					{ name: 'Waiting', value: 'waiting', description: 'To be uploaded by the hub' },
				],
				default: 'byHand',
				description: 'Only invoices that stand like this',
			},
		],
	},
];
