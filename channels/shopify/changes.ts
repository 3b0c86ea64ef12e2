import { refused } from '../../domain/failure';
import type { OmsOrder } from '../../domain/oms';
import type { ChannelConnector, Http, OrderWindow } from '../connector';
import { isFields, part, reading, rows, sound, text } from '../fields';
import { ask } from './answer';
import { isId } from './ids';
import { toOmsOrder } from './omsOrder';
import * as requests from './orderRequests';
import { accountIn, nextIn } from './paged';
import { nodesIn } from './rowStates';
import { searched, time } from './times';
import type { ShopifyData } from './types';
import { onward, positionIn } from './walk';
import { whole } from './wholeOrder';

type Oms = NonNullable<ChannelConnector['oms']>;

/**
 * A page of what changed, whoever sold it: only the orders with the hub's mark are asked for in full. A tag would be cheaper,
 * but people take tags off.
 */
export async function changes(http: Http, window: OrderWindow): ReturnType<Oms['changes']> {
	const at = positionIn(window);
	const query = `updated_at:>=${searched(at.from)}`;
	const { data, clock } = await ask(http, requests.handOversChanged(query, at.after));
	const from = reading<ShopifyData>(data);
	const account = accountIn(from);
	const list = part(from, 'orders');
	const found = rows(list, 'nodes').map((row) => ({
		id: text(row, 'id'),
		updatedAt: time(row, 'updatedAt'),
		isMarked: isFields(row.fields.metafield),
	}));
	const after = nextIn(list);
	sound('shopify', from);
	const ids = found.filter(({ isMarked }) => isMarked).map(({ id }) => id);
	const orders = ids.length === 0 ? [] : (await ordersOf(http, ids)).orders;
	const updatedAts = found.map(({ updatedAt }) => updatedAt);
	return { account, orders, ...onward(window, at, { updatedAts, after, clock }) };
}

/** By Shopify's ids. */
export async function get(http: Http, ids: readonly string[]): ReturnType<Oms['get']> {
	if (ids.length === 0) throw refused('shopify: no order id was given. Name at least one.');
	return await ordersOf(
		http,
		ids.filter((id) => isId('Order', id)),
	);
}

async function ordersOf(http: Http, ids: readonly string[]): ReturnType<Oms['get']> {
	const orders: OmsOrder[] = [];
	let account = '';
	for (let start = 0; start === 0 || start < ids.length; start += requests.handOversPerCall) {
		const some = ids.slice(start, start + requests.handOversPerCall);
		const { data } = await ask(http, requests.handOversById(some));
		const from = reading<ShopifyData>(data);
		account = accountIn(from);
		sound('shopify', from);
		for (const raw of nodesIn(data)) {
			const order = toOmsOrder(await whole(http, raw));
			if (order !== null) orders.push(order);
		}
	}
	return { account, orders };
}
