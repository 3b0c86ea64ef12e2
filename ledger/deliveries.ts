import { afterEvent, moveUp, stretchFrom, type Stretch } from './consumers';
import { eventColumns, matching, toEvents, type EventRow } from './eventRows';
import { keep, raise } from './exceptions';
import { storeOf } from './lookups';
import type { DeliveredEvent, EventFilter } from './eventShapes';
import { each, elements, first, rows, run, type Work } from './statement';

/** An execution may be long. */
const leaseMs = 5 * 60_000;
const mostDeliveries = 5;

interface DueRow extends EventRow {
	/** How often it was delivered before. */
	readonly attempts: number;
}

export interface EventsClaimed {
	readonly events: readonly DeliveredEvent[];
	/** Where to look on when these are none; null at the newest event. */
	readonly next: number | null;
}

/**
 * Hands out events under a lease, in the order in which they happened, out of one stretch behind `from` or the consumer's
 * place. Undelivered is what lies behind that place and is not done.
 */
export function* claimEvents(
	consumer: string,
	filter: EventFilter,
	from: number | null,
): Work<EventsClaimed> {
	const after = yield* afterEvent(consumer);
	const start = Math.max(from ?? after, after);
	const ahead = filter.limit > 0 ? yield* stretchFrom(start) : null;
	if (ahead === null) return { events: [], next: null };
	const begin = start === after ? yield* moveUp(consumer, after, ahead, filter) : start;
	const due = yield* dueEvents(consumer, begin, ahead, filter);
	for (const row of due.filter(isWorn)) yield* giveUp(consumer, row);
	const events = due.filter((row) => !isWorn(row));
	yield* each(
		`INSERT INTO deliveries (consumer, event_id, state, attempts, lease_until) VALUES (?, ?, 'claimed', 1, {now} + ${leaseMs})
		ON CONFLICT (consumer, event_id) DO UPDATE SET attempts = deliveries.attempts + 1, lease_until = excluded.lease_until`,
		events.map(({ id }) => [consumer, id]),
	);
	return {
		events: yield* toEvents(events, ({ attempts }) => attempts + 1),
		next: ahead.hasNext ? ahead.last : null,
	};
}

const isWorn = ({ attempts }: DueRow) => attempts >= mostDeliveries;

function dueEvents(
	consumer: string,
	begin: number,
	{ last }: Stretch,
	filter: EventFilter,
): Work<readonly DueRow[]> {
	const wanted = matching(filter);
	return rows<DueRow>(
		`SELECT ${eventColumns}, COALESCE(d.attempts, 0) AS attempts FROM events e
		LEFT JOIN deliveries d ON d.consumer = ? AND d.event_id = e.id LEFT JOIN orders o ON o.id = e.order_id
		WHERE e.id > ? AND e.id <= ? AND ${wanted.sql}
			AND (d.event_id IS NULL OR (d.state = 'claimed' AND d.lease_until <= {now}))
		ORDER BY e.id LIMIT ?`,
		consumer,
		begin,
		last,
		...wanted.values,
		filter.limit,
	);
}

/** What was done with the events is finished. */
export function* acknowledgeEvents(consumer: string, ids: readonly number[]): Work<void> {
	yield* afterEvent(consumer);
	yield* run(
		"UPDATE deliveries SET state = 'done' WHERE consumer = ? AND event_id IN {ids}",
		consumer,
		elements(ids),
	);
}

/** Gives them back, to be delivered again at once; too often makes an exception. */
export function* returnEvents(consumer: string, ids: readonly number[]): Work<void> {
	yield* afterEvent(consumer);
	yield* run(
		"UPDATE deliveries SET lease_until = 0 WHERE consumer = ? AND event_id IN {ids} AND state = 'claimed'",
		consumer,
		elements(ids),
	);
	const returned = yield* rows<DueRow>(
		`SELECT ${eventColumns}, d.attempts FROM deliveries d JOIN events e ON e.id = d.event_id
		LEFT JOIN orders o ON o.id = e.order_id
		WHERE d.consumer = ? AND d.event_id IN {ids} AND d.state = 'claimed' ORDER BY e.id`,
		consumer,
		elements(ids),
	);
	for (const row of returned.filter(isWorn)) yield* giveUp(consumer, row);
}

/** Nobody acknowledged it: it counts as done, and a person looks. That nobody took an exception is not told as another one. */
function* giveUp(consumer: string, row: DueRow): Work<void> {
	yield* run(
		"UPDATE deliveries SET state = 'done' WHERE consumer = ? AND event_id = ?",
		consumer,
		row.id,
	);
	const code = row.store ?? (yield* anyStore());
	if (code === null) return;
	const about = row.number === null ? (row.detail ?? '') : `order ${row.number}`;
	yield* (row.type === 'exception_raised' ? keep : raise)({
		store: code,
		kind: 'event_undelivered',
		reference: `${consumer} ${row.id}`,
		cause: `Event ${row.id} (${row.type}, ${about}) was delivered ${mostDeliveries} times to "${consumer}", and no execution of it ended well.`,
		advice:
			'See the failed executions of the workflow. Mend it, do for this event by hand what it should have done, then dismiss this.',
		settingsVersion: (yield* storeOf(code)).version,
		payload: { consumer, event: row.id, type: row.type, order: row.channel_id, detail: row.detail },
		...(row.order_id === null ? {} : { order: row.order_id }),
	});
}

/** For what concerns every store. */
function* anyStore(): Work<string | null> {
	const store = yield* first<{ code: string }>('SELECT code FROM stores ORDER BY code LIMIT 1');
	return store?.code ?? null;
}
