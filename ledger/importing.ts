import { intake } from '../domain/intake';
import type { MappedOrder, Unreadable } from '../domain/order';
import { channelCopy } from './channelCopy';
import { contentHash } from './contentHash';
import { createOrders, type NewOrder } from './creating';
import { raise, resolve } from './exceptions';
import { storeOf } from './lookups';
import { park, unpark, type Parking } from './parking';
import type { Outcome, PageStored, RecordOutcome, Store, SyncPage } from './shapes';
import { elements, rows, run, type Work } from './statement';
import { holdRun, moveCursor } from './sync';
import { updateOrder, type KnownOrder } from './updating';

/** Stores a whole page, every outcome and the cursor together; a run that lost its lease stores nothing. */
export function* importPage(page: SyncPage): Work<PageStored> {
	yield* holdRun(page.run);
	const store = yield* storeOf(page.run.store, page.run.settingsVersion);
	const outcomes = [
		...(yield* importRecords(store, page.orders)),
		...(yield* importUnreadable(store, page.unreadable)),
	];
	const counts = countsOf(outcomes);
	yield* moveCursor(page.run, page.next, page.watermark);
	yield* run(
		`UPDATE sync_runs SET pages = pages + 1, created = created + ?, updated = updated + ?, unchanged = unchanged + ?,
			parked = parked + ?, exceptions = exceptions + ? WHERE id = ?`,
		counts.created,
		counts.updated,
		counts.unchanged,
		counts.parked,
		counts.exception,
		page.run.id,
	);
	return { run: { ...page.run, pages: page.run.pages + 1 }, outcomes, counts, next: page.next };
}

/** Stores orders without a sync. Each ends as created, updated, unchanged, parked or exception, with the reason. */
export function* importRecords(
	store: Store,
	orders: readonly MappedOrder[],
): Work<readonly RecordOutcome[]> {
	const { newest, repeated } = newestOfEach(orders);
	const ids = newest.map(({ id }) => id);
	const known = yield* knownOrders(store.code, ids);
	const parkedAt = yield* parkedRevisions(store.code, ids);
	const outcomes: RecordOutcome[] = repeated.map((id) =>
		outcome(id, 'unchanged', 'the page holds a newer revision'),
	);
	const fresh: NewOrder[] = [];
	const parkings: Parking[] = [];
	for (const order of newest) {
		const existing = known.get(order.id);
		if (existing !== undefined) {
			outcomes.push(yield* updateOrder(store, existing, order));
			continue;
		}
		if (isOlder(order, parkedAt.get(order.id))) {
			outcomes.push(outcome(order.id, 'unchanged', 'a newer revision is parked'));
			continue;
		}
		const fate = intake(order, store.settings, store.connectedAt);
		if (fate.do === 'create') {
			fresh.push({ order, status: fate.status, forcedHub: fate.forcedHub });
			outcomes.push(outcome(order.id, 'created', null));
		} else if (fate.do === 'park') {
			parkings.push({ order, reason: fate.reason, detail: fate.detail });
			outcomes.push(outcome(order.id, 'parked', fate.detail));
		} else {
			yield* exceptUnknownLocation(store, order, fate);
			outcomes.push(outcome(order.id, 'exception', fate.cause));
		}
	}
	yield* park(store, parkings);
	yield* createOrders(store, fresh);
	yield* settle(
		store.code,
		fresh.map(({ order }) => order.id),
		parkings.map(({ order }) => order.id),
		parkedAt,
	);
	return outcomes;
}

/** An order that came in, or is parked, is no longer what an older exception said of it. */
function* settle(
	store: string,
	created: readonly string[],
	parked: readonly string[],
	parkedAt: ReadonlyMap<string, string | null>,
): Work<void> {
	const unparked = created.filter((id) => parkedAt.has(id));
	if (unparked.length > 0) yield* unpark(store, unparked);
	yield* resolve(store, ['unreadable', 'unknown_location'], [...created, ...parked]);
}

function* exceptUnknownLocation(
	store: Store,
	order: MappedOrder,
	{ cause, advice }: { cause: string; advice: string },
): Work<void> {
	yield* raise({
		store: store.code,
		kind: 'unknown_location',
		reference: order.id,
		cause: `Order ${order.number}: ${cause}`,
		advice,
		settingsVersion: store.version,
		payload: channelCopy(order),
	});
	yield* unpark(store.code, [order.id]);
}

function* importUnreadable(
	store: Store,
	records: readonly Unreadable[],
): Work<readonly RecordOutcome[]> {
	const outcomes: RecordOutcome[] = [];
	for (const { id, reason, raw } of records) {
		yield* raise({
			store: store.code,
			kind: 'unreadable',
			reference: id ?? contentHash(raw),
			cause: reason,
			advice:
				'Correct the order on the channel: the next change there brings it in. Or dismiss the exception.',
			settingsVersion: store.version,
			payload: raw,
		});
		outcomes.push(outcome(id, 'exception', reason));
	}
	return outcomes;
}

function newestOfEach(orders: readonly MappedOrder[]) {
	const newest = new Map<string, MappedOrder>();
	const repeated: string[] = [];
	for (const order of orders) {
		const other = newest.get(order.id);
		if (other !== undefined) repeated.push(order.id);
		if (other === undefined || !isOlder(order, other.revisedAt)) newest.set(order.id, order);
	}
	return { newest: [...newest.values()], repeated };
}

const isOlder = ({ revisedAt }: MappedOrder, than: string | null | undefined) =>
	revisedAt !== null && than != null && revisedAt < than;

function* knownOrders(
	store: string,
	ids: readonly string[],
): Work<ReadonlyMap<string, KnownOrder>> {
	const found = yield* rows<KnownOrder>(
		`SELECT id, channel_id, number, status, hold_reason, hub, mapped_status, revised_at, content_hash, body FROM orders
		WHERE store = ? AND channel_id IN {elements} ORDER BY id {forUpdate}`,
		store,
		elements(ids),
	);
	return new Map(found.map((row) => [row.channel_id, row]));
}

function* parkedRevisions(
	store: string,
	ids: readonly string[],
): Work<ReadonlyMap<string, string | null>> {
	const found = yield* rows<{ channel_id: string; revised_at: string | null }>(
		'SELECT channel_id, revised_at FROM parked WHERE store = ? AND channel_id IN {elements}',
		store,
		elements(ids),
	);
	return new Map(found.map((row) => [row.channel_id, row.revised_at]));
}

const outcome = (id: string | null, ended: Outcome, reason: string | null): RecordOutcome => ({
	id,
	outcome: ended,
	reason,
});

const countsOf = (outcomes: readonly RecordOutcome[]): Record<Outcome, number> => {
	const counts = { created: 0, updated: 0, unchanged: 0, parked: 0, exception: 0 };
	for (const one of outcomes) counts[one.outcome]++;
	return counts;
};
