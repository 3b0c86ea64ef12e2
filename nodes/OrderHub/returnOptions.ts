import type { INodeProperties } from 'n8n-workflow';

const line: INodeProperties = {
	displayName: 'Line',
	name: 'line',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1 or SHIRT-M',
	description: 'The ID of the line on the channel, or its SKU where only one line has it',
};

const units = (displayName: string, name: string, least: 0 | 1): INodeProperties => ({
	...{ displayName, name },
	type: 'number',
	typeOptions: { minValue: least },
	default: least,
});

const reason: INodeProperties = {
	displayName: 'Reason',
	name: 'reason',
	type: 'string',
	default: '',
	placeholder: 'e.g. Torn',
	description: 'Why these come back',
};

const rows = (
	[displayName, name, description]: readonly [string, string, string],
	values: INodeProperties[],
): INodeProperties => ({
	...{ displayName, name, description },
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Line',
	default: {},
	options: [{ displayName: 'Rows', name: 'rows', values }],
});

export const returnLines = (hasReason: boolean): INodeProperties =>
	rows(
		[
			'Lines',
			'lines',
			hasReason
				? 'What comes back, where that is not all. The same line may stand there for several reasons.'
				: 'What is approved, where that is not all that was asked for',
		],
		[line, units('Quantity', 'quantity', 1), ...(hasReason ? [reason] : [])],
	);

export const checkedLines: INodeProperties = rows(
	['Lines', 'lines', 'What was found of each line. What is missing did not come.'],
	[
		line,
		units('Passed', 'passed', 0),
		units('Failed', 'failed', 0),
		{
			displayName: 'Restock',
			name: 'restock',
			type: 'boolean',
			default: true,
			description: 'Whether what passed is stock of the hub again',
		},
	],
);

export const returnCode: INodeProperties = {
	displayName: 'Return ID',
	name: 'code',
	type: 'string',
	default: '',
	placeholder: 'e.g. RMA-2026-117',
	description:
		'Names it instead of a number that the hub gives it. The same again changes nothing.',
};

export const returnOrderNumber: INodeProperties = {
	displayName: 'Return Order ID',
	name: 'returnOrder',
	type: 'string',
	default: '',
	placeholder: 'e.g. RET-117',
	description: 'Names the return order instead of a number that the hub gives it',
};

const amounts = {
	due: {
		displayName: 'Refundable Amount',
		description:
			'What is to be paid back, in the currency of the order. Without it, what the approved units cost. The hub moves no money.',
	},
	paid: {
		displayName: 'Amount',
		description:
			'What was paid back, in the currency of the order. Without it, all that was due. The hub moves no money.',
	},
} as const;

export const amount = (of: keyof typeof amounts): INodeProperties => ({
	...amounts[of],
	name: 'amount',
	type: 'string',
	default: '',
	placeholder: 'e.g. 99.50',
});
