import { Failure } from '../../domain/failure';
import type { Instant } from '../../domain/instant';
import type { Http } from '../connector';
import { isFields, rowsOrNone, sound, text, textOrNull } from '../fields';
import type { Fields, Reading } from '../fields';
import { ask, attempt } from './answer';
import { keyIn } from './orderKey';
import { isMissing, refusalOf } from './refusal';
import { ordersNamed, orderWithId } from './requests';
import { time } from './times';
import type { OmnifulOrder } from './types';

/** What a list says of an order: that there is one, and when it changed. */
export interface OrderRow {
	readonly id: string;
	/** As the channel gave it: what writes take. */
	readonly orderId: string;
	readonly alias: string | null;
	readonly status: string;
	readonly placedAt: Instant;
	readonly updatedAt: Instant;
	/** `HandOver.key`, or null where it was not handed over. */
	readonly key: string | null;
}

export const idIn = (from: Reading<OmnifulOrder>): string =>
	textOrNull(from, 'omniful_order_id') || text(from, 'id');

export const rowIn = (from: Reading<OmnifulOrder>): OrderRow => ({
	id: idIn(from),
	orderId: text(from, 'order_id'),
	alias: textOrNull(from, 'order_alias') || null,
	status: textOrNull(from, 'status_code') ?? '',
	placedAt: time(from, 'order_created_at'),
	updatedAt: time(from, 'updated_at'),
	key: keyIn(from),
});

const ownId = /^[0-9a-f]{24}$/;

/** The order with its lines, by either of its ids, or null where Omniful has none of it. */
export async function orderOf(http: Http, id: string): Promise<Fields | null> {
	const own = ownId.test(id) ? id : await idOf(http, id);
	return own === null ? null : await orderWithOwnId(http, own);
}

async function orderWithOwnId(http: Http, id: string): Promise<Fields | null> {
	const answer = await attempt<OmnifulOrder>(http, orderWithId(id));
	if ('words' in answer) {
		if (isMissing(answer)) return null;
		throw refusalOf(answer, `order ${id}`);
	}
	const { data } = answer.from.fields;
	if (isFields(data)) return data;
	throw new Failure('malformed', `omniful: gave nothing of order ${id}. Try again later.`);
}

/** Of the channel's id; rows that the filter should have kept out are left out here. */
async function idOf(http: Http, orderId: string): Promise<string | null> {
	const asked = ask<readonly OmnifulOrder[]>(http, ordersNamed(orderId), `order ${orderId}`);
	const { from } = await asked;
	const found = rowsOrNone(from, 'data').filter(({ fields }) => fields.order_id === orderId);
	const [id = null] = found.map(idIn);
	sound('omniful', from);
	return id;
}

/** Those of them that Omniful has. */
export async function ordersOf(http: Http, ids: readonly string[]): Promise<readonly Fields[]> {
	const found: Fields[] = [];
	for (const id of ids) {
		const order = await orderOf(http, id);
		if (order !== null) found.push(order);
	}
	return found;
}
