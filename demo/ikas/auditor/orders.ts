import type { IkasState, OrderState } from '../../../sandbox/ikas/types';
import type { ChannelOrder } from '../../auditor/channel';
import { sum } from '../../auditor/units';

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
