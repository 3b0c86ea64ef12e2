import type { HubStatus } from '../../domain/hubStatus';
import type { ChannelStatus } from '../connector';

/** Of an order that may not be handled yet: no status of the channel, which says it beside them. */
export const notProcessable = 'not_processable';

export const cancelled = 'canceled';

/** What items can be, in the order of their lives; an order has no status of its own (reference/the-iconic-sellercenter.md 9). */
const statuses: readonly (readonly [key: string, label: string, usual?: HubStatus])[] = [
	['payment_pending', 'Payment Pending'],
	[notProcessable, 'Pending, Not to Be Handled Yet'],
	['pending', 'Pending', 'new_order'],
	['ready_to_ship', 'Ready to Ship', 'ready_to_ship'],
	['shipped', 'Shipped', 'shipped'],
	['delivered', 'Delivered', 'delivered'],
	['return_rejected', 'Return Rejected'],
	['return_delivered', 'Return Delivered'],
	['return_shipped_by_customer', 'Return Shipped by Customer', 'return_in_progress'],
	['return_waiting_for_approval', 'Return Waiting for Approval', 'return_in_progress'],
	['returned', 'Returned', 'returned'],
	['failed', 'Delivery Failed', 'return_to_origin'],
	[cancelled, 'Canceled', 'cancelled'],
];

export const channelStatuses: readonly ChannelStatus[] = statuses.map(([key, label, usual]) => ({
	key,
	label,
	usual,
}));

const keys = statuses.map(([key]) => key);

/** What nobody knew comes last. */
const stageOf = (key: string): number => (keys.includes(key) ? keys.indexOf(key) : keys.length);

/** As people know it. */
export const statusLabel = (key: string): string =>
	statuses.find(([known]) => known === key)?.[1] ?? key;

/** What holds an order back as a whole: a map that does not know it must not go on to another one of its items. */
const blocking: readonly string[] = ['payment_pending', notProcessable];

/** The statuses of an order's items as the order's, the least advanced first: cancelled is one of which all is. */
export function statusesOf(items: readonly string[]): readonly string[] {
	const open = items.filter((key) => key !== cancelled);
	if (open.length === 0) return [cancelled];
	const sorted = [...new Set(open)].toSorted((one, other) => stageOf(one) - stageOf(other));
	const [first = ''] = sorted;
	return blocking.includes(first) ? [first] : sorted;
}
