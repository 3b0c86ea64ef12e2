import type { ParkReason } from '../domain/intake';
import { instant } from '../domain/instant';
import type { MappedOrder } from '../domain/order';
import type { ParkedOrder } from './orderShapes';
import type { Store } from './storeShapes';
import { channelCopy } from './channelCopy';
import { each, elements, rows, run, type Work } from './statement';

export interface Parking {
	readonly order: MappedOrder;
	readonly reason: ParkReason;
	readonly detail: string;
}

/** Keeps the orders until the settings that parked them change. */
export function* park(store: Store, parkings: readonly Parking[]): Work<void> {
	yield* each(
		`INSERT INTO parked (store, channel_id, number, reason, detail, settings_version, revised_at, body, since)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, {now})
		ON CONFLICT (store, channel_id) DO UPDATE SET number = excluded.number, reason = excluded.reason,
			detail = excluded.detail, settings_version = excluded.settings_version, revised_at = excluded.revised_at,
			body = excluded.body`,
		parkings.map(({ order, reason, detail }) => [
			store.code,
			order.id,
			order.number,
			reason,
			detail,
			store.version,
			order.revisedAt,
			JSON.stringify({ ...channelCopy(order), hubStatus: order.hubStatus }),
		]),
	);
}

export function* unpark(store: string, ids: readonly string[]): Work<void> {
	yield* run(
		'DELETE FROM parked WHERE store = ? AND channel_id IN {elements}',
		store,
		elements(ids),
	);
}

/** Orders that were parked under older settings than the given version. */
export function* parkedBefore(
	store: string,
	version: number,
	limit: number,
): Work<readonly MappedOrder[]> {
	const found = yield* rows<{ body: string }>(
		'SELECT body FROM parked WHERE store = ? AND settings_version < ? ORDER BY since, channel_id LIMIT ?',
		store,
		version,
		limit,
	);
	return found.map(({ body }) => JSON.parse(body) as MappedOrder);
}

type ParkedRow = Omit<ParkedOrder, 'since' | 'id'> & { channel_id: string; since: number };

/** Oldest first. */
export function* parkedOrders(store: string, limit: number): Work<readonly ParkedOrder[]> {
	const found = yield* rows<ParkedRow>(
		`SELECT store, channel_id, number, reason, detail, since FROM parked
		WHERE store = ? ORDER BY since, channel_id LIMIT ?`,
		store,
		limit,
	);
	return found.map(({ channel_id, since, ...row }) => ({
		...row,
		id: channel_id,
		since: instant(since),
	}));
}
