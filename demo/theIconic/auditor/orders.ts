import type { IconicItemState, IconicOrderState } from '../../../sandbox/theIconic/stateTypes';
import type { IconicState } from '../../../sandbox/theIconic/types';
import type { ChannelOrder } from '../../auditor/channel';
import { sum, type Units } from '../../auditor/units';

/** What lies in a warehouse of The Iconic is shipped by The Iconic. */
export const itemsOf = ({ items }: IconicOrderState): readonly IconicItemState[] =>
	items.filter(({ shipmentType }) => shipmentType !== 'warehouse');

/** The orders that the hub answers for: shown by the channel by now, and placed since the connection. */
export const placedIn = (
	{ orders, now }: IconicState,
	connectedAt: number,
): readonly IconicOrderState[] =>
	orders.filter(
		(order) =>
			order.placedAt >= connectedAt &&
			itemsOf(order).length > 0 &&
			order.history.some(({ visibleAt }) => visibleAt <= now),
	);

const isCancelled = ({ status }: IconicItemState) => status === 'canceled';

export const isOver = (order: IconicOrderState): boolean => itemsOf(order).every(isCancelled);

/** Units by SKU. */
export const unitsOf = (items: readonly IconicItemState[]): Units =>
	sum(items.map(({ sku }) => [sku, 1]));

export const wantedOf = (order: IconicOrderState): Units =>
	unitsOf(itemsOf(order).filter((item) => !isCancelled(item)));

/** An order has no status of its own: it is in those of its items. */
const statusesOf = (order: IconicOrderState): readonly string[] => {
	const items = itemsOf(order);
	const open = items.filter((item) => !isCancelled(item));
	const statuses = (open.length > 0 ? open : items).map(({ status, isProcessable }) =>
		status === 'pending' && !isProcessable ? 'not_processable' : status,
	);
	return [...new Set(statuses)];
};

export const toChannelOrder = (order: IconicOrderState): ChannelOrder => {
	const { id, number, history } = order;
	const isByApi = (what: (typeof history)[number]['what']) =>
		history.some((change) => change.what === what && change.by === 'api');
	return {
		id,
		number,
		isCancelled: isOver(order),
		isEdited: history.some(({ what }) => what === 'edited'),
		isCancelledByApi: isByApi('cancelled'),
		isShippedByApi: isByApi('shipped'),
		location: null,
		statuses: statusesOf(order),
		wanted: wantedOf(order),
	};
};
