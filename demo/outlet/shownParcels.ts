import type { IkasState, OrderState } from '../../sandbox/ikas/types';
import type { Parcel } from '../auditor/oms/view';
import { sum } from '../auditor/units';

/** Packages of ikas that have left, by the id of their order. */
export const shownParcels = ({ orders }: IkasState): ReadonlyMap<string, readonly Parcel[]> =>
	new Map(orders.map((order) => [order.id, parcelsOf(order)]));

const gone = ['FULFILLED', 'DELIVERED', 'UNABLE_TO_DELIVER'];

const parcelsOf = ({ packages, lines }: OrderState): readonly Parcel[] =>
	packages
		.filter(({ deleted, status }) => !deleted && gone.includes(status))
		.map(({ status, tracking, lines: ids }) => ({
			number: tracking?.number ?? null,
			carrier: tracking?.carrier ?? null,
			state: status === 'DELIVERED' ? 'delivered' : 'shipped',
			units: sum(
				lines
					.filter(({ id, deleted }) => !deleted && ids.includes(id))
					.map(({ sku, quantity }) => [sku ?? '(no SKU)', quantity]),
			),
		}));
