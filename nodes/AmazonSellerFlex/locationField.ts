import type { INodeProperties } from 'n8n-workflow';
import { byId, picker } from '../shared/fields';

/** Amazon lists no hubs: the list shows those of Hub Mapping, and an ID can be typed. */
export const locationField = picker(
	{
		displayName: 'Seller Flex Hub ID',
		name: 'location',
		description:
			'The hub on Amazon, as Seller Flex shows it: four capital letters or digits. The list shows those that are mapped.',
	},
	'searchLocations',
	byId('EXSB'),
);

export const locationsField = (
	show?: NonNullable<INodeProperties['displayOptions']>['show'],
): INodeProperties => ({
	displayName: 'Seller Flex Hub IDs',
	name: 'locations',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. EXSB, DXB1',
	description: 'The hubs on Amazon whose shipments are read, with commas between them',
	displayOptions: show && { show },
});
