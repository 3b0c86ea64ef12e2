import type { INodeProperties } from 'n8n-workflow';
import { cancelReasons } from '../../domain/channelUpdate';
import { holdReasonLabel } from '../../domain/holdReason';
import { holdReasons, hubStatuses, hubStatusLabel } from '../../domain/hubStatus';
import { titled } from '../../domain/titled';
import { eventTypes } from '../../ledger/eventShapes';
import { updateStates } from '../../ledger/updateShapes';

type Show = NonNullable<INodeProperties['displayOptions']>['show'];

/** A picker with a live list, which also takes what is typed or comes from an expression. */
export const picker = (
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
	searchListMethod: string,
	typed: { displayName: string; placeholder: string },
	show?: Show,
): INodeProperties => ({
	...field,
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod, searchable: true },
		},
		{ name: 'id', type: 'string', ...typed },
	],
	displayOptions: show && { show },
});

const byCode = (example: string) => ({ displayName: 'By Code', placeholder: `e.g. ${example}` });

export const storeField = (show: Show): INodeProperties =>
	picker(
		{ displayName: 'Store', name: 'store', description: 'The store whose orders these are' },
		'searchStores',
		byCode('my-shop'),
		show,
	);

/** Where the store comes with the item, unless the user picks one. */
export const storeOfItem = (show: Show): INodeProperties => ({
	...storeField(show),
	default: { mode: 'id', value: '={{ $json.run?.store ?? $json.store }}' },
});

export const hubField = (show: Show, description: string): INodeProperties =>
	picker({ displayName: 'Hub', name: 'hub', description }, 'searchHubs', byCode('istanbul'), show);

export const sellerField = (show: Show): INodeProperties =>
	picker(
		{ displayName: 'Seller', name: 'seller', description: 'Whose goods they are' },
		'searchSellers',
		byCode('acme'),
		show,
	);

export const ruleSetField = (show: Show): INodeProperties =>
	picker(
		{ displayName: 'Rule Set', name: 'ruleSet', description: 'The rules that choose a hub' },
		'searchRuleSets',
		byCode('nearest'),
		show,
	);

export const byId = (example: string) => ({ displayName: 'By ID', placeholder: `e.g. ${example}` });

/** An order of the chosen store, in the ledger. */
export const orderField = (show: Show): INodeProperties => ({
	...picker(
		{ displayName: 'Order', name: 'orderId', description: 'The order, by its ID on the channel' },
		'searchOrders',
		byId('2f1d4c0a-0000-4000-8000-000000000000'),
		show,
	),
	default: { mode: 'id', value: '={{ $json.order?.id ?? $json.order ?? $json.id }}' },
});

/** A parcel of the chosen order, in the ledger. */
export const parcelField = (show: Show): INodeProperties => ({
	...picker(
		{
			displayName: 'Parcel',
			name: 'parcelId',
			description: 'The parcel, as the order lists it under parcels',
		},
		'searchParcels',
		byId('12'),
		show,
	),
	default: { mode: 'id', value: '={{ $json.parcel }}' },
});

export const exceptionField = (show: Show): INodeProperties => ({
	...picker(
		{
			displayName: 'Exception',
			name: 'exceptionId',
			description: 'The exception, by the ID that Get Many gives',
		},
		'searchExceptions',
		byId('12'),
		show,
	),
	default: { mode: 'id', value: '={{ $json.id }}' },
});

/** Who changes the settings of a store, and why: both stand in the configuration log. */
export const changedByFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Changed By',
		name: 'changedBy',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Nathan',
		description: 'Who changes the settings, for the configuration log',
		displayOptions: { show },
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: '',
		placeholder: 'e.g. New warehouse',
		description: 'Why, for the configuration log',
		displayOptions: { show },
	},
];

/** For every operation that changes something. */
export const dryRunField = (show: Show): INodeProperties => ({
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to change nothing and only show what would be done',
	displayOptions: { show },
});

export const limitField = (show: Show): INodeProperties => ({
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show },
});

/** All that there is, or so many. */
export const returnAllFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show },
	},
	limitField({ ...show, returnAll: [false] }),
];

export const simplifyField = (show: Show): INodeProperties => ({
	displayName: 'Simplify',
	name: 'simple',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
	displayOptions: show && { show },
});

const optionsOf = (codes: readonly string[]) =>
	codes
		.map((value) => ({ name: titled(value), value }))
		.sort((one, other) => one.name.localeCompare(other.name));

export const cancelReasonOptions = optionsOf(cancelReasons);

export const holdReasonOptions = holdReasons
	.map((value) => ({ name: holdReasonLabel(value), value }))
	.sort((one, other) => one.name.localeCompare(other.name));

export const eventTypeOptions = optionsOf(eventTypes);

export const updateStateOptions = updateStates
	.map((value) => ({ name: value === 'untaken' ? 'Not Taken' : titled(value), value }))
	.sort((one, other) => one.name.localeCompare(other.name));

export const hubStatusOptions = hubStatuses.map((value) => ({
	name: hubStatusLabel(value),
	value,
}));
