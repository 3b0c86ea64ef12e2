import { hubStatuses } from '../../domain/hubStatus';
import { titled } from '../../domain/titled';
import type { ChannelStatus } from '../connector';

/** Of an order: the hub's own codes are Omniful's (reference/omniful.md 2.1). */
export const channelStatuses: readonly ChannelStatus[] = hubStatuses.map((key) => ({
	key,
	label: titled(key),
	usual: key,
}));

/** With the carrier, or further. */
const gone: readonly string[] = [
	'shipped',
	'delivered',
	'return_to_origin',
	'return_in_progress',
	'partial_return',
	'returned',
];

export const hasLeft = (status: string): boolean => gone.includes(status);

/** What comes back from a customer was with the customer. */
export const isDelivered = (status: string): boolean =>
	hasLeft(status) && status !== 'shipped' && status !== 'return_to_origin';
