import type { OmnifulOrderState } from '../../../sandbox/omniful/stateTypes';
import type { OmnifulState } from '../../../sandbox/omniful/types';
import { placeOf, type OmsOrder, type OmsView, type Parcel } from '../../auditor/oms/view';
import { sum } from '../../auditor/units';

/** What the pretend Omniful says in the end. */
export const omsViewOf = ({ orders, stock }: OmnifulState): OmsView => ({
	orders: orders.map(toOmsOrder),
	free: sum(stock.map(({ sku, hub, available }) => [placeOf(sku, hub), available])),
});

const gone: Readonly<Record<string, Parcel['state']>> = {
	shipped: 'shipped',
	delivered: 'delivered',
	return_to_origin: 'return_to_origin',
};

/** Where the hub has written what the order was made of. */
const mark = 'Order Hub';

function toOmsOrder(order: OmnifulOrderState): OmsOrder {
	const { id, alias, externalFields, status, history, hub, items } = order;
	const isCancelled = status === 'cancelled';
	const kept = isCancelled ? [] : items;
	const leftOf = (item: OmnifulOrderState['items'][number]) =>
		status in gone ? (item.packed ?? item.quantity) : 0;
	return {
		id,
		number: alias,
		of: externalFields[mark]?.split(' ').at(-1) ?? null,
		isByApi: history.some(({ what, by }) => what === 'created' && by === 'api'),
		isCancelled,
		isCancelledByApi: history.some(({ what, by }) => what === 'cancelled' && by === 'api'),
		kept: sum(kept.map(({ sku, quantity }) => [sku, quantity])),
		open: sum(
			kept.map((item) => [placeOf(item.sku, hub ?? '(no hub)'), item.quantity - leftOf(item)]),
		),
		parcels: parcelsOf(order, sum(kept.map((item) => [item.sku, leftOf(item)]))),
	};
}

/** An order has one shipment at most. */
function parcelsOf(
	{ status, awb: number, courier: carrier }: OmnifulOrderState,
	units: Parcel['units'],
): readonly Parcel[] {
	const state = gone[status];
	return state === undefined ? [] : [{ number, carrier, state, units }];
}
