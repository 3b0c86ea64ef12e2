import { type Item, type Order, isCancelled, isOpen, openItems } from './order';
import { conflict, unknownItem, unprocessable } from './refused';
import type { World } from './world';

/** An item as a request names it; without a quantity all of it is meant. */
export interface NamedItem {
	readonly orderItemId: string;
	readonly quantity?: number;
}

export const cancelledByCustomer = ({ id }: Order) =>
	conflict('ORDER_CANCELLED', `Order ${id} was cancelled by the customer`);

/** The one order that all of the items are of (rule 2 of the contract). */
export const orderOf = ({ orders }: World, items: readonly NamedItem[]): Order => {
	const found = items.map(({ orderItemId }) => {
		const order = orders.ofItem(orderItemId);
		if (!order) throw unknownItem(orderItemId);
		return order;
	});
	const [order] = found;
	if (!order || new Set(found).size > 1) {
		throw unprocessable('SPLIT_NOT_ALLOWED', 'Items of exactly one order must be named');
	}
	return order;
};

export const itemIn = (order: Order, { orderItemId }: NamedItem): Item => {
	const item = order.items.find(({ id }) => id === orderItemId);
	if (!item) throw unknownItem(orderItemId);
	return item;
};

/** Every open item with its full quantity, and nothing that is cancelled. */
export const checkWhole = (order: Order, items: readonly NamedItem[]): void => {
	if (isCancelled(order) || !items.every((one) => isOpen(itemIn(order, one)))) {
		throw cancelledByCustomer(order);
	}
	const isNamed = ({ id, quantity }: Item) =>
		items.some((one) => one.orderItemId === id && (one.quantity ?? quantity) === quantity);
	if (!openItems(order).every(isNamed)) {
		throw unprocessable('SPLIT_NOT_ALLOWED', 'All open items of the order must be named');
	}
};

/** Nothing is packed of what the marketplace has not released; the code for it is a guess. */
export const checkReleased = ({ id, isOnHold, isPending }: Order): void => {
	if (isOnHold || isPending) throw conflict('ORDER_ON_HOLD', `Order ${id} is on hold`);
};
