import type { Instant } from '../../domain/instant';
import type { Order, Unreadable } from '../../domain/order';
import { currency, isFields, reading } from '../fields';
import { customerOf, shipToOf } from './address';
import { linesOf } from './lines';
import { statusesOf } from './statuses';
import type { IconicOrder } from './types';
import { amount, id, idIn, instantIn, time, word, wordOrNull } from './values';

/**
 * One row of `orders`; an `Unreadable` that names the fields at fault where it is no order. Null: all of it lies with the
 * marketplace, which ships it.
 */
export function toOrder(raw: unknown): Order | Unreadable | null {
	if (!isFields(raw)) return { id: null, reason: 'The order is not an object.', raw };
	const from = reading<IconicOrder>(raw);
	const code = currency(from, 'currency');
	const lines = linesOf(from, code);
	const isEmpty = Array.isArray(raw.items) && raw.items.length === 0;
	if (isEmpty) from.flaws.push('items is empty');
	const order: Order = {
		id: id(from, 'id'),
		number: word(from, 'number'),
		placedAt: time(from, 'createdAt'),
		revisedAt: revisedAtIn(raw),
		statuses: statusesOf(lines.map(({ status }) => status)),
		// The seller has one place for all that is sold here: the hub chooses.
		location: null,
		total: amount(from, ['grandTotal', 'unitPriceSumWithFees'], code),
		payment: wordOrNull(from, 'paymentMethod'),
		tags: [],
		weight: null,
		customer: customerOf(from),
		shipTo: shipToOf(from),
		lines: lines.map(({ line }) => line),
	};
	if (from.flaws.length > 0) return unreadable(raw, from.flaws);
	return lines.length === 0 ? null : order;
}

const mostFlaws = 3;

/** A record that is no order, with what is wrong with it. */
export const unreadable = (raw: unknown, flaws: readonly string[]): Unreadable => ({
	id: orderIdIn(raw),
	reason: `${flaws.slice(0, mostFlaws).join('; ')}${flaws.length > mostFlaws ? ' and more' : ''}.`,
	raw,
});

export const orderIdIn = (raw: unknown): string | null => (isFields(raw) ? idIn(raw.id) : null);

/**
 * When it was last changed, in itself or in one of its items: whether a change of an item moves the time of its order is not
 * written anywhere.
 */
export function revisedAtIn(raw: unknown): Instant | null {
	if (!isFields(raw)) return null;
	const { items = [], updatedAt, addressUpdatedAt } = raw;
	const parts: readonly unknown[] = Array.isArray(items) ? items : [];
	const times = parts.flatMap((item) =>
		isFields(item) ? [item.updatedAt, item.lastStatusChangedAt] : [],
	);
	return latest([updatedAt, addressUpdatedAt, ...times]);
}

const latest = (times: readonly unknown[]): Instant | null =>
	times
		.flatMap((time) => instantIn(time) ?? [])
		.reduce<Instant | null>((top, time) => (top === null || time > top ? time : top), null);
