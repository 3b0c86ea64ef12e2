import type { BabyshopOrderState } from '../../../sandbox/babyshop/stateTypes';
import type { BabyshopState } from '../../../sandbox/babyshop/types';
import type { ChannelOrder } from '../../auditor/channel';
import type { LedgerRows } from '../../auditor/ledger';
import { sum } from '../../auditor/units';
import { isPartlyCancelled } from './findItems';

/** The hub hears of these only by asking again; of the others it knows as far as it has read or done them itself. */
const toBeHeardOf = ['8', '50', '15', '20', '25'];

/** The orders that the hub answers for: shown by the channel by now, and placed since the connection. */
export const ordersOf = (
	{ orders, now }: BabyshopState,
	connectedAt: number,
	ledger: LedgerRows,
): readonly ChannelOrder[] =>
	orders
		.filter((order) => order.placedAt >= connectedAt && isShown(order, now))
		.map((order) => toChannelOrder(order, ledger));

const isShown = ({ history }: BabyshopOrderState, now: number) =>
	history.some(({ visibleAt }) => visibleAt <= now);

const isCancelled = ({ status }: BabyshopOrderState) => status === '8' || status === '50';

const toChannelOrder = (order: BabyshopOrderState, ledger: LedgerRows): ChannelOrder => {
	const { id, number, status, history, isCancelledByApi, isShippedByApi } = order;
	return {
		id,
		number,
		isCancelled: isCancelled(order),
		isEdited: history.some(({ what }) => what === 'lines_cancelled'),
		isCancelledByApi,
		isShippedByApi,
		location: null,
		statuses: toBeHeardOf.includes(status) ? [status] : history.map((change) => change.status),
		wanted: wantedOf(order, ledger),
	};
};

/**
 * What the customer still wants. Where single items were cancelled since the hub took the order in, that is not followed: the
 * hub has to keep what it had, and to say so.
 */
function wantedOf(order: BabyshopOrderState, { orders }: LedgerRows): ChannelOrder['wanted'] {
	if (isCancelled(order)) return sum([]);
	const row = orders.find(({ channel_id }) => channel_id === order.id);
	const isKept = isPartlyCancelled(order) && row?.flag === 'item_level_change';
	return sum(
		order.lines.map(({ sku, quantity, cancelled }) => [sku, quantity - (isKept ? 0 : cancelled)]),
	);
}
