import { refused } from '../../domain/failure';
import type { OmsOrder } from '../../domain/oms';
import type { ChannelConnector, Http, OrderWindow } from '../connector';
import type { Fields } from '../fields';
import { changedOrders, newsIn } from './changedOrders';
import { toOmsOrder } from './omsOrder';
import { ordersOf } from './orderRows';
import { sellerOf } from './seller';

type Oms = NonNullable<ChannelConnector['oms']>;

/** A page of what changed of the orders that were handed over; a list has no lines, so each order is asked for. */
export async function changes(http: Http, window: OrderWindow): ReturnType<Oms['changes']> {
	const { account } = sellerOf(http);
	const { rows, next, watermark } = await changedOrders(http, window, async (found) => {
		const own = found.filter(({ key }) => key !== null);
		return await newsIn(window, own);
	});
	const read = await ordersOf(
		http,
		rows.map(({ id }) => id),
	);
	return { account, orders: ownIn(read), next, watermark };
}

/** By Omniful's ids. */
export async function get(http: Http, ids: readonly string[]): ReturnType<Oms['get']> {
	if (ids.length === 0) throw refused('omniful: no order was given. Name at least one.');
	const { account } = sellerOf(http);
	return { account, orders: ownIn(await ordersOf(http, ids)) };
}

/** Those that were handed over. */
const ownIn = (raws: readonly Fields[]): readonly OmsOrder[] =>
	raws.flatMap((raw) => toOmsOrder(raw) ?? []);
