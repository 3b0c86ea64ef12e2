import type { Instant } from '../domain/instant';
import { rows, type Work } from './statement';

/** A page of them: in the order of the channel's ids, behind `after`, at most so many. */
export interface OpenOrdersPage {
	readonly placedBefore: Instant;
	readonly after: string;
	readonly limit: number;
}

/** The channel's ids of orders that are neither cancelled nor delivered nor back. */
export function* openOrders(
	store: string,
	{ placedBefore, after, limit }: OpenOrdersPage,
): Work<readonly string[]> {
	const found = yield* rows<{ channel_id: string }>(
		`SELECT channel_id FROM orders WHERE store = ? AND channel_id > ? AND placed_at < ?
			AND status NOT IN ('cancelled', 'delivered', 'returned') ORDER BY channel_id LIMIT ?`,
		store,
		after,
		placedBefore,
		limit,
	);
	return found.map(({ channel_id }) => channel_id);
}
