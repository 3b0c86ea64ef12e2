import { SandboxRefusal } from '../wire';
import { type Failure, type Order, withItems } from './order';
import { isCancellable } from './statuses';
import type { IconicCancellation } from './types';

export const ended = (
	order: Order,
	ids: readonly number[],
	{
		status,
		failure,
	}: { readonly status: 'canceled' | 'failed' | 'returned'; readonly failure: Failure | null },
): Order => withItems(order, ids, (item) => ({ ...item, status, failure }));

/** The customer or the marketplace may do so until it is shipped; before it is paid as well, which is a guess (reference/the-iconic-sellercenter.md 9). */
export const cancelledInShop = (
	order: Order,
	{ items: wanted, reason = 'Cancelled by Customer' }: IconicCancellation,
): Order => {
	const ids = order.items
		.filter(({ status }) => isCancellable(status) || status === 'payment_pending')
		.map(({ id }) => id)
		.filter((id) => wanted?.includes(id) ?? true);
	if (ids.length < (wanted?.length ?? 1)) {
		throw new SandboxRefusal(`order ${order.number} has not as much to cancel`);
	}
	const failure = { type: 'canceled', name: reason, details: '' } as const;
	return ended(order, ids, { status: 'canceled', failure });
};
