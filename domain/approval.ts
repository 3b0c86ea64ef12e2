import { matches } from './filterValues';
import { major } from './money';
import type { Order } from './order';
import type { StoreSettings } from './store';

type Rule = Pick<StoreSettings, 'approveOrders' | 'approveFrom' | 'approvePayments'>;

/** Whether a person has to approve a new order: every one, or where the store says so, those of a value or a payment. */
export function needsApproval(
	{ total, payment }: Pick<Order, 'total' | 'payment'>,
	{ approveOrders, approveFrom, approvePayments }: Rule,
): boolean {
	if (!approveOrders) return false;
	if (approveFrom === null && approvePayments.length === 0) return true;
	const isWorthIt = approveFrom !== null && major(total) >= approveFrom;
	return isWorthIt || approvePayments.some((word) => matches('payment', word, payment ?? ''));
}
