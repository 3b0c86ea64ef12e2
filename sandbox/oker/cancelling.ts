import { SandboxRefusal } from '../wire';
import { type Order, hasLeft, openItems } from './order';
import type { OkerCancellation } from './types';

export const withCancelled = (order: Order, ids: readonly string[]): Order => ({
	...order,
	items: order.items.map((item) =>
		ids.includes(item.id) ? { ...item, status: 'CANCELLED' } : item,
	),
});

/** The customer until it is invoiced (rule 3 of the contract), the marketplace until it has left: a guess. */
export const cancelledInShop = (
	order: Order,
	{ items: wanted, by = 'customer' }: OkerCancellation,
): Order => {
	if (order.invoice && by === 'customer') {
		throw new SandboxRefusal(`order ${order.id} is invoiced: the customer cannot cancel it`);
	}
	const ids = openItems(order)
		.filter((item) => !hasLeft(item))
		.map(({ id }) => id)
		.filter((id) => wanted?.includes(id) ?? true);
	if (ids.length < (wanted?.length ?? 1)) {
		throw new SandboxRefusal(`order ${order.id} has not as much to cancel`);
	}
	return withCancelled(order, ids);
};
