import type { INodeProperties } from 'n8n-workflow';

const hubs = { resource: ['hub'], operation: ['save'] };
const stock = { resource: ['stock'] };
const counting = { resource: ['stock'], operation: ['set'] };
const rules = { resource: ['ruleSet'], operation: ['save'] };

export const masterFields: INodeProperties[] = [
	{
		displayName: 'Code',
		name: 'code',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. istanbul',
		description: 'Names it in the hub. A code that exists is changed, a new one is created.',
		displayOptions: { show: { resource: ['hub', 'seller', 'ruleSet'], operation: ['save'] } },
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Istanbul Warehouse',
		displayOptions: { show: { resource: ['hub', 'seller'], operation: ['save'] } },
	},
	{
		displayName: 'Active',
		name: 'active',
		type: 'boolean',
		default: true,
		description: 'Whether the hub takes new orders',
		displayOptions: { show: hubs },
	},
	{
		displayName: 'Coordinates',
		name: 'coordinates',
		type: 'collection',
		placeholder: 'Add Coordinate',
		default: {},
		description: 'Where the hub is, for the strategy that takes the nearest',
		displayOptions: { show: hubs },
		options: [
			{
				displayName: 'Latitude',
				name: 'latitude',
				type: 'number',
				typeOptions: { numberPrecision: 6 },
				default: 0,
			},
			{
				displayName: 'Longitude',
				name: 'longitude',
				type: 'number',
				typeOptions: { numberPrecision: 6 },
				default: 0,
			},
		],
	},
	{
		displayName: 'Rules',
		name: 'rules',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Rule',
		default: {},
		description: 'Tried from the top. The first that finds a hub wins.',
		displayOptions: { show: rules },
		options: [
			{
				displayName: 'Rows',
				name: 'rows',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. Nearest shop',
					},
					{
						displayName: 'Strategy',
						name: 'strategy',
						type: 'options',
						options: [
							{ name: 'Nearest', value: 'nearest', description: 'The hub nearest to the buyer' },
							{ name: 'Priority', value: 'priority', description: 'The first hub of the list' },
						],
						default: 'priority',
					},
					{
						displayName: 'Hubs',
						name: 'hubs',
						type: 'string',
						default: '',
						placeholder: 'e.g. istanbul, ankara',
						description:
							'Codes in order of preference, with commas. Empty means every hub of the store.',
					},
				],
			},
		],
	},
	{
		displayName: 'Seller Code',
		name: 'seller',
		type: 'string',
		required: true,
		default: '={{ $json.seller }}',
		description: 'Whose goods they are',
		displayOptions: { show: stock },
	},
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		required: true,
		default: '={{ $json.sku }}',
		displayOptions: { show: stock },
	},
	{
		displayName: 'Hub',
		name: 'hub',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'id', value: '={{ $json.hub }}' },
		description: 'The hub where the goods are',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchHubs', searchable: true },
			},
			{ displayName: 'By Code', name: 'id', type: 'string', placeholder: 'e.g. istanbul' },
		],
		displayOptions: { show: counting },
	},
	{
		displayName: 'On Hand',
		name: 'onHand',
		type: 'number',
		required: true,
		default: 0,
		description: 'How many units are physically there, reserved ones included',
		displayOptions: { show: counting },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: counting },
		options: [
			{
				displayName: 'Safety Stock',
				name: 'safetyStock',
				type: 'number',
				default: 0,
				description: 'Units that are never promised',
			},
		],
	},
];
