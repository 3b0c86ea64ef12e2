import { refused } from '../domain/failure';
import { instant, type Instant } from '../domain/instant';
import { shown } from '../domain/sku';
import { bringBack } from './bringingBack';
import { getOrder } from './orders';
import type { LedgerOrder } from './orderShapes';
import { first, type Work } from './statement';
import { storeInTurn } from './turn';

/** When the order was put away; null for one that was not. */
export function* archivedAt(store: string, id: string): Work<Instant | null> {
	const found = yield* first<{ archived_at: number }>(
		'SELECT archived_at FROM archived_orders WHERE store = ? AND channel_id = ?',
		store,
		id,
	);
	return found === undefined ? null : instant(found.archived_at);
}

/** Brings an order back that was put away. */
export function* restoreOrder(
	store: string,
	id: string,
	by: string | null = null,
): Work<LedgerOrder> {
	yield* storeInTurn(store);
	if (yield* bringBack(store, id, by)) return yield* getOrder(store, id);
	const { number } = yield* getOrder(store, id);
	throw refused(`Order ${shown(number)} is not archived, so nothing was changed.`);
}
