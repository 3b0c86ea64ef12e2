import type { INodePropertyOptions } from 'n8n-workflow';
import type { HubStatus } from '../../domain/hubStatus';
import { access } from './access';

const { statuses } = access.connector.updates;

/** Everything that ikas can be told: the other statuses are its own to set. */
export const toldStatuses = statuses.map(({ key }) => key);

export const toldOptions: INodePropertyOptions[] = statuses.map(({ key, label }) => ({
	name: `${label} (${key})`,
	value: key,
}));

/** What the parcels of an order can be told to be, and what that means in the hub. */
export const parcelStatuses = [
	'package:READY_FOR_SHIPMENT',
	'package:FULFILLED',
	'package:DELIVERED',
	'package:UNABLE_TO_DELIVER',
] as const;

export const meanings = {
	'package:READY_FOR_SHIPMENT': 'ready_to_ship',
	'package:FULFILLED': 'shipped',
	'package:DELIVERED': 'delivered',
	'package:UNABLE_TO_DELIVER': 'return_to_origin',
} as const satisfies Record<(typeof parcelStatuses)[number], HubStatus>;

export const parcelStatusOptions = toldOptions.filter(({ value }) =>
	parcelStatuses.some((status) => status === value),
);
