import type { HubStatus } from '../../domain/hubStatus';
import type { ChannelStatus } from '../connector';

/** Of a sale order (reference/uniware-oker.md 3). */
const labels: Readonly<Record<string, string>> = {
	PENDING_VERIFICATION: 'Pending Verification',
	CREATED: 'Created',
	PROCESSING: 'Processing',
	COMPLETE: 'Complete',
	CANCELLED: 'Cancelled',
};

const usual: Readonly<Record<string, HubStatus>> = {
	PENDING_VERIFICATION: 'on_hold',
	CREATED: 'new_order',
	PROCESSING: 'new_order',
	COMPLETE: 'shipped',
	CANCELLED: 'cancelled',
};

export const channelStatuses: readonly ChannelStatus[] = Object.entries(labels).map(
	([key, label]) => ({ key, label, usual: usual[key] }),
);
