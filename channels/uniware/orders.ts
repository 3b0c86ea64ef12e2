import { refused } from '../../domain/failure';
import type { Order, Unreadable } from '../../domain/order';
import type { ChannelConnector, Http, LatestOrders, OrderWindow } from '../connector';
import { rows, sound, textOrNull } from '../fields';
import type { Fields } from '../fields';
import { ask } from './answer';
import { positionAfter, skipIn } from './items';
import { toOrder } from './mapper';
import { ordersFound, rowsPerCall } from './requests';
import { changedOrders, newsIn, ordersWithCodes, rowIn } from './saleOrders';
import { sellerOf } from './seller';

/** All orders of the tenant, whoever made them: for people, and for those who sell in Uniware itself. */
export const orders = {
	async page(http: Http, window: OrderWindow) {
		const { account } = sellerOf(http);
		const { rows: found, next, watermark } = await changedOrders(http, window);
		const own = found.filter(({ placedAt }) => placedAt >= window.connectedAt);
		const codes = await newsIn(window, own);
		return { account, ...recordsOf(await ordersWithCodes(http, codes)), next, watermark };
	},

	async get(http: Http, ids: readonly string[]) {
		if (ids.length === 0) throw refused('uniware: no order code was given. Name at least one.');
		const { account } = sellerOf(http);
		return { account, ...recordsOf(await ordersWithCodes(http, ids)) };
	},

	async latest(http: Http, number: string, position: string | null): Promise<LatestOrders> {
		const skip = skipIn(position);
		const { from } = await ask(
			http,
			ordersFound({ number: number || undefined }, skip),
			'the orders',
		);
		const found = rows(from, 'elements').map((row) => {
			const { code, placedAt } = rowIn(row);
			return { id: code, number: textOrNull(row, 'displayOrderCode'), placedAt };
		});
		sound('uniware', from);
		const isLast = found.length < rowsPerCall.orders;
		return { orders: found, next: isLast ? null : positionAfter(skip + found.length) };
	},
} satisfies NonNullable<ChannelConnector['orders']>;

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
