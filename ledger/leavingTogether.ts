import { leastAdvanced } from '../domain/transitions';
import { announce } from './announcing';
import { tell } from './events';
import type { Entry } from './manifestRows';
import { parcelsOf } from './parcels';
import { shipFrom } from './reserving';
import { each, type Work } from './statement';
import type { Store } from './storeShapes';

/**
 * Parcels of many orders leave their hub at once, each as `changeStatus` ships one. The caller has the seller's turn and has locked
 * the orders.
 */
export function* leaveTogether(store: Store, hub: string, leaving: readonly Entry[]): Work<void> {
	const orders = [...new Map(leaving.map((one) => [one.order_id, one])).values()].map(
		({ order_id: id, channel_id, number }) => ({ id, channel_id, number }),
	);
	const ids = orders.map(({ id }) => id);
	const gone = leaving.map(({ parcel_id }) => parcel_id);
	yield* shipFrom(hub, leaving);
	const parcels = yield* parcelsOf(ids);
	yield* each(
		'UPDATE orders SET status = ?, hold_reason = NULL, updated_at = {now} WHERE id = ?',
		ids.flatMap((id) => {
			const whole = leastAdvanced((parcels.get(id) ?? []).map(({ status }) => status));
			return whole === null ? [] : [[whole, id]];
		}),
	);
	yield* tell(
		store.code,
		leaving.map(({ order_id: order, parcel_id: parcel }) => ({
			type: 'order_shipped',
			...{ order, parcel, detail: 'shipped' },
		})),
	);
	yield* announce(store, orders, 'shipped', { parcels: gone });
}
