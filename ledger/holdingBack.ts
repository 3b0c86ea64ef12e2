import { heldBackBy } from '../domain/heldBack';
import type { MappedOrder } from '../domain/order';
import type { Store } from './storeShapes';
import { each, elements, run, type Work } from './statement';

/** Keeps what the orders want from being offered again; belongs into the transaction that parks them or raises the exception. */
export function* holdBack(store: Store, orders: readonly MappedOrder[]): Work<void> {
	yield* each(
		'INSERT INTO held_back (store, channel_id, sku, listing, hub, quantity) VALUES (?, ?, ?, ?, ?, ?)',
		orders.flatMap((order) => {
			const { hub, wanted } = heldBackBy(order, store.settings, store.connectedAt);
			return wanted.map(({ sku, listing, units }) => [
				store.code,
				order.id,
				sku ?? '',
				listing ?? '',
				hub,
				units,
			]);
		}),
	);
}

/** Offers again what the orders had held back. */
export function* letGo(store: string, orders: readonly string[]): Work<void> {
	yield* run(
		'DELETE FROM held_back WHERE store = ? AND channel_id IN {elements}',
		store,
		elements(orders),
	);
}
