import { z } from 'zod';
import { type Item, type Order, isMarketplace } from './order';
import { unprocessable } from './refused';
import type { Status } from './statuses';
import type { World } from './world';

/** What a status write is about: items of one order. */
export interface Chosen {
	readonly order: Order;
	readonly items: readonly Item[];
	readonly ids: readonly number[];
}

/** Not a text: that one is refused is a guess (reference/the-iconic-sellercenter.md, addendum). */
export const itemId = z.number().int();

const serial = { serialNumber: z.string().optional() } as const;

/**
 * Elements with the wrong key are taken as no items, without a word (reference/the-iconic-sellercenter.md, addendum). That all else in
 * an element is overlooked is a guess.
 */
export const packedItems = z
	.array(z.object({ orderItemId: itemId.optional(), ...serial }))
	.transform((all) => all.map(({ orderItemId: id, serialNumber }) => ({ id, serialNumber })));

export const readyItems = z.array(z.object({ id: itemId.optional(), ...serial }));

/** Null when there are none. A call is about one order (reference/the-iconic-sellercenter.md 8). */
export const chosen = ({ orders }: World, wanted: readonly number[]): Chosen | null => {
	const ids = [...new Set(wanted)];
	if (ids.length === 0) return null;
	const found = new Set(ids.flatMap((id) => orders.ofItem(id) ?? []));
	const [order] = found;
	const known = ids.filter((id) => orders.ofItem(id) !== null);
	if (!order || known.length < ids.length) {
		throw unprocessable(
			ids.length === 1
				? 'E020: The order item id is not valid'
				: 'E023: Order item ids are not valid',
		);
	}
	if (found.size > 1) throw unprocessable('E029: The order items are of different orders');
	return { order, ids, items: order.items.filter(({ id }) => ids.includes(id)) };
};

/** All or none: a guess. What the marketplace fulfils is nothing for the seller (reference/the-iconic-sellercenter.md 9). */
export const checkStatus = ({ items }: Chosen, allowed: readonly Status[]) => {
	for (const item of items) {
		if (isMarketplace(item) || !allowed.includes(item.status)) {
			throw unprocessable(
				`E073: Order item ${item.id} is ${item.status} and must be ${allowed.join(' or ')}`,
			);
		}
	}
};

export const checkProcessable = ({ items }: Chosen) => {
	const waiting = items.find(({ isProcessable }) => !isProcessable);
	if (waiting) throw unprocessable(`E119: Order item ${waiting.id} is not processable yet`);
};
