import { refused } from '../../domain/failure';
import { epochMs, instant } from '../../domain/instant';
import type { Order, Unreadable } from '../../domain/order';
import type { ChannelConnector, Http, OrderPage, OrderReference, OrderWindow } from '../connector';
import { ask } from './answer';
import { fetchOrders } from './fetching';
import { toOrder, unreadable } from './mapper';
import { orderRows, referencesOf, revisedAtsOf } from './orderRows';
import type { OrderRow } from './orderRows';
import * as requests from './requests';
import { accountOf, sellerOf } from './seller';
import { textAt } from './times';
import { after, isUnsettled, knownUpTo, positionOf, positionText, seenAt, startOf } from './walk';
import type { Position } from './walk';

export const orders = {
	async page(http: Http, window: OrderWindow) {
		const { rows, at, ...walked } = await step(http, window);
		const wanted = await wantedOf(rows, window, at);
		const found = await fetchOrders(
			http,
			wanted.map(({ id }) => id),
		);
		const { orders, unreadable: misread } = recordsOf(http, [...found.values()]);
		const nameless = at.isBack ? [] : rows.filter(({ id }) => id === null);
		const missing = rows.filter(({ id }) => isMissing(id, wanted, found));
		return {
			account: accountOf(http),
			orders,
			unreadable: [
				...misread,
				...nameless.map(({ raw }) => unreadable(raw, ['orderNo is missing'])),
				...missing.map(({ raw }) => unreadable(raw, ['it is in the list and not to be had'])),
			],
			...walked,
		};
	},

	async get(http: Http, ids: readonly string[]) {
		if (ids.length === 0) throw refused('babyshop: no order number was given. Name at least one.');
		const found = await fetchOrders(http, ids);
		return { account: accountOf(http), ...recordsOf(http, [...found.values()]) };
	},

	async references(http: Http, window: OrderWindow) {
		const { rows, next, watermark } = await step(http, window);
		return { account: accountOf(http), references: referencesOf(rows), next, watermark };
	},
} satisfies NonNullable<ChannelConnector['orders']>;

const isMissing = (
	id: string | null,
	wanted: readonly OrderReference[],
	found: ReadonlyMap<string, unknown>,
): boolean => id !== null && !found.has(id) && wanted.some((one) => one.id === id);

/** One page of the walk, without the content of its orders, and where it goes on. */
async function step(http: Http, window: OrderWindow) {
	const { timeZone } = sellerOf(http);
	const asked = window.position === null ? startOf(window) : positionOf(window.position);
	const request = requests.ordersChanged(textAt(instant(asked.from), timeZone), asked.page);
	const { body, clock } = await ask(http, request, 'the list of orders');
	const rows = orderRows(body, timeZone);
	const seen = {
		rows: rows.length,
		revisedAts: revisedAtsOf(rows),
		clock: clock === null ? null : epochMs(clock),
	};
	const at: Position = seenAt(asked, seen);
	const next = after(at, seen);
	const known = knownUpTo(window);
	const read = next === null ? Math.max(known, at.max) : known;
	return { rows, at, next: next && positionText(next), watermark: instant(read) };
}

/** What the hub does not have in this revision, or perhaps not as it is. */
async function wantedOf(
	rows: readonly OrderRow[],
	{ newsAmong, watermark }: OrderWindow,
	at: Position,
): Promise<readonly OrderReference[]> {
	const references = referencesOf(rows);
	if (newsAmong === undefined || references.length === 0) return references;
	const news = await newsAmong(references);
	const known = watermark === null ? null : epochMs(watermark);
	const isWanted = ({ id, revisedAt }: OrderReference) =>
		news.has(id) || revisedAt === null || isUnsettled(at, known, epochMs(revisedAt));
	return references.filter(isWanted);
}

function recordsOf(http: Http, raws: readonly unknown[]): Pick<OrderPage, 'orders' | 'unreadable'> {
	const { timeZone } = sellerOf(http);
	const orders: Order[] = [];
	const others: Unreadable[] = [];
	for (const raw of raws) {
		const record = toOrder(raw, timeZone);
		if ('reason' in record) others.push(record);
		else orders.push(record);
	}
	return { orders, unreadable: others };
}
