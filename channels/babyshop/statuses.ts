import type { HubStatus } from '../../domain/hubStatus';
import type { ChannelStatus } from '../connector';

/** Orders and lines have the same ones; no call lists them (reference/babyshop-vinculum.md 5). */
const statuses: readonly (readonly [code: string, name: string, usual?: HubStatus])[] = [
	['1', 'Pending', 'new_order'],
	['5', 'Confirmed', 'new_order'],
	['18', 'In Process', 'new_order'],
	['12', 'AWB InProcess', 'packed'],
	['10', 'Ready for Ship', 'ready_to_ship'],
	['15', 'Shipped', 'shipped'],
	['20', 'Intransit', 'shipped'],
	['25', 'Delivered', 'delivered'],
	['30', 'Ready for Pickup'],
	['35', 'Pickup Intransit'],
	['40', 'Pickup Confirmed'],
	['45', 'Disputed'],
	['8', 'Cancelled', 'cancelled'],
	['50', 'Rejected', 'cancelled'],
	['9', 'Replaced'],
	['55', 'Returned', 'returned'],
	['60', 'RTO', 'return_to_origin'],
	['65', 'RTO Delivered', 'returned'],
];

const names = new Map(statuses.map(([code, name]) => [code, name]));

/** As people know it, with the code that the panel shows beside it. */
export const statusLabel = (code: string): string => `${statusName(code)} (${code})`;

/** Without the code; `Unknown` for one that nobody has published. */
export const statusName = (code: string): string => names.get(code) ?? 'Unknown';

/** Every status that an order can carry as far as they are published. */
export const channelStatuses: readonly ChannelStatus[] = statuses.map(([key, , usual]) => ({
	key,
	label: statusLabel(key),
	usual,
}));

/** Of an order that is off: nothing of it is shipped. */
export const cancelledCodes: readonly string[] = ['8', '50'];

/** Of an order before its shipment is made, the newest first in its life. */
export const openCodes: readonly string[] = ['1', '5', '18'];

/** Of an order whose shipment is made and has not left. */
export const readyCodes: readonly string[] = ['12', '10'];

/** Of an order that has left, whatever became of it then. */
export const leftCodes: readonly string[] = ['15', '20', '25', '35', '40', '55', '60', '65'];
