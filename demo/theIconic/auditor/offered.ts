import type { IconicOrderState, IconicProductState } from '../../../sandbox/theIconic/stateTypes';
import type { IconicState } from '../../../sandbox/theIconic/types';
import type { LedgerRows } from '../../auditor/ledger';
import { isReserved, offeredOf } from './figures';

/** Units of the product that the order wanted beyond what The Iconic showed at that moment. */
export function soldBeyond(
	order: IconicOrderState,
	product: IconicProductState,
	{ state, ledger }: { readonly state: IconicState; readonly ledger: LedgerRows },
): number {
	const units = order.items.filter((item) => item.product === product.id).length;
	const figures = {
		quantity: figureAt(product, order),
		reserved: reservedAt(state, product, order),
	};
	return Math.max(0, units - Math.max(0, offeredOf(figures, ledger)));
}

/** What the sale itself took off came after it. */
const figureAt = ({ history }: IconicProductState, { placedAt }: IconicOrderState): number =>
	history.findLast(({ at, what }) => at < placedAt || (at === placedAt && what !== 'sold'))
		?.quantity ?? 0;

const reservedAt = (
	{ orders }: IconicState,
	product: IconicProductState,
	{ id, placedAt }: IconicOrderState,
): number =>
	orders
		.flatMap((order) => {
			const isBefore = ({ at }: { readonly at: number }) =>
				at < placedAt || (at === placedAt && Number(order.id) < Number(id));
			const passed = order.history.filter(isBefore).flatMap(({ items }) => items);
			return order.items
				.filter((item) => item.product === product.id && item.shipmentType !== 'warehouse')
				.map((item) => passed.findLast((one) => one.id === item.id)?.status);
		})
		.filter(isReserved).length;
