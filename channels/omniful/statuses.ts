import { hubStatuses } from '../../domain/hubStatus';
import type { OmsParcel } from '../../domain/oms';
import { titled } from '../../domain/titled';
import type { ChannelStatus } from '../connector';

/** Of an order: the hub's own codes are Omniful's (reference/omniful.md 2.1). */
export const channelStatuses: readonly ChannelStatus[] = hubStatuses.map((key) => ({
	key,
	label: titled(key),
	usual: key,
}));

/** With the carrier, or further, and what the parcel is then. */
const gone: Readonly<Record<string, OmsParcel['status']>> = {
	shipped: 'shipped',
	delivered: 'delivered',
	return_to_origin: 'return_to_origin',
	return_in_progress: 'return_in_progress',
	partial_return: 'partial_return',
	returned: 'returned',
};

export const hasLeft = (status: string): boolean => Object.hasOwn(gone, status);

export const parcelStatus = (status: string): OmsParcel['status'] => gone[status] ?? 'shipped';
