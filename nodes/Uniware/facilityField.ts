import type { INodeProperties } from 'n8n-workflow';
import { byId, picker } from '../shared/fields';

type Show = NonNullable<INodeProperties['displayOptions']>['show'];

export const facilityField = (show: Show): INodeProperties =>
	picker(
		{
			displayName: 'Facility',
			name: 'facility',
			description: 'The facility in Uniware. It knows its own packages and manifests only.',
		},
		'searchLocations',
		byId('WH_MAIN'),
		show,
	);
