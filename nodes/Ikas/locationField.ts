import { byId, picker } from '../shared/fields';

export const locationField = picker(
	{ displayName: 'Location', name: 'location', description: 'The stock location on ikas' },
	'searchLocations',
	byId('7c9e6679-7425-40de'),
);
