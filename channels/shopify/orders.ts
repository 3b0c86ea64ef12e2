import { refused } from '../../domain/failure';
import type { Order, Unreadable } from '../../domain/order';
import type { ChannelConnector, Http, LatestOrders, OrderWindow } from '../connector';
import { part, reading, rows, sound, text, textOrNull } from '../fields';
import type { Fields } from '../fields';
import { timeOf } from '../timeOf';
import { ask } from './answer';
import { isId } from './ids';
import { toOrder } from './mapper';
import * as requests from './orderRequests';
import { accountIn, cursorIn, nextIn, positionAfter, rawsIn } from './paged';
import { nodesIn } from './rowStates';
import { quotedTerm } from './search';
import { searched, time } from './times';
import type { ShopifyData, ShopifyOrder } from './types';
import { onward, positionIn } from './walk';
import type { Position } from './walk';

export const orders = {
	async page(http: Http, window: OrderWindow) {
		const at = positionIn(window);
		const { data, clock } = await ask(http, requests.ordersChanged(queryOf(window, at), at.after));
		const from = reading<ShopifyData>(data);
		const account = accountIn(from);
		const list = part(from, 'orders');
		const updatedAts = rows(list, 'nodes').map((row) => time(row, 'updatedAt'));
		const after = nextIn(list);
		sound('shopify', from);
		const records = await recordsOf(http, rawsIn(list));
		return { account, ...records, ...onward(window, at, { updatedAts, after, clock }) };
	},

	async get(http: Http, ids: readonly string[]) {
		if (ids.length === 0) throw refused('shopify: no order id was given. Name at least one.');
		const known = ids.filter((id) => isId('Order', id));
		const pages = [];
		for (
			let start = 0;
			pages.length === 0 || start < known.length;
			start += requests.ordersPerCall
		) {
			const some = known.slice(start, start + requests.ordersPerCall);
			const { data } = await ask(http, requests.ordersById(some));
			const from = reading<ShopifyData>(data);
			const account = accountIn(from);
			sound('shopify', from);
			pages.push({ account, ...(await recordsOf(http, nodesIn(data))) });
		}
		return {
			account: pages[0]?.account ?? '',
			orders: pages.flatMap((page) => page.orders),
			unreadable: pages.flatMap(({ unreadable }) => unreadable),
		};
	},

	async references(http: Http, window: OrderWindow) {
		const at = positionIn(window);
		const request = requests.orderIdsChanged(queryOf(window, at), at.after);
		const { data, clock } = await ask(http, request);
		const from = reading<ShopifyData>(data);
		const account = accountIn(from);
		const list = part(from, 'orders');
		const references = rows(list, 'nodes').map((row) => ({
			id: text(row, 'id'),
			revisedAt: time(row, 'updatedAt'),
		}));
		const after = nextIn(list);
		sound('shopify', from);
		const updatedAts = references.map(({ revisedAt }) => revisedAt);
		return { account, references, ...onward(window, at, { updatedAts, after, clock }) };
	},

	/** Shopify's search may find more than the number (reference/shopify.md 6). */
	async latest(http: Http, number: string, position: string | null): Promise<LatestOrders> {
		const query = number === '' ? null : `name:${quotedTerm(number)}`;
		const { data } = await ask(http, requests.latestOrders(query, cursorIn(position)));
		const from = reading<ShopifyData>(data);
		const list = part(from, 'orders');
		const found = rows(list, 'nodes').map((row) => ({
			id: text(row, 'id'),
			number: textOrNull(row, 'name'),
			placedAt: time(row, 'createdAt'),
		}));
		const next = positionAfter(nextIn(list));
		sound('shopify', from);
		return { orders: found, next };
	},
} satisfies NonNullable<ChannelConnector['orders']>;

const queryOf = ({ connectedAt }: OrderWindow, { from }: Position): string =>
	`updated_at:>=${searched(from)} created_at:>=${searched(timeOf('shopify', connectedAt))}`;

async function recordsOf(http: Http, raws: readonly Fields[]) {
	const orders: Order[] = [];
	const unreadable: Unreadable[] = [];
	for (const raw of raws) {
		const record = toOrder(await withAllLines(http, raw));
		if ('reason' in record) unreadable.push(record);
		else orders.push(record);
	}
	return { orders, unreadable };
}

/** An order comes with its first lines. */
async function withAllLines(http: Http, raw: Fields): Promise<Fields> {
	const order = reading<ShopifyOrder>(raw);
	const list = part(order, 'lineItems');
	const lines = [...rawsIn(list)];
	let after = nextIn(list);
	if (order.flaws.length > 0 || after === null) return raw;
	while (after !== null) {
		const { data } = await ask(http, requests.moreLines(text(order, 'id'), after));
		const from = reading<ShopifyData>(data);
		const more = part(part(from, 'order'), 'lineItems');
		lines.push(...rawsIn(more));
		after = nextIn(more);
		sound('shopify', from);
	}
	return { ...raw, lineItems: { nodes: lines } };
}
