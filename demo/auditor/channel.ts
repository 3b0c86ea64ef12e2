import type { IkasState, OrderState } from '../../sandbox/ikas/types';
import { sum, type Units } from './units';

/** An order as the shop knows it in the end. */
export interface ChannelOrder {
	readonly id: string;
	readonly number: string;
	readonly isCancelled: boolean;
	readonly isEdited: boolean;
	/** Cancelled, or shipped, by a client of the API and not in the panel. */
	readonly isCancelledByApi: boolean;
	readonly isShippedByApi: boolean;
	/** The location that is to ship it, or null. */
	readonly location: string | null;
	/** All that is true of its state, as dimension and value. */
	readonly statuses: readonly string[];
	/** Units by SKU that the customer still wants. */
	readonly wanted: Units;
}

/** The orders that the hub answers for: shown by the channel by now, and placed since the connection. */
export const ordersOf = (
	{ orders, now }: IkasState,
	connectedAt: number,
): readonly ChannelOrder[] =>
	orders
		.filter((order) => order.orderedAt >= connectedAt && isShown(order, now))
		.map(toChannelOrder);

const isShown = ({ history }: OrderState, now: number) =>
	history.some(({ visibleAt }) => visibleAt <= now);

const toChannelOrder = (order: OrderState): ChannelOrder => ({
	id: order.id,
	number: order.number,
	isCancelled: order.status === 'CANCELLED',
	isEdited: order.history.some(({ what }) => what === 'edited'),
	isCancelledByApi: order.events.some(({ what, byApi }) => byApi && what === 'lines_cancelled'),
	isShippedByApi: order.events.some(
		({ status, byApi, what }) => byApi && what !== 'lines_cancelled' && status === 'FULFILLED',
	),
	location: order.location,
	statuses: [`status:${order.status}`, `payment:${order.payment}`, `package:${order.package}`],
	wanted: sum(
		order.lines
			.filter(({ deleted, status }) => !deleted && status !== 'CANCELLED')
			.map(({ sku, quantity }) => [sku ?? '(no SKU)', quantity]),
	),
});
