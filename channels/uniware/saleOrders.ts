import { Failure } from '../../domain/failure';
import type { Http, OrderWindow } from '../connector';
import { isFields, number, rows, sound, text } from '../fields';
import type { Fields, Reading } from '../fields';
import { attempt, ask } from './answer';
import { refusalOf } from './refusal';
import { getOrder, ordersChanged, rowsPerCall } from './requests';
import { time } from './times';
import type { UniwareOrder } from './types';
import { back, isEndless, isShortest, onward, positionIn, shorter } from './walk';

/** What a search says of an order: that there is one, and when it changed. */
export interface OrderRow {
	readonly code: string;
	readonly placedAt: string;
	readonly updatedAt: string;
}

/** The order as Uniware has it, or null where it has none of this code. */
export async function orderWithCode(http: Http, code: string): Promise<Fields | null> {
	const answer = await attempt(http, getOrder(code), `order ${code}`);
	if ('name' in answer) {
		if (answer.name === 'INVALID_SALE_ORDER_CODE') return null;
		throw refusalOf(answer, `order ${code}`);
	}
	const { saleOrderDTO } = answer.from.fields;
	if (isFields(saleOrderDTO)) return saleOrderDTO;
	throw new Failure('malformed', `uniware: gave nothing of order ${code}. Try again later.`);
}

/** Those of them that Uniware has. */
export async function ordersWithCodes(
	http: Http,
	codes: readonly string[],
): Promise<readonly Fields[]> {
	const found: Fields[] = [];
	for (const code of codes) {
		const order = await orderWithCode(http, code);
		if (order !== null) found.push(order);
	}
	return found;
}

/** A page of what changed, of all channels or of one. */
export async function changedOrders(http: Http, window: OrderWindow, channel?: string) {
	let at = positionIn(window);
	for (;;) {
		const { from, span, skip } = at;
		const within = isEndless(at) ? null : { from, to: from + span };
		const asked = { within, skip, channel, isCounted: isShortest(at) };
		const { from: read, clock } = await ask(http, ordersChanged(asked), 'what changed');
		const found = rows(read, 'elements').map(rowIn);
		const isFull = found.length >= rowsPerCall.orders;
		const total = isShortest(at) ? number(read, 'totalRecords') : null;
		sound('uniware', read);
		const stretch = { rows: found.length, isFull, total, clock };
		const other = back(at, stretch) ?? shorter(at, stretch);
		if (other === null) return { rows: withoutTwins(found), ...onward(window, at, stretch) };
		at = other;
	}
}

/** The codes of what the hub does not have as it is: a search has no items, and only these are asked for. */
export async function newsIn(
	{ newsAmong }: OrderWindow,
	found: readonly OrderRow[],
): Promise<readonly string[]> {
	const references = found.map(({ code: id, updatedAt: revisedAt }) => ({ id, revisedAt }));
	const news = await newsAmong?.(references);
	return references.flatMap(({ id }) => (news === undefined || news.has(id) ? [id] : []));
}

const withoutTwins = (found: readonly OrderRow[]) => [
	...new Map(found.map((row) => [row.code, row])).values(),
];

export function rowIn(from: Reading<UniwareOrder>): OrderRow {
	const createdAt = time(from, 'created');
	const isDated = (from.fields.displayOrderDateTime ?? null) !== null;
	return {
		code: text(from, 'code'),
		placedAt: isDated ? time(from, 'displayOrderDateTime') : createdAt,
		updatedAt: time(from, 'updated'),
	};
}
