import type { OrderRow } from './orders';
import { first, type Work } from './statement';

/** The order is cancelled on its channel, or is just being so: whatever happens to it here is not told there any more. */
export function* isCancelledThere({
	id,
	store,
	mapped_status,
}: Pick<OrderRow, 'id' | 'store' | 'mapped_status'>): Work<boolean> {
	if (mapped_status === 'cancelled') return true;
	const told = yield* first(
		`SELECT id FROM outbox WHERE order_id = ? AND store = ? AND effect = 'cancel'
			AND state IN ('pending', 'claimed', 'waiting', 'done') LIMIT 1`,
		id,
		store,
	);
	return told !== undefined;
}
