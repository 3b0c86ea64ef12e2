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
	placedSince,
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
			raws.push(...(await byIds(http, some)));
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
	const asked = given ?? startOf(window, await gatewayOf(http), sellerOf(http).statusDays);
	if (asked.openAfter !== undefined) {
		return await openStep(http, window, { ...asked, openAfter: asked.openAfter });
	}
	const { placedFrom, from, page } = asked;
	// What has changed is asked for without a word of windows, so that each further page is one call.
	const end = placedFrom === null ? null : endOf(placedFrom, await gatewayOf(http));
	const request =
		placedFrom === null || end === null
			? requests.ordersChanged(instant(from), page)
			: requests.ordersPlaced(instant(placedFrom), instant(end), page);
	const answer = await ask(http, request, 'the list of orders');
	const list = paged(fieldsOf(answer), 'orders');
	const seen = {
		next: pageAfter(page, list),
		rows: list.raws.length,
		revisedAts: list.raws.flatMap((raw) => revisedAtIn(raw) ?? []).map(epochMs),
		clock: answer.clock === null ? null : epochMs(answer.clock),
	};
	const at: Position = seenAt(asked, seen);
	const further = after(at, seen, end);
	const asksOpen = further === null && placedFrom !== null && window.openIds !== undefined;
	const next = asksOpen ? { ...at, openAfter: '' } : further;
	const known = knownUpTo(window);
	const read = next === null ? Math.max(known, readUpTo(at)) : known;
	const raws = list.raws.filter((raw) => isNews(raw, from));
	return { raws, next: next && positionText(next), watermark: instant(read) };
}

/** Orders from before the windows that are still open, some at a time: what becomes of them shows nowhere else. */
async function openStep(
	http: Http,
	window: OrderWindow,
	at: Position & { readonly openAfter: string },
) {
	const { maxOrderIds } = await gatewayOf(http);
	const before = placedSince(window, at.from, sellerOf(http).statusDays);
	const some = { placedBefore: instant(before), after: at.openAfter, limit: maxOrderIds };
	const ids = (await window.openIds?.(some)) ?? [];
	const raws = ids.length === 0 ? [] : await byIds(http, ids);
	const last = ids.length < maxOrderIds ? undefined : ids.at(-1);
	const known = knownUpTo(window);
	return {
		raws,
		next: last === undefined ? null : positionText({ ...at, openAfter: last }),
		watermark: instant(last === undefined ? Math.max(known, readUpTo(at)) : known),
	};
}

async function byIds(http: Http, ids: readonly string[]): Promise<readonly unknown[]> {
	const answer = await ask(http, requests.ordersById(ids), 'orders by their IDs');
	return paged(fieldsOf(answer), 'orders').raws;
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
