import type { INodeProperties } from 'n8n-workflow';
import { storeOfItem } from '../shared/fields';
import { op, operationChoice } from './operationChoice';

export const listingFields: INodeProperties[] = [
	operationChoice('listing', [
		op(
			'Import',
			'import',
			'Store what the store offers, and which SKU each listing is',
			'Import listings',
		),
	]),
	storeOfItem({ resource: ['listing'] }),
	{
		displayName:
			'Each item is one listing, as the channel node gives it with Listing > Get Many. From elsewhere, give its ID (as orders of the channel name it), SKU and title the same names.',
		name: 'listingNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['listing'] } },
	},
];
