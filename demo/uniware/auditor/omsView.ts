import type { UniwareOrderState, UniwarePackageState } from '../../../sandbox/uniware/stateTypes';
import type { UniwareState } from '../../../sandbox/uniware/types';
import { placeOf, type OmsOrder, type OmsView, type Parcel } from '../../auditor/oms/view';
import { sum } from '../../auditor/units';

/** What the pretend Uniware says in the end. */
export const omsViewOf = ({ orders, stock }: UniwareState): OmsView => ({
	orders: orders.map(toOmsOrder),
	free: sum(stock.map(({ sku, facility, free }) => [placeOf(sku, facility), free])),
});

/** Of units, and of packages: what is on its way, or was. */
const gone = [
	'DISPATCHED',
	'SHIPPED',
	'DELIVERED',
	'RETURN_REQUESTED',
	'RETURN_EXPECTED',
	'RETURNED',
];

const states: Readonly<Record<string, Parcel['state']>> = {
	DELIVERED: 'delivered',
	RETURN_EXPECTED: 'return_to_origin',
	RETURNED: 'returned',
};

const isKept = ({ status }: { readonly status: string }) => status !== 'CANCELLED';

function toOmsOrder(order: UniwareOrderState): OmsOrder {
	const { code, displayCode, additionalInfo, status, history } = order;
	const kept = order.items.filter(isKept);
	return {
		id: code,
		number: displayCode,
		of: additionalInfo?.split(' ').at(-1) ?? null,
		isByApi: history.some(({ what, by }) => what === 'created' && by === 'api'),
		isCancelled: status === 'CANCELLED',
		isCancelledByApi: history.some(({ what, by }) => what === 'cancelled' && by === 'api'),
		kept: sum(kept.map(({ sku }) => [sku, 1])),
		open: sum(
			kept
				.filter((item) => !gone.includes(item.status))
				.map(({ sku, facility }) => [placeOf(sku, facility ?? '(no facility)'), 1]),
		),
		parcels: order.packages
			.filter((one) => gone.includes(one.status))
			.map((one) => parcelOf(one, order)),
	};
}

const parcelOf = (one: UniwarePackageState, { items }: UniwareOrderState): Parcel => ({
	number: one.tracking,
	carrier: one.provider,
	state: states[one.status] ?? 'shipped',
	units: sum(
		items.filter((item) => item.package === one.code && isKept(item)).map(({ sku }) => [sku, 1]),
	),
});
