import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import type { Order, Unreadable } from '../../domain/order';
import type { AccessTo } from '../shared/channelAccess';
import { eachItem } from '../shared/eachItem';
import { flag, text } from '../shared/parameters';
import { inQuota } from './inQuota';
import { shown } from './shown';

interface Found {
	readonly orders: readonly Order[];
	readonly unreadable: readonly Unreadable[];
}

/** The order that the user named, readable or not. */
export const orderWithId = (access: AccessTo<'orders'>) =>
	eachItem(async (context, item) => {
		const { orders, unreadable } = await found(context, item, access);
		return shown(orders, unreadable, flag(context, 'simple', item));
	});

/** The same, where it has to be readable. */
export async function readOrder(
	context: IExecuteFunctions,
	item: number,
	access: AccessTo<'orders'>,
): Promise<Order> {
	const { orders, unreadable } = await found(context, item, access);
	const [order] = orders;
	if (order !== undefined) return order;
	throw refused(
		`${access.label}: the order ${unreadable[0]?.id} cannot be read: ${unreadable[0]?.reason} Change it in the ${access.label} panel.`,
	);
}

async function found(
	context: IExecuteFunctions,
	item: number,
	access: AccessTo<'orders'>,
): Promise<Found> {
	const id = text(context, 'orderId', item);
	const read = await inQuota(context, access, (http) => access.connector.orders.get(http, [id]));
	if (read.orders.length + read.unreadable.length > 0) return read;
	throw refused(
		`${access.label}: there is no order with the ID "${id}". The number of an order is not its ID: pick it from the list.`,
	);
}
