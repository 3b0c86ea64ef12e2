import type { INodeProperties } from 'n8n-workflow';
import { dryRunField, orderField } from '../shared/fields';
import { op, operationChoice } from '../shared/operationChoice';

const show = { resource: ['invoice'], operation: ['upload'] };

/** For a channel that takes the invoices of the seller. */
export const invoiceFields = (label: string): INodeProperties[] => [
	operationChoice('invoice', [
		op('Upload', 'upload', `Give ${label} the invoice of an order that left`, 'Upload an invoice'),
	]),
	orderField(show),
	{
		displayName: 'Input Binary Field',
		name: 'binaryField',
		type: 'string',
		required: true,
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the input field that holds the PDF',
		displayOptions: { show },
	},
	{
		displayName: 'Invoice Number',
		name: 'invoiceNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. INV-2026-17',
		displayOptions: { show },
	},
	{
		displayName: 'Total',
		name: 'total',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 109.90',
		description: `All that the customer paid for the order on ${label}, with tax`,
		displayOptions: { show },
	},
	{
		displayName: 'Tax',
		name: 'tax',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 5.23',
		description: 'How much of the total is tax',
		displayOptions: { show },
	},
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		default: '',
		placeholder: 'e.g. AED',
		description: 'What the amounts are in. Left empty, it is that of the order.',
		displayOptions: { show },
	},
	dryRunField(show),
];
