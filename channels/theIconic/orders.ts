import { refused } from '../../domain/failure';
import { epochMs, instant } from '../../domain/instant';
import type { ChannelConnector, Http, OrderWindow } from '../connector';
import { accountIdOf } from './account';
import { ask, fieldsOf } from './answer';
import { latest } from './latest';
import { withListings } from './lineListings';
import { orderRows, recordsOf, referencesOf, revisedAtsOf } from './orderRows';
import type { OrderRow } from './orderRows';
import { paged } from './paged';
import * as requests from './requests';
import { isId } from './values';
import { after, knownUpTo, positionOf, positionText, readUpTo, seenAt, startOf } from './walk';
import type { Position } from './walk';

export const orders = {
	async page(http: Http, window: OrderWindow) {
		const { rows, at, ...walked } = await step(http, window);
		const wanted = await wantedOf(rows, window, at);
		const { orders, unreadable } = recordsOf(wanted.map(({ raw }) => raw));
		return {
			account: await accountIdOf(http),
			orders: await withListings(http, orders),
			unreadable,
			...walked,
		};
	},

	async get(http: Http, ids: readonly string[]) {
		if (ids.length === 0) throw refused('theIconic: no order ID was given. Name at least one.');
		const known = [...new Set(ids)].filter(isId);
		const raws: unknown[] = [];
		for (let start = 0; start < known.length; start += requests.pageLimit) {
			const some = known.slice(start, start + requests.pageLimit);
			const answer = await ask(http, requests.ordersById(some), 'orders by their IDs');
			raws.push(...paged(fieldsOf(answer), { offset: 0, limit: some.length }).raws);
		}
		const rows = orderRows(raws).filter(({ id }) => id === null || known.includes(id));
		const { orders, unreadable } = recordsOf(rows.map(({ raw }) => raw));
		const account = await accountIdOf(http);
		return { account, orders: await withListings(http, orders), unreadable };
	},

	async references(http: Http, window: OrderWindow) {
		const { rows, next, watermark } = await step(http, window);
		const account = await accountIdOf(http);
		return { account, references: referencesOf(rows), next, watermark };
	},

	latest,
} satisfies NonNullable<ChannelConnector['orders']>;

/** One page of the walk, and where it goes on. */
async function step(http: Http, window: OrderWindow) {
	const asked = window.position === null ? startOf(window) : positionOf(window.position);
	const request = requests.ordersChanged(timeText(asked.from), asked.offset);
	const answer = await ask(http, request, 'the list of orders');
	const { offset } = asked;
	const { raws, hasNext } = paged(fieldsOf(answer), { offset, limit: requests.pageLimit });
	const rows = orderRows(raws);
	const seen = {
		rows: raws.length,
		hasNext,
		revisedAts: revisedAtsOf(rows),
		clock: answer.clock === null ? null : epochMs(answer.clock),
	};
	const at = seenAt(asked, seen);
	const next = after(at, seen);
	const known = knownUpTo(window);
	const read = next === null ? Math.max(known, readUpTo(at)) : known;
	return { rows, at, next: next && positionText(next), watermark: instant(read) };
}

/** As the channel writes times, with microseconds. */
const timeText = (time: number): string => instant(time).replace('Z', '000Z');

/** On the way back only what was passed by on the way forth, or has changed since. */
async function wantedOf(
	rows: readonly OrderRow[],
	{ newsAmong }: OrderWindow,
	{ isBack }: Position,
): Promise<readonly OrderRow[]> {
	const references = referencesOf(rows);
	if (!isBack || newsAmong === undefined || references.length === 0) return rows;
	const news = await newsAmong(references);
	return rows.filter(({ id, revisedAt }) => id === null || revisedAt === null || news.has(id));
}
