import type { AmazonShipmentState, AmazonState } from '../../../sandbox/amazonSellerFlex/types';
import type { ChannelOrder } from '../../auditor/channel';
import { sum } from '../../auditor/units';

/** The hub hears of these only by asking again; of the others it knows as far as it has read or done them itself. */
const toBeHeardOf = ['SHIPPED', 'DELIVERED', 'CANCELLED'];

/** The shipments that the hub answers for: shown by Amazon by now, and placed since the connection. */
export const ordersOf = (
	{ shipments, now }: AmazonState,
	connectedAt: number,
): readonly ChannelOrder[] =>
	shipments
		.filter((shipment) => shipment.placedAt >= connectedAt && isShown(shipment, now))
		.map(toChannelOrder);

/** Of a PENDING one Amazon tells nobody, and what is cancelled before anybody saw it is nobody's order. */
const isShown = ({ status, history }: AmazonShipmentState, now: number) =>
	status !== 'PENDING' && history.some(({ visibleAt }) => visibleAt <= now);

const toChannelOrder = (shipment: AmazonShipmentState): ChannelOrder => {
	const { id, buyerOrderId, location, status, subStatus, cancellation, history, lines } = shipment;
	const passed = toBeHeardOf.includes(status) ? [status] : history.map((change) => change.status);
	return {
		id,
		number: buyerOrderId,
		isCancelled: status === 'CANCELLED',
		isEdited: false,
		isCancelledByApi: cancellation?.type === 'SELLER_REJECTED',
		isShippedByApi: history.some(({ what, by }) => what === 'shipped' && by === 'api'),
		location,
		statuses: [...passed, ...(subStatus ? [`subStatus:${subStatus}`] : [])],
		wanted: sum(status === 'CANCELLED' ? [] : lines.map(({ sku, quantity }) => [sku, quantity])),
	};
};
