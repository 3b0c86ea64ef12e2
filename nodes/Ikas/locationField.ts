import type { INodeProperties } from 'n8n-workflow';

export const locationField: INodeProperties = {
	displayName: 'Location',
	name: 'location',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The stock location on ikas',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchLocations', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 7c9e6679-7425-40de' },
	],
};
