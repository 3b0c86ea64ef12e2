import type { ItemStatus, OkerOrderState } from '../../../sandbox/oker/stateTypes';
import type { OkerState } from '../../../sandbox/oker/types';
import type { ChannelOrder } from '../../auditor/channel';
import type { LedgerRows } from '../../auditor/ledger';
import { sum } from '../../auditor/units';

/** The orders that the hub answers for: shown by the gateway by now, and placed since the connection. */
export const ordersOf = (
	{ orders, now }: OkerState,
	connectedAt: number,
	ledger: LedgerRows,
): readonly ChannelOrder[] =>
	orders
		.filter((order) => order.placedAt >= connectedAt && isShown(order, now))
		.map((order) => toChannelOrder(order, ledger));

const isShown = ({ history }: OkerOrderState, now: number) =>
	history.some(({ visibleAt }) => visibleAt <= now);

const toChannelOrder = (order: OkerOrderState, ledger: LedgerRows): ChannelOrder => {
	const { id, number, status, history, facility } = order;
	const isDone = (kind: string) => history.some(({ what, by }) => what === kind && by === 'api');
	return {
		id,
		number,
		isCancelled: status === 'CANCELLED',
		isEdited: history.some(({ what }) => what === 'edited') || isPartlyCancelled(order),
		isCancelledLate: isCancelledLate(order),
		isCancelledByApi: isDone('cancelled'),
		isShippedByApi: isDone('dispatched'),
		location: facility,
		statuses: statusesOf(order),
		wanted: wantedOf(order, ledger),
	};
};

/** Some of the items are cancelled, and not the order. */
const isPartlyCancelled = ({ status, items }: OkerOrderState): boolean =>
	status !== 'CANCELLED' && items.some((item) => item.status === 'CANCELLED');

/** What the gateway says of the order, in its own words. */
function statusesOf({ status, isOnHold, items }: OkerOrderState): readonly string[] {
	if (status === 'CANCELLED') return [status];
	const open = items.map((item) => item.status).filter((one) => one !== 'CANCELLED');
	return [...new Set<ItemStatus>(open), ...(isOnHold ? ['ON_HOLD'] : [])];
}

/**
 * What the customer still wants. Where single items were cancelled since the hub took the order in, that is not followed: the
 * hub has to keep what it had, and to say so.
 */
function wantedOf(order: OkerOrderState, { orders }: LedgerRows): ChannelOrder['wanted'] {
	if (order.status === 'CANCELLED') return sum([]);
	const row = orders.find(({ channel_id }) => channel_id === order.id);
	const isKept = isPartlyCancelled(order) && row?.flag === 'item_level_change';
	const isWanted = (status: ItemStatus) => isKept || status !== 'CANCELLED';
	return sum(
		order.items
			.filter(({ status }) => isWanted(status))
			.map(({ sku, quantity }) => [sku, quantity]),
	);
}

/** By the channel itself, when the invoice was made. */
export const isCancelledLate = ({ status, invoicedAt, history }: OkerOrderState): boolean =>
	status === 'CANCELLED' &&
	invoicedAt !== null &&
	history.some(({ what, at, by }) => what === 'cancelled' && by !== 'api' && at >= invoicedAt);
