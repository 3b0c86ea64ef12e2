import type { MappedOrder, Order } from '../domain/order';
import { differences } from '../domain/orderEdit';
import { asIntake, hasLeft, isUnpicked } from '../domain/transitions';
import type { KnownOrder } from './remembering';

/** What the channel's revision asks of the hub. */
export type Asked =
	| 'cancel'
	| 'cancelTooLate'
	| 'cancelInvoiced'
	| 'leave'
	| 'shippedThoughCancelled'
	| 'edit'
	| 'editTooLate'
	| 'follow';

export function askedBy(known: KnownOrder, copy: Order, order: MappedOrder): Asked {
	const isCancelled = wishOf(order) === 'cancelled';
	if (isCancelled && (known.gone === 1 || hasLeft(known.status))) return 'cancelTooLate';
	const isBound = order.invoiceBinds === true && known.invoiced === 1;
	if (isCancelled && isBound && known.status !== 'cancelled') return 'cancelInvoiced';
	if (isCancelled) return 'cancel';
	if (known.status === 'cancelled')
		return isShippedAnyway(known, order) ? 'shippedThoughCancelled' : 'leave';
	const isSame = differences(copy, order).length === 0;
	if (isSame) return 'follow';
	return isUnpicked(known.status) && known.begun === 0 ? 'edit' : 'editTooLate';
}

/** The hub cancelled it, the channel never did, and now the goods have left (G5: what the channel confirms decides). */
const isShippedAnyway = (known: KnownOrder, order: MappedOrder) => {
	const wish = wishOf(order);
	return known.mapped_status !== 'cancelled' && (wish === 'shipped' || wish === 'delivered');
};

/** The hub's reading of what the channel says now; null where the map knows none of it. */
export const wishOf = ({ hubStatus }: MappedOrder) =>
	hubStatus === null ? null : asIntake(hubStatus);

/** The hub's copy of the order stays as it was. */
export const keepsCopy: readonly Asked[] = [
	'cancelTooLate',
	'cancelInvoiced',
	'leave',
	'editTooLate',
];
