import { refused } from '../../domain/failure';
import { epochMs, instant } from '../../domain/instant';
import type { Order, Unreadable } from '../../domain/order';
import type { ChannelConnector, Http, OrderPage, OrderReference, OrderWindow } from '../connector';
import { isFields } from '../fields';
import { ask, fieldsOf } from './answer';
import { gatewayOf } from './gateway';
import { idIn, toOrder } from './mapper';
import { pageAfter, paged } from './paged';
import * as requests from './requests';
import { accountOf, sellerOf } from './seller';
import { instantIn } from './values';
import {
	after,
	endOf,
	knownUpTo,
	positionOf,
	positionText,
	readUpTo,
	seenAt,
	startOf,
} from './walk';
import type { Position } from './walk';

export const orders = {
	async page(http: Http, window: OrderWindow) {
		const { raws, ...walked } = await step(http, window);
		return { account: accountOf(http), ...recordsOf(raws), ...walked };
	},

	async get(http: Http, ids: readonly string[]) {
		if (ids.length === 0) throw refused('oker: no order ID was given. Name at least one.');
		const { maxOrderIds } = await gatewayOf(http);
		const wanted = [...new Set(ids)];
		const raws: unknown[] = [];
		for (let start = 0; start < wanted.length; start += maxOrderIds) {
			const some = wanted.slice(start, start + maxOrderIds);
			const answer = await ask(http, requests.ordersById(some), 'orders by their IDs');
			raws.push(...paged(fieldsOf(answer), 'orders').raws);
		}
		return { account: accountOf(http), ...recordsOf(raws) };
	},

	async references(http: Http, window: OrderWindow) {
		const { raws, next, watermark } = await step(http, window);
		return { account: accountOf(http), references: referencesOf(raws), next, watermark };
	},
} satisfies NonNullable<ChannelConnector['orders']>;

/**
 * One page of the walk, and where it goes on. It is never narrowed to the mapped warehouses: an order of another one has to be
 * seen by somebody.
 */
async function step(http: Http, window: OrderWindow) {
	const given = window.position === null ? null : positionOf(window.position);
	const gateway = await gatewayOf(http);
	const asked = given ?? startOf(window, gateway, sellerOf(http).statusDays);
	const { placedFrom, from, page } = asked;
	const request =
		placedFrom === null
			? requests.ordersChanged(instant(from), page)
			: requests.ordersPlaced(instant(placedFrom), instant(endOf(placedFrom, gateway)), page);
	const answer = await ask(http, request, 'the list of orders');
	const list = paged(fieldsOf(answer), 'orders');
	const seen = {
		next: pageAfter(page, list),
		rows: list.raws.length,
		revisedAts: list.raws.flatMap((raw) => revisedAtIn(raw) ?? []).map(epochMs),
		clock: answer.clock === null ? null : epochMs(answer.clock),
	};
	const at: Position = seenAt(asked, seen);
	const next = after(at, seen, gateway);
	const known = knownUpTo(window);
	const read = next === null ? Math.max(known, readUpTo(at)) : known;
	const raws = list.raws.filter((raw) => isNews(raw, from));
	return { raws, next: next && positionText(next), watermark: instant(read) };
}

/** What says that it has not changed is not looked at again. */
function isNews(raw: unknown, from: number): boolean {
	const revisedAt = revisedAtIn(raw);
	return revisedAt === null || epochMs(revisedAt) >= from;
}

const revisedAtIn = (raw: unknown) => (isFields(raw) ? instantIn(raw.updatedAt) : null);

/** Every order once. */
function referencesOf(raws: readonly unknown[]): readonly OrderReference[] {
	const references = raws.flatMap((raw) => {
		const id = idIn(raw);
		return id === null ? [] : [{ id, revisedAt: revisedAtIn(raw) }];
	});
	return [...new Map(references.map((one) => [one.id, one])).values()];
}

/** Every order once: a page may have one twice. */
function recordsOf(raws: readonly unknown[]): Pick<OrderPage, 'orders' | 'unreadable'> {
	const orders = new Map<string, Order>();
	const others: Unreadable[] = [];
	for (const raw of raws) {
		const record = toOrder(raw);
		if ('reason' in record) others.push(record);
		else orders.set(record.id, record);
	}
	return { orders: [...orders.values()], unreadable: others };
}
