import { intake } from '../domain/intake';
import type { MappedOrder, Order, OrderUnits, Unreadable } from '../domain/order';
import { orderFault } from '../domain/orderFault';
import { answerAsked } from './askedOrders';
import { recall } from './bringingBack';
import { channelCopy } from './channelCopy';
import { contentHash } from './contentHash';
import { changedUnits, countedThere, thereOf } from './countedThere';
import { createOrders, type NewOrder } from './creating';
import { dismissedOf, raise, resolve } from './exceptions';
import { holdBack, letGo } from './holdingBack';
import { storeOf } from './lookups';
import { park, unpark, type Parking } from './parking';
import { remember, type Memory } from './remembering';
import { isOlder, newestOfEach } from './revisions';
import type { Store } from './storeShapes';
import type { Outcome, PageStored, RecordOutcome, SyncPage } from './syncShapes';
import { run, type Work } from './statement';
import { settle } from './settling';
import { holdRun, moveCursor } from './lease';
import { takeTurn } from './turn';
import { rerouteEdited, updateOrder } from './updating';

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

/** What is to be written once every record of the page was looked at. */
interface Take {
	readonly outcomes: RecordOutcome[];
	readonly fresh: NewOrder[];
	readonly parkings: Parking[];
	/** Orders that nothing is reserved for, although they will be shipped once somebody has seen to them. */
	readonly unreserved: MappedOrder[];
	readonly edited: number[];
	/** Orders, as they are and as they were, of which the channel may have counted units by itself. */
	readonly counted: OrderUnits[];
	/** SKUs whose stock changed. */
	readonly touched: string[];
}

/** Stores orders without a sync. Each ends as created, updated, unchanged, parked or exception, with the reason. */
export function* importRecords(
	store: Store,
	orders: readonly MappedOrder[],
): Work<readonly RecordOutcome[]> {
	yield* takeTurn([store.settings.seller]);
	const { newest, repeated } = newestOfEach(orders);
	const away = yield* recall(store.code, newest);
	const memory = yield* remember(
		store.code,
		newest.map(({ id }) => id),
	);
	const take: Take = {
		outcomes: [],
		fresh: [],
		parkings: [],
		unreserved: [],
		edited: [],
		counted: [],
		touched: [],
	};
	for (const order of newest) {
		take.outcomes.push(
			away.has(order.id)
				? outcome(order.id, 'unchanged', 'it is archived as it is')
				: yield* takeIn(store, memory, order, take),
		);
	}
	yield* park(store, take.parkings);
	take.touched.push(...(yield* createOrders(store, take.fresh)));
	take.touched.push(...(yield* rerouteEdited(store.code, take.edited)));
	yield* countedThere(store, [...take.counted, ...take.fresh.map(({ order }) => order)]);
	yield* settle(store.settings.seller, take.touched);
	yield* clear(store, take, memory);
	const older = repeated.map((id) => outcome(id, 'unchanged', 'the page holds a newer revision'));
	return [...take.outcomes, ...older];
}

function* takeIn(
	store: Store,
	{ known, parkedAt }: Memory,
	order: MappedOrder,
	take: Take,
): Work<RecordOutcome> {
	const fault = orderFault(order);
	const existing = known.get(order.id);
	if (fault !== null) {
		if (existing === undefined) take.unreserved.push(order);
		return yield* exceptUnreadable(
			store,
			order.id,
			`Order ${order.number}: ${fault}.`,
			channelCopy(order),
		);
	}
	if (existing !== undefined) {
		const updated = yield* updateOrder(store, existing, order);
		if (updated.edited) take.edited.push(existing.id);
		take.touched.push(...updated.touched);
		if (updated.outcome.outcome !== 'unchanged') {
			const had = JSON.parse(existing.body) as Order;
			if (changedUnits(existing, had, order)) take.counted.push(order, thereOf(had));
		}
		return updated.outcome;
	}
	if (isOlder(order, parkedAt.get(order.id))) {
		return outcome(order.id, 'unchanged', 'a newer revision is parked');
	}
	const fate = intake(order, store.settings, store.connectedAt);
	if (fate.do !== 'create') take.unreserved.push(order);
	if (fate.do === 'except') return yield* exceptUnknownLocation(store, order, fate);
	if (fate.do === 'park') {
		take.parkings.push({ order, reason: fate.reason, detail: fate.detail });
		return outcome(order.id, 'parked', fate.detail);
	}
	take.fresh.push({ order, status: fate.status, forcedHub: fate.forcedHub });
	return outcome(order.id, 'created', null);
}

/** What an older exception said of an order that came in well is no longer so, nor what it held back. */
function* clear(store: Store, take: Take, { parkedAt }: Memory): Work<void> {
	const ended = (...wanted: readonly Outcome[]) =>
		take.outcomes.flatMap(({ id, outcome: one }) =>
			id !== null && wanted.includes(one) ? [id] : [],
		);
	yield* letGo(store.code, ended('created', 'updated', 'parked', 'exception'));
	const dismissed = yield* dismissedOf(store.code, ended('exception'));
	yield* holdBack(
		store,
		take.unreserved.filter(({ id }) => !dismissed.has(id)),
	);
	const unparked = ended('created').filter((id) => parkedAt.has(id));
	if (unparked.length > 0) yield* unpark(store.code, unparked);
	yield* resolve(store.code, ['unreadable'], ended('created', 'updated', 'unchanged', 'parked'));
	yield* resolve(store.code, ['unknown_location'], ended('created', 'parked'));
	yield* resolve(store.code, ['order_edited'], ended('updated'));
	yield* answerAsked(
		store.code,
		take.outcomes.flatMap(({ id }) => id ?? []),
	);
}

function* exceptUnknownLocation(
	store: Store,
	order: MappedOrder,
	{ cause, advice }: { cause: string; advice: string },
): Work<RecordOutcome> {
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
	return outcome(order.id, 'exception', cause);
}

function* exceptUnreadable(
	store: Store,
	id: string | null,
	cause: string,
	payload: unknown,
): Work<RecordOutcome> {
	yield* raise({
		store: store.code,
		kind: 'unreadable',
		reference: id ?? contentHash(payload),
		cause,
		advice:
			'Correct the order on the channel: the next change there brings it in. Or dismiss the exception.',
		settingsVersion: store.version,
		payload,
	});
	return outcome(id, 'exception', cause);
}

function* importUnreadable(
	store: Store,
	records: readonly Unreadable[],
): Work<readonly RecordOutcome[]> {
	const outcomes: RecordOutcome[] = [];
	for (const { id, reason, raw } of records) {
		outcomes.push(yield* exceptUnreadable(store, id, reason, raw));
	}
	return outcomes;
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
