import type { INodeProperties } from 'n8n-workflow';
import { dryRunField } from '../shared/fields';

const show = { resource: ['listing'], operation: ['save'] };

const wanted = (
	said: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder' | 'description'>,
): INodeProperties => ({
	...said,
	type: 'string',
	required: true,
	default: '',
	displayOptions: { show },
});

export const itemFields: INodeProperties[] = [
	wanted({
		displayName: 'SKU',
		name: 'sku',
		placeholder: 'e.g. TEE-RED-M',
		description: 'Letters, digits and . _ - / only. Case counts.',
	}),
	wanted({
		displayName: 'Name',
		name: 'itemName',
		placeholder: 'e.g. Red Tee, M',
		description: 'What people call it',
	}),
	wanted({
		displayName: 'Category Code',
		name: 'category',
		placeholder: 'e.g. DEFAULT',
		description: 'A category that the tenant has',
	}),
	{
		displayName: 'Enabled',
		name: 'enabled',
		type: 'boolean',
		default: true,
		description: 'Whether the SKU can be sold',
		displayOptions: { show },
	},
	{
		displayName: 'More Fields',
		name: 'moreFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		displayOptions: { show },
		options: [
			{ displayName: 'Base Price', name: 'basePrice', type: 'number', default: 0 },
			{
				displayName: 'Brand',
				name: 'brand',
				type: 'string',
				default: '',
				placeholder: 'e.g. Acme',
			},
			{
				displayName: 'Further Fields',
				name: 'more',
				type: 'json',
				default: '{}',
				description: 'As Uniware takes them, such as hsnCode or gstTaxTypeCode',
			},
			{
				displayName: 'Length (Mm)',
				name: 'length',
				type: 'number',
				default: 0,
			},
			{
				displayName: 'Weight (G)',
				name: 'weight',
				type: 'number',
				default: 0,
			},
		],
	},
	dryRunField(show),
];
