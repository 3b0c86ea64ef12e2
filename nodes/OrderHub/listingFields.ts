import type { INodeProperties } from 'n8n-workflow';
import { csvFields } from '../shared/csvFields';
import { byId, picker, returnAllFields, storeOfItem } from '../shared/fields';
import { op, operationChoice } from '../shared/operationChoice';

const importing = { resource: ['listing'], operation: ['import'] };
const uploading = { resource: ['listing'], operation: ['importCsv'] };
const linking = { resource: ['listing'], operation: ['link'] };
const listing = { resource: ['listing'], operation: ['getMany'] };

const notice = (name: string, show: typeof importing, displayName: string): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	default: '',
	displayOptions: { show },
});

export const listingFields: INodeProperties[] = [
	operationChoice(
		'listing',
		[
			op(
				'Get Many',
				'getMany',
				'Get what a store offers, which SKU each listing is and what was left out',
				'Get many listings',
			),
			op(
				'Get Unmatched',
				'getUnmatched',
				'Get listings whose stock is not told, because the OMS has no listing of exactly their SKU',
				'Get unmatched listings',
			),
			op(
				'Import',
				'import',
				'Store what the store offers, and which SKU each listing is',
				'Import listings',
			),
			op(
				'Import CSV',
				'importCsv',
				'Link the listings of a file to their SKUs; a line that is refused costs no other',
				'Import listings from a CSV file',
			),
			op(
				'Link',
				'link',
				'Say which SKU a listing is, whatever the channel writes',
				'Link a listing',
			),
			op(
				'Unlink',
				'unlink',
				'Let a listing count again as the SKU that the channel writes',
				'Unlink a listing',
			),
		],
		'getMany',
	),
	storeOfItem({ resource: ['listing'] }),
	notice(
		'listingNotice',
		importing,
		'Each item is one listing, as the channel node gives it with Listing > Get Many, or the page of a catalog sync. From elsewhere, give its ID (as orders of the channel name it), SKU and title the same names.',
	),
	notice(
		'csvNotice',
		uploading,
		'The first line names the columns: <b>listing</b> (as orders of the channel name it; or: listing ID, ID, ASIN), <b>sku</b> (or: master SKU, SKU code) and, if you like, <b>title</b> (or: name, product name). Delimiter and encoding are found out.',
	),
	...csvFields(uploading),
	{
		...picker(
			{
				displayName: 'Listing',
				name: 'listing',
				description:
					'What the channel sells. One that it has not shown yet can be given by its ID.',
			},
			'searchListings',
			byId('7b1f6c1e-5d0c/5a2d0e7c-9f3b'),
			{ resource: ['listing'], operation: ['link', 'unlink'] },
		),
		default: { mode: 'id', value: '={{ $json.listing ?? $json.id }}' },
	},
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		required: true,
		default: '={{ $json.sku }}',
		placeholder: 'e.g. A-1',
		description: 'It enters the catalog of the seller, if it is not there yet',
		displayOptions: { show: linking },
	},
	...returnAllFields({ resource: ['listing'], operation: ['getMany', 'getUnmatched'] }),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: listing },
		options: [
			{
				displayName: 'SKU',
				name: 'sku',
				type: 'string',
				default: '',
				placeholder: 'e.g. A-1',
				description: 'Only listings that count as this SKU, or on which the channel writes it',
			},
			{
				displayName: 'State',
				name: 'state',
				type: 'options',
				options: [
					{
						name: 'Changed',
						value: 'changed',
						description: 'The channel writes another SKU, and a person has to decide',
					},
					{ name: 'Linked', value: 'linked', description: 'Counts as a SKU' },
					{ name: 'Skipped', value: 'skipped', description: 'Has no valid SKU on the channel' },
				],
				default: 'skipped',
				description: 'Only listings that stand like this',
			},
		],
	},
];
