import type { Http } from '../connector';
import { part, rows, sound, text, textOrNull } from '../fields';
import type { Reading } from '../fields';
import { attempt } from './answer';
import { existing } from './approving';
import { cursorPage } from './paged';
import { refusalOf } from './refusal';
import { createReturn, returnOrders } from './requests';
import type { OmnifulReturn } from './types';

/** A return order of Omniful, as people see it. */
export interface Returned {
	readonly return: string;
	/** As the caller named it. */
	readonly number: string | null;
	/** The order's id as the channel gave it. */
	readonly order: string | null;
	readonly hub: string | null;
	readonly status: string | null;
	readonly updatedAt: string | null;
}

const returnIn = (from: Reading<OmnifulReturn>): Returned => ({
	return: text(from, 'id'),
	number: textOrNull(from, 'return_order_id') || null,
	order: textOrNull(from, 'order_id') || null,
	hub: textOrNull(from, 'hub_code') || null,
	status: textOrNull(from, 'status') || null,
	updatedAt: textOrNull(from, 'updated_at') || null,
});

/** So many at most; Omniful shows those of the last three months (reference/omniful.md 1.11). */
export async function returnsIn(http: Http, limit: number): Promise<readonly Returned[]> {
	const found: Returned[] = [];
	for (let cursor: string | null = null, more = true; more && found.length < limit; ) {
		const asked = { request: returnOrders(cursor), what: 'the return orders' };
		const page: { rows: readonly Returned[]; next: string | null } = await cursorPage<
			OmnifulReturn,
			Returned
		>(http, asked, (from) => rows(from, 'data').map(returnIn));
		found.push(...page.rows);
		cursor = page.next;
		more = cursor !== null;
	}
	return found.slice(0, limit);
}

export interface NewReturn {
	/** Names it: Omniful takes it once. */
	readonly number: string;
	readonly items: readonly { readonly sku: string; readonly quantity: number }[];
	readonly reason: string;
	/** '' for the hub that shipped. */
	readonly hub: string;
}

/** A return order of a delivered order, once. */
export async function returnOrder(
	http: Http,
	id: string,
	{ number, items, reason, hub }: NewReturn,
): Promise<{ readonly outcome: 'sent' | 'already'; readonly return: string }> {
	const { orderId } = await existing(http, id);
	const request = createReturn(orderId, {
		return_order_id: number,
		...(hub !== '' && { hub_code: hub }),
		return_items: items.map(({ sku, quantity }) => ({
			seller_sku_code: sku,
			return_quantity: quantity,
			return_reasons: [{ reason, quantity }],
		})),
	});
	const answer = await attempt<OmnifulReturn>(http, request);
	if (!('words' in answer)) {
		const made = returnIn(part(answer.from, 'data'));
		sound('omniful', answer.from);
		return { outcome: 'sent', return: made.return };
	}
	const isTaken = /reference id already exists/i.test(answer.words);
	const known = isTaken ? await returnNamed(http, number, orderId) : undefined;
	if (known === undefined) throw refusalOf(answer, `the return of order ${orderId}`);
	return { outcome: 'already', return: known.return };
}

/** Of the same order: the name may have been given to another one. */
const returnNamed = async (http: Http, number: string, order: string) =>
	(await returnsIn(http, Infinity)).find((one) => one.number === number && one.order === order);
