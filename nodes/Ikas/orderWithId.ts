import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import type { Order, Unreadable } from '../../domain/order';
import { text } from '../shared/parameters';
import { access } from './access';
import { onIkas } from './onIkas';

interface Found {
	readonly orders: readonly Order[];
	readonly unreadable: readonly Unreadable[];
}

/** The order that the user named, readable or not. */
export async function orderWithId(context: IExecuteFunctions, item: number): Promise<Found> {
	const id = text(context, 'orderId', item);
	const found = await onIkas(context, (http) => access.connector.orders.get(http, [id]));
	if (found.orders.length + found.unreadable.length > 0) return found;
	throw refused(
		`ikas: there is no order with the ID "${id}". The number of an order is not its ID: pick it from the list.`,
	);
}

/** The same, where it has to be readable. */
export async function readOrder(context: IExecuteFunctions, item: number): Promise<Order> {
	const { orders, unreadable } = await orderWithId(context, item);
	const [order] = orders;
	if (order !== undefined) return order;
	throw refused(
		`ikas: the order ${unreadable[0]?.id} cannot be read: ${unreadable[0]?.reason} Change it in the ikas panel.`,
	);
}
