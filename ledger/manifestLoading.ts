import { fitOf, type Listed, type Loading, type Named } from './manifestFit';
import { untoldWithout } from './manifestMissing';
import { isDisputed, openManifest, type ManifestRow } from './manifestRows';
import {
	readyStatuses,
	type ManifestChange,
	type OrdersToLoad,
	type ReadyStatus,
} from './manifestShapes';
import { parcelsOf } from './parcels';
import { each, elements, rows, run, type Work } from './statement';

/** Enough for a truck, and few enough to close in one transaction. */
const mostParcels = 1000;

/**
 * Adds packed orders: those named by the channel's id or number, or all of the store at the hub that are on none yet. Each that
 * cannot be added says why; it costs no other.
 */
export function* addToManifest(
	code: string,
	wanted: OrdersToLoad,
): Work<readonly ManifestChange[]> {
	const { manifest } = yield* openManifest(code, 'nothing can be added to it');
	const orders = 'readyFrom' in wanted ? yield* readyOnes(manifest, wanted.readyFrom) : wanted;
	const named = yield* ordersNamed(manifest.store, orders);
	const own = named.filter(({ store }) => store === manifest.store);
	const ids = own.map(({ id }) => id);
	const loading: Loading = {
		manifest,
		parcels: yield* parcelsOf(ids),
		listed: yield* listedOf(ids),
		late: yield* untoldWithout(manifest.store, ids),
	};
	let room = mostParcels - (yield* loaded(manifest.id));
	const added: [order: number, parcel: number][] = [];
	const changes = meantBy(orders, named, manifest.store).map(({ given, order }) => {
		if (order === undefined) return refusing(code, given, null, unknown(manifest, given, named));
		const decided = fitOf(order, loading);
		if ('fault' in decided) return refusing(code, order.channel_id, order.number, decided.fault);
		const { isThere, parcels } = decided;
		if (!isThere && parcels.length > room) {
			return refusing(code, order.channel_id, order.number, full);
		}
		if (!isThere) {
			room -= parcels.length;
			added.push(...parcels.map((parcel) => [order.id, parcel] as [number, number]));
		}
		return changed(code, order, isThere ? 'unchanged' : 'added', parcels);
	});
	yield* each(
		'INSERT INTO manifest_parcels (manifest, order_id, parcel_id) VALUES (?, ?, ?)',
		added.map(([order, parcel]) => [manifest.id, order, parcel]),
	);
	return changes;
}

/** Oldest first. */
function* readyOnes({ store, hub }: ManifestRow, from: ReadyStatus): Work<readonly string[]> {
	const found = yield* rows<{ channel_id: string }>(
		`SELECT o.channel_id FROM parcels p JOIN orders o ON o.id = p.order_id
		WHERE p.hub = ? AND p.shipped_at IS NULL AND p.status IN {elements} AND o.store = ? AND o.status <> 'cancelled'
			AND NOT EXISTS (SELECT 1 FROM manifest_parcels e WHERE e.order_id = o.id AND e.parcel_id = p.id AND e.left_out IS NULL)
		ORDER BY o.placed_at, p.id LIMIT ${mostParcels}`,
		hub,
		elements(readyStatuses.slice(readyStatuses.indexOf(from))),
		store,
	);
	return found.map(({ channel_id }) => channel_id);
}

const full = `The manifest holds ${mostParcels} parcels, which is all that it takes. Close it, and put this one on the next.`;

