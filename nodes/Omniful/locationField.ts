import { byId, picker } from '../shared/fields';

/** Of Hub Mapping: every outside place is a location there. */
export const locationField = picker(
	{ displayName: 'Location', name: 'location', description: 'The hub in Omniful' },
	'searchLocations',
	byId('RUH_MAIN'),
);
