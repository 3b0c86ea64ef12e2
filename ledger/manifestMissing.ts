import type { ChannelUpdate } from '../domain/channelUpdate';
import { instant } from '../domain/instant';
import type { HubStatus } from '../domain/hubStatus';
import { raise, resolve } from './exceptions';
import type { HeldUpdate } from './heldUpdate';
import { storeOf } from './lookups';
import type { WithoutManifest } from './manifestShapes';
import { elements, rows, run, type Work } from './statement';

const advice =
	'Add it to a manifest of its hub and close that (Order Hub: Manifest): the channel is told then. Hand nothing over before its manifest is closed.';

const unfinished = "u.waits_for = 'manifest' AND u.state IN ('pending', 'claimed', 'waiting')";

/** The codes of closed manifests by the parcels that left with them, of these orders of the store. */
export function* manifestsOf(
	store: string,
	orders: readonly number[],
): Work<ReadonlyMap<number, string>> {
	const found = yield* rows<{ parcel_id: number; code: string }>(
		`SELECT e.parcel_id, m.code FROM manifest_parcels e JOIN manifests m ON m.id = e.manifest
		WHERE e.order_id IN {ids} AND m.store = ? AND m.state = 'closed' AND e.left_out IS NULL`,
		elements(orders),
		store,
	);
	return new Map(found.map(({ parcel_id, code }) => [parcel_id, code]));
}

/** The manifest that an update's parcels left with, all of them; undefined where there is none. */
export function manifestIn(
	{ effect, hubStatus, parcels }: ChannelUpdate,
	manifests: ReadonlyMap<number, string>,
): string | undefined {
	if (effect !== 'status' || hubStatus !== 'shipped') return undefined;
	const [one, ...others] = new Set(parcels.map(({ parcel }) => manifests.get(parcel)));
	return others.length === 0 ? one : undefined;
}

/** Its channel wants a closed manifest and there is none: a person is told. Answers whether there is one by now. */
export function* missManifest({ id, order_id, store, number, body }: HeldUpdate): Work<boolean> {
	const update = JSON.parse(body) as ChannelUpdate;
	if (manifestIn(update, yield* manifestsOf(store, [order_id])) !== undefined) return false;
	const { channel, version } = yield* storeOf(store);
	yield* raise({
		store,
		kind: 'manifest_missing',
		reference: String(id),
		cause: `Order ${number} left the hub without a closed manifest, and ${channel} is told of none that is in no manifest: it was not told ${update.channelStatus}.`,
		advice: `${advice} This closes by itself.`,
		settingsVersion: version,
		payload: { order: update.order, number, parcels: update.parcels.map(({ parcel }) => parcel) },
		order: order_id,
	});
	return true;
}

/** The update needs no manifest any more. */
export const haveManifest = (store: string, updates: readonly number[]): Work<void> =>
	resolve(store, ['manifest_missing'], updates.map(String));

/** What waits for a manifest of these orders is sent now that they are in a closed one. */
export function* wakeForManifest(store: string, orders: readonly number[]): Work<void> {
	const waiting = yield* rows<{ id: number }>(
		`SELECT u.id FROM outbox u WHERE u.store = ? AND u.order_id IN {ids} AND ${unfinished} ORDER BY u.id`,
		store,
		elements(orders),
	);
	const ids = waiting.map(({ id }) => id);
	yield* run(
		"UPDATE outbox SET due_at = {now} WHERE id IN {ids} AND state = 'waiting'",
		elements(ids),
	);
	yield* haveManifest(store, ids);
}

interface Untold {
	readonly order_id: number;
	readonly body: string;
	readonly created_at: number;
	readonly channel_id: string;
	readonly number: string;
	readonly status: HubStatus;
}

/** Of these orders: the parcels that left, and that the channel is not told of without a manifest. */
export function* untoldWithout(
	store: string,
	orders: readonly number[],
): Work<ReadonlySet<number>> {
	const found = yield* rows<{ body: string }>(
		`SELECT u.body FROM outbox u WHERE u.store = ? AND u.order_id IN {ids} AND ${unfinished}`,
		store,
		elements(orders),
	);
	return new Set(
		found.flatMap(({ body }) =>
			(JSON.parse(body) as ChannelUpdate).parcels.map(({ parcel }) => parcel),
		),
	);
}

/** Orders that were handed over without a closed manifest although their channel goes by it, oldest first. */
export function* getWithoutManifest(
	store: string,
	limit: number,
	hub?: string,
): Work<readonly WithoutManifest[]> {
	yield* storeOf(store);
	const found = yield* rows<Untold>(
		`SELECT u.order_id, u.body, u.created_at, o.channel_id, o.number, o.status
		FROM outbox u JOIN orders o ON o.id = u.order_id
		WHERE u.store = ? AND ${unfinished} AND NOT EXISTS (SELECT 1 FROM manifest_parcels e JOIN manifests m ON m.id = e.manifest
			WHERE e.order_id = u.order_id AND e.left_out IS NULL AND m.state = 'closed')
			AND (CAST(? AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM parcels p WHERE p.order_id = u.order_id AND p.hub = ?))
		ORDER BY u.id LIMIT ?`,
		store,
		hub ?? null,
		hub ?? null,
		limit,
	);
	const ids = found.map(({ order_id }) => order_id);
	const open = yield* openOnesOf(ids);
	const hubs = yield* hubsOf(ids);
	return found.map((row) => {
		const parcels = (JSON.parse(row.body) as ChannelUpdate).parcels.map(({ parcel }) => parcel);
		const openManifest = open.get(row.order_id) ?? null;
		return {
			...{ store, order: row.channel_id, number: row.number, status: row.status },
			...{ hub: hubs.get(row.order_id) ?? null, parcels, openManifest },
			since: instant(row.created_at),
			advice: openManifest === null ? advice : `Close manifest ${openManifest}: it is on it.`,
		};
	});
}

function* openOnesOf(orders: readonly number[]): Work<ReadonlyMap<number, string>> {
	const found = yield* rows<{ order_id: number; code: string }>(
		`SELECT e.order_id, m.code FROM manifest_parcels e JOIN manifests m ON m.id = e.manifest
		WHERE e.order_id IN {ids} AND m.state = 'open'`,
		elements(orders),
	);
	return new Map(found.map(({ order_id, code }) => [order_id, code]));
}

function* hubsOf(orders: readonly number[]): Work<ReadonlyMap<number, string | null>> {
	const found = yield* rows<{ order_id: number; hub: string | null }>(
		'SELECT order_id, hub FROM parcels WHERE order_id IN {ids} ORDER BY id',
		elements(orders),
	);
	return new Map(found.map(({ order_id, hub }) => [order_id, hub]));
}