/** Takes orders off again, as long as it is open. */
export function* removeFromManifest(
	code: string,
	orders: readonly string[],
): Work<readonly ManifestChange[]> {
	const { manifest } = yield* openManifest(code, 'nothing can be taken off it');
	const named = yield* ordersNamed(manifest.store, orders);
	const listed = (yield* listedOf(named.map(({ id }) => id))).filter(
		(one) => one.manifest === manifest.id,
	);
	const changes = meantBy(orders, named, manifest.store).map(({ given, order }) => {
		const parcels = listed.filter(({ order_id }) => order_id === order?.id);
		if (order === undefined || parcels.length === 0) {
			return refusing(code, order?.channel_id ?? given, order?.number ?? null, notOnIt);
		}
		return changed(
			code,
			order,
			'removed',
			parcels.map(({ parcel_id }) => parcel_id),
		);
	});
	yield* run(
		'DELETE FROM manifest_parcels WHERE manifest = ? AND order_id IN {ids}',
		manifest.id,
		elements(listed.map(({ order_id }) => order_id)),
	);
	return changes;
}

const notOnIt = 'It is not on this manifest. Manifest: Get lists what is.';

/** By id or number; also of other stores, to be able to say so. Those of the store are locked. */
function* ordersNamed(store: string, orders: readonly string[]): Work<readonly Named[]> {
	const columns = `o.id, o.store, o.channel_id, o.number, o.status, o.body,
		CASE WHEN ${isDisputed} THEN 1 ELSE 0 END AS disputed`;
	const wanted = elements([...new Set(orders)]);
	const own = yield* rows<Named>(
		`SELECT ${columns} FROM orders o WHERE o.store = ? AND (o.channel_id IN {elements} OR o.number IN {elements})
		ORDER BY o.id {forUpdate}`,
		store,
		wanted,
		wanted,
	);
	const known = new Set(own.flatMap(({ channel_id, number }) => [channel_id, number]));
	const strange = orders.filter((given) => !known.has(given));
	if (strange.length === 0) return own;
	const others = yield* rows<Named>(
		`SELECT ${columns} FROM orders o WHERE o.store <> ? AND o.store IN (SELECT code FROM stores)
			AND (o.channel_id IN {elements} OR o.number IN {elements}) ORDER BY o.id`,
		store,
		elements(strange),
		elements(strange),
	);
	return [...own, ...others];
}

/** Each that was given, once, with the order that it means: its id goes before another one's number. */
function meantBy(orders: readonly string[], named: readonly Named[], store: string) {
	const own = named.filter((one) => one.store === store);
	const meant = [...new Set(orders)].map((given) => ({
		given,
		order:
			own.find(({ channel_id }) => channel_id === given) ??
			own.find(({ number }) => number === given),
	}));
	return meant.filter(
		({ order }, at) =>
			order === undefined || meant.findIndex((one) => one.order?.id === order.id) === at,
	);
}

function unknown({ store, code }: ManifestRow, given: string, named: readonly Named[]): string {
	const other = named.find(
		(one) => one.store !== store && (one.channel_id === given || one.number === given),
	);
	return other === undefined
		? `Store ${store} has no such order. Look among the parked orders and exceptions.`
		: `It is of store ${other.store}, and manifest ${code} is of ${store}. Put it on a manifest of its own store.`;
}

function* listedOf(orders: readonly number[]): Work<readonly Listed[]> {
	return yield* rows<Listed>(
		`SELECT e.order_id, e.parcel_id, e.manifest, m.code, m.state FROM manifest_parcels e
			JOIN manifests m ON m.id = e.manifest WHERE e.order_id IN {ids} AND e.left_out IS NULL ORDER BY e.id`,
		elements(orders),
	);
}

function* loaded(manifest: number): Work<number> {
	const [count] = yield* rows<{ parcels: number }>(
		'SELECT COUNT(*) AS parcels FROM manifest_parcels WHERE manifest = ?',
		manifest,
	);
	return count?.parcels ?? 0;
}

const refusing = (
	manifest: string,
	order: string,
	number: string | null,
	reason: string,
): ManifestChange => ({ manifest, order, number, outcome: 'refused', reason, parcels: [] });

const changed = (
	manifest: string,
	{ channel_id, number }: Named,
	outcome: ManifestChange['outcome'],
	parcels: readonly number[],
): ManifestChange => ({ manifest, order: channel_id, number, outcome, reason: null, parcels });
