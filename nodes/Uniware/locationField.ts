import { byId, picker } from '../shared/fields';

/** Of Hub Mapping: every outside place is a location there. */
export const locationField = picker(
	{ displayName: 'Location', name: 'location', description: 'The facility in Uniware' },
	'searchLocations',
	byId('WH_MAIN'),
);
