import type { INodeProperties } from 'n8n-workflow';
import { byId, picker } from '../shared/fields';

const pushing = { resource: ['stock'], operation: ['push'] };

/** For a channel that shows what it has, to be compared. */
export const driftNotice = (label: string): INodeProperties => ({
	displayName: `Give this node the item of Sync Begin of the kind Drift. It adds one page of what ${label} shows to it, which Order Hub compares.`,
	name: 'stockNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { resource: ['stock'], operation: ['getPage'] } },
});

export const pushNotice: INodeProperties = {
	displayName:
		'Every item is one row, and all are sent together. An item that Order Hub gave with a run brings its own rows, so the fields below do not matter for it.',
	name: 'pushNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: pushing },
};

/** The listing on the channel. `description` says what the channel calls it, and what its ID is. */
export const listingField = (
	description: string,
	example: string,
	operation: string[],
): INodeProperties => ({
	...picker(
		{ displayName: 'Listing', name: 'listing', description },
		'searchListings',
		byId(example),
		{
			resource: ['stock'],
			operation,
		},
	),
	default: { mode: 'id', value: '={{ $json.listing }}' },
});

/** The node's own picker of a location, as a push takes it from the item. */
export const pushLocationField = (label: string, location: INodeProperties): INodeProperties => ({
	...location,
	default: { mode: 'id', value: '={{ $json.location }}' },
	description: `Where ${label} shows the quantity`,
	displayOptions: { show: pushing },
});

export const quantityField = (label: string): INodeProperties => ({
	displayName: 'Quantity',
	name: 'quantity',
	type: 'string',
	required: true,
	default: '={{ $json.quantity }}',
	placeholder: 'e.g. 12',
	description: `How many units ${label} shows from now on: the whole figure, not a difference`,
	displayOptions: { show: pushing },
});
