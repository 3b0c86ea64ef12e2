import type { INodeProperties } from 'n8n-workflow';

export const trackingNumber: INodeProperties = {
	displayName: 'Tracking Number',
	name: 'trackingNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1Z999AA10123456784',
	description: 'The number under which the carrier knows the parcel',
};

/** Entries of an Options collection. */
export const carrierFields: INodeProperties[] = [
	{
		displayName: 'Carrier',
		name: 'carrier',
		type: 'string',
		default: '',
		placeholder: 'e.g. Yurtiçi Kargo',
		description: 'Who carries the parcel, as the channel writes it',
	},
	{
		displayName: 'Tracking Link',
		name: 'trackingUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://carrier.example/track/1Z999AA10123456784',
		description: 'Where the buyer can follow the parcel',
	},
];
