import { refused } from '../../domain/failure';
import type { OmsOrder } from '../../domain/oms';
import type { ChannelConnector, Http, OrderWindow } from '../connector';
import type { Fields } from '../fields';
import { toOmsOrder } from './omsOrder';
import { changedOrders, newsIn, ordersWithCodes } from './saleOrders';
import { sellerOf } from './seller';

type Oms = NonNullable<ChannelConnector['oms']>;

/** A page of what changed on the hub's channel; a search has no items, so each order is asked for. */
export async function changes(http: Http, window: OrderWindow): ReturnType<Oms['changes']> {
	const { account, channel } = sellerOf(http);
	const { rows, next, watermark } = await changedOrders(http, window, channel);
	const found = await ordersWithCodes(http, await newsIn(window, rows));
	return { account, orders: ownIn(found), next, watermark };
}

/** By Uniware's codes. */
export async function get(http: Http, ids: readonly string[]): ReturnType<Oms['get']> {
	if (ids.length === 0) throw refused('uniware: no order code was given. Name at least one.');
	const { account } = sellerOf(http);
	return { account, orders: ownIn(await ordersWithCodes(http, ids)) };
}

/** Those that were handed over. */
const ownIn = (raws: readonly Fields[]): readonly OmsOrder[] =>
	raws.flatMap((raw) => toOmsOrder(raw) ?? []);
