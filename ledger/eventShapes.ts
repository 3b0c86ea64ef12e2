import type { HoldReason, HubStatus } from '../domain/hubStatus';
import type { Instant } from '../domain/instant';
import type { SubOrder } from './subOrders';

export const eventTypes = [
	'order_created',
	'order_updated',
	'order_edited',
	'order_cancelled',
	'order_on_hold',
	'order_assigned',
	'order_approved',
	'order_released',
	'order_overdue',
	'order_restored',
	'order_shipped',
	'status_changed',
	'exception_raised',
	'stock_out',
	'gap_found',
	'label_ready',
	'update_waiting',
	'update_untaken',
	'return_requested',
	'return_approved',
	'return_rejected',
	'return_ordered',
	'return_received',
	'return_checked',
	'return_refunded',
] as const;
export type EventType = (typeof eventTypes)[number];

export interface EventFilter {
	/** Every store when empty. */
	readonly stores: readonly string[];
	/** Every type when empty. */
	readonly types: readonly EventType[];
	readonly limit: number;
}

/** An event as it is delivered, at least once: `id` tells a repeated one. */
export interface DeliveredEvent {
	readonly id: number;
	readonly type: EventType;
	readonly store: string | null;
	readonly at: Instant;
	readonly detail: string | null;
	/** The code of the sub-order that it is about; null where it is about all of the order. */
	readonly subOrder: string | null;
	readonly attempt: number;
	/** The channel's order id and number, and where the order stands now; null where it is about none. */
	readonly order: {
		readonly id: string;
		readonly number: string;
		readonly status: HubStatus;
		readonly holdReason: HoldReason | null;
		readonly hub: string | null;
		/** What each hub ships of it, once it is split. */
		readonly subOrders: readonly SubOrder[];
	} | null;
}
