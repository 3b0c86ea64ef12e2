import type { INodeProperties } from 'n8n-workflow';
import { holdReasons, hubStatuses } from '../../domain/hubStatus';
import { eventTypes } from '../../ledger/eventShapes';
import { updateStates } from '../../ledger/updateShapes';

type Show = NonNullable<INodeProperties['displayOptions']>['show'];

export const storeField = (show: Show): INodeProperties => ({
	displayName: 'Store',
	name: 'store',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The store whose orders these are',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchStores', searchable: true },
		},
		{ displayName: 'By Code', name: 'id', type: 'string', placeholder: 'e.g. my-shop' },
	],
	displayOptions: show && { show },
});

/** Where the store comes with the item, unless the user picks one. */
export const storeOfItem = (show: Show): INodeProperties => ({
	...storeField(show),
	default: { mode: 'id', value: '={{ $json.run?.store ?? $json.store }}' },
});

export const hubField = (show: Show, description: string): INodeProperties => ({
	displayName: 'Hub',
	name: 'hub',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchHubs', searchable: true },
		},
		{ displayName: 'By Code', name: 'id', type: 'string', placeholder: 'e.g. istanbul' },
	],
	displayOptions: show && { show },
});

export const sellerField = (show: Show): INodeProperties => ({
	displayName: 'Seller',
	name: 'seller',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'Whose goods they are',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchSellers', searchable: true },
		},
		{ displayName: 'By Code', name: 'id', type: 'string', placeholder: 'e.g. acme' },
	],
	displayOptions: show && { show },
});

export const ruleSetField = (show: Show): INodeProperties => ({
	displayName: 'Rule Set',
	name: 'ruleSet',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The rules that route orders',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchRuleSets', searchable: true },
		},
		{ displayName: 'By Code', name: 'id', type: 'string', placeholder: 'e.g. nearest' },
	],
	displayOptions: show && { show },
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

const titled = (code: string) =>
	code
		.split('_')
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');

const optionsOf = (codes: readonly string[]) =>
	codes.map((value) => ({ name: titled(value), value }));

export const holdReasonOptions = optionsOf(holdReasons);

export const eventTypeOptions = optionsOf(eventTypes);

export const updateStateOptions = optionsOf(updateStates);

/** `new_order` is the state in which a hub may start to pick, so people know it by that name. */
export const hubStatusOptions = hubStatuses.map((value) => ({
	name: value === 'new_order' ? 'Ready for Picking' : titled(value),
	value,
}));
