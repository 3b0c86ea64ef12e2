import type { Instant } from '../../domain/instant';
import type { Http } from '../connector';
import { rows, sound, text, textOrNull } from '../fields';
import type { Reading } from '../fields';
import { ask } from './answer';
import { ordersFound, rowsPerCall } from './requests';
import type { OrderFilter } from './requests';
import { rowIn } from './saleOrders';
import type { UniwareOrder } from './types';

/** What a search says of an order: no items. */
export interface FoundOrder {
	readonly order: string;
	readonly number: string | null;
	readonly channel: string | null;
	readonly status: string;
	readonly placedAt: Instant;
	readonly updatedAt: Instant;
}

/** So many at most. */
export async function findOrders(
	http: Http,
	filter: OrderFilter,
	limit: number,
): Promise<readonly FoundOrder[]> {
	const found = new Map<string, FoundOrder>();
	for (let skip = 0, isLast = false; !isLast && found.size < limit; ) {
		const { from } = await ask(http, ordersFound(filter, skip), 'the orders');
		const page = rows(from, 'elements').map(foundIn);
		sound('uniware', from);
		for (const one of page) found.set(one.order, one);
		skip += page.length;
		isLast = page.length < rowsPerCall.orders;
	}
	return [...found.values()].slice(0, limit);
}

function foundIn(from: Reading<UniwareOrder>): FoundOrder {
	const { code, placedAt, updatedAt } = rowIn(from);
	return {
		order: code,
		number: textOrNull(from, 'displayOrderCode'),
		channel: textOrNull(from, 'channel'),
		status: text(from, 'status'),
		placedAt,
		updatedAt,
	};
}
