import type { HubStatus } from '../../domain/hubStatus';
import type { ChannelStatus } from '../connector';

export const cancelled = 'CANCELLED';

/** Not released yet, and held: what the order, or the mark of an item, says beside the statuses of the items. */
export const pending = 'PENDING_VERIFICATION';
export const onHold = 'ON_HOLD';
/** Some of what was delivered comes back: no status of the gateway. */
const partlyBack = 'PARTLY_RETURNED';

/** What items can be, in the order of their lives (reference/uniware-oker.md 5.4). */
const statuses: readonly (readonly [key: string, label: string, usual?: HubStatus])[] = [
	[pending, 'Pending Verification'],
	[onHold, 'On Hold', 'on_hold'],
	['CREATED', 'Created', 'new_order'],
	['PROCESSING', 'Processing', 'packed'],
	['PACKED', 'Packed', 'packed'],
	['READY_TO_DISPATCH', 'Ready to Dispatch', 'ready_to_ship'],
	['DISPATCHED', 'Dispatched', 'shipped'],
	['DELIVERED', 'Delivered', 'delivered'],
	[partlyBack, 'Partly Returned', 'partial_return'],
	['REPLACED', 'Replaced'],
	['RETURN_REQUESTED', 'Return Requested by Customer', 'return_in_progress'],
	['COURIER_RETURN', 'Courier Return', 'return_to_origin'],
	['RETURNED', 'Returned', 'returned'],
	[cancelled, 'Cancelled', 'cancelled'],
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

const packed: readonly string[] = ['PROCESSING', 'PACKED', 'READY_TO_DISPATCH'];
const back: readonly string[] = ['REPLACED', 'RETURN_REQUESTED', 'COURIER_RETURN', 'RETURNED'];
const left: readonly string[] = ['DISPATCHED', 'DELIVERED', ...back];

/** The invoice is made; some gateways say it in the status. */
export const isPacked = (key: string): boolean => packed.includes(key);

/** The courier has it, or had it. */
export const hasLeft = (key: string): boolean => left.includes(key);

export interface Told {
	readonly orderStatus: string;
	/** Of every item. */
	readonly items: readonly string[];
	readonly isHeld: boolean;
}

/**
 * The statuses of an order's items as the order's, the least advanced first: cancelled is one of which all is. What holds an
 * order back stands alone, since a map that does not know it must not go on to another one.
 */
export function statusesOf({ orderStatus, items, isHeld }: Told): readonly string[] {
	const open = items.filter((key) => key !== cancelled);
	if (open.length === 0 || orderStatus === cancelled) return [cancelled];
	if (orderStatus === pending) return [pending];
	const sorted = [...new Set(open)].toSorted((one, other) => stageOf(one) - stageOf(other));
	if (isHeld && !open.every(hasLeft)) return [onHold];
	const isPartlyBack = sorted.includes('DELIVERED') && sorted.some((key) => back.includes(key));
	return isPartlyBack ? [partlyBack, ...sorted] : sorted;
}
