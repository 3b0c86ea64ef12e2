import { byId, picker } from '../shared/fields';

export const locationField = picker(
	{ displayName: 'Location', name: 'location', description: 'The location on Shopify' },
	'searchLocations',
	byId('gid://shopify/Location/655441491'),
);
