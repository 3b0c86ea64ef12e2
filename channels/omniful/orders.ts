import { refused } from '../../domain/failure';
import type { Order, Unreadable } from '../../domain/order';
import type { ChannelConnector, Http, LatestOrders, OrderWindow } from '../connector';
import { rowsOrNone, sound } from '../fields';
import type { Fields } from '../fields';
import { ask } from './answer';
import { changedOrders, newsIn } from './changedOrders';
import { toOrder } from './mapper';
import { ordersOf, rowIn } from './orderRows';
import type { OrderRow } from './orderRows';
import { cursorIn, cursorPage, positionAfter } from './paged';
import { orderList, ordersNamed, ordersWithAlias } from './requests';
import { sellerOf } from './seller';
import type { OmnifulOrder } from './types';

/** All orders of the seller, whoever made them: for people, and for those who sell in Omniful itself. */
export const orders = {
	async page(http: Http, window: OrderWindow) {
		const { account } = sellerOf(http);
		const { rows, next, watermark } = await changedOrders(http, window, async (found) => {
			const own = found.filter(({ placedAt }) => placedAt >= window.connectedAt);
			return await newsIn(window, own);
		});
		const ids = rows.map(({ id }) => id);
		return { account, ...recordsOf(await ordersOf(http, ids)), next, watermark };
	},

	async get(http: Http, ids: readonly string[]) {
		if (ids.length === 0) throw refused('omniful: no order was given. Name at least one.');
		const { account } = sellerOf(http);
		return { account, ...recordsOf(await ordersOf(http, ids)) };
	},

	async latest(http: Http, number: string, position: string | null): Promise<LatestOrders> {
		if (number !== '') return { orders: (await named(http, number)).map(shown), next: null };
		const asked = { request: orderList(cursorIn(position)), what: 'the orders' };
		const { rows, next } = await cursorPage<OmnifulOrder, OrderRow>(http, asked, (from) =>
			rowsOrNone(from, 'data').map(rowIn),
		);
		return { orders: rows.map(shown), next: positionAfter(next) };
	},
} satisfies NonNullable<ChannelConnector['orders']>;

const shown = ({ id, orderId, alias, placedAt }: OrderRow) => ({
	id,
	number: alias ?? orderId,
	placedAt,
});

/** By the number that people see, else by the channel's id. */
async function named(http: Http, number: string): Promise<readonly OrderRow[]> {
	for (const request of [ordersWithAlias(number), ordersNamed(number)]) {
		const { from } = await ask<readonly OmnifulOrder[]>(http, request, 'the orders');
		const found = rowsOrNone(from, 'data').map(rowIn);
		sound('omniful', from);
		const own = found.filter(({ alias, orderId }) => alias === number || orderId === number);
		if (own.length > 0) return own;
	}
	return [];
}

function recordsOf(raws: readonly Fields[]) {
	const read: Order[] = [];
	const unreadable: Unreadable[] = [];
	for (const raw of raws) {
		const record = toOrder(raw);
		if ('reason' in record) unreadable.push(record);
		else read.push(record);
	}
	return { orders: read, unreadable };
}
