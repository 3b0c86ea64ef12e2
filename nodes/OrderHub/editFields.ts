import type { INodeProperties } from 'n8n-workflow';

const show = { resource: ['order'], operation: ['edit'] };

const rows = (
	displayName: string,
	name: string,
	description: string,
	values: INodeProperties[],
): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Line',
	default: {},
	description,
	displayOptions: { show },
	options: [{ displayName: 'Lines', name: 'rows', values }],
});

const quantity: INodeProperties = {
	displayName: 'Quantity',
	name: 'quantity',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2',
	description: 'How many units are to be shipped',
};

const sku: INodeProperties = {
	displayName: 'SKU',
	name: 'sku',
	type: 'string',
	default: '',
	placeholder: 'e.g. MUG-RED',
};

const part = (displayName: string, name: string, more: Partial<INodeProperties> = {}) =>
	({ displayName, name, type: 'string', default: '', ...more }) as INodeProperties;

/** What of an order on hold a person changes in the hub. */
export const editFields: INodeProperties[] = [
	rows('Lines', 'lines', 'The lines that change. The others stay as they are.', [
		{
			displayName: 'Line',
			name: 'line',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 1',
			description: 'Its ID, as the order lists it under lines',
		},
		{ ...quantity, description: 'How many units are to be shipped. Empty: as many as now.' },
		{ ...sku, description: 'The SKU that it is to be. Empty: the one that it is.' },
	]),
	rows('New Lines', 'addedLines', 'What goes along. The channel does not hear of it.', [
		quantity,
		{ ...sku, required: true },
	]),
	{
		displayName: 'Ship To',
		name: 'shipTo',
		type: 'collection',
		placeholder: 'Add Part',
		default: {},
		description: 'The parts of the address that change',
		displayOptions: { show },
		options: [
			part('Address', 'lines', {
				typeOptions: { rows: 3 },
				placeholder: 'e.g. Fatih Sk. 12',
				description: 'Line by line',
			}),
			part('City', 'city', { placeholder: 'e.g. Bursa' }),
			part('Company', 'company', { placeholder: 'e.g. Acme' }),
			part('Country', 'country', {
				placeholder: 'e.g. TR',
				description: 'Two letters, such as TR',
			}),
			part('District', 'district', { placeholder: 'e.g. Nilüfer' }),
			part('Name', 'name', { placeholder: 'e.g. Ayşe Yılmaz' }),
			part('Phone', 'phone', { placeholder: 'e.g. +905551112233' }),
			part('Postcode', 'postcode', { placeholder: 'e.g. 16110' }),
			part('Region', 'region', { placeholder: 'e.g. Bursa' }),
		],
	},
];
