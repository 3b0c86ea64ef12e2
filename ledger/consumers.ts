import { refused } from '../domain/failure';
import { matching } from './eventRows';
import type { EventFilter } from './eventShapes';
import { first, run, type Work } from './statement';

/** A transaction that began before another may show its events after it, so events this young are looked through again. */
const settledMs = 10 * 60_000;

/** Events that one transaction looks through at most. */
const stretch = 2_000;

/** Up to where everything is delivered; the consumer is locked until the transaction ends. A new one begins with the newest event. */
export function* afterEvent(consumer: string): Work<number> {
	if (consumer.trim() === '') {
		throw refused('The consumer of the events has no name. Give it one that stays the same.');
	}
	const select = 'SELECT after_event FROM consumers WHERE name = ? {forUpdate}';
	const known = yield* first<{ after_event: number }>(select, consumer);
	if (known !== undefined) return known.after_event;
	yield* run(
		`INSERT INTO consumers (name, after_event) SELECT ?, COALESCE(MAX(id), 0) FROM events WHERE 1 = 1
		ON CONFLICT DO NOTHING`,
		consumer,
	);
	return (yield* first<{ after_event: number }>(select, consumer))?.after_event ?? 0;
}

/** Events to look through, beyond `from`. */
export interface Stretch {
	readonly last: number;
	/** Whether there are more behind it. */
	readonly hasNext: boolean;
}

/** Null when there is none. */
export function* stretchFrom(from: number): Work<Stretch | null> {
	const found = yield* first<{ last: number | null; seen: number }>(
		`SELECT MAX(id) AS last, COUNT(*) AS seen
		FROM (SELECT id FROM events WHERE id > ? ORDER BY id LIMIT ${stretch}) AS ahead`,
		from,
	);
	if (found === undefined || found.last === null) return null;
	return { last: found.last, hasNext: found.seen === stretch };
}

/** Leaves behind, at most to the end of the stretch, what is settled and done or does not match any more; answers the new place. */
export function* moveUp(
	consumer: string,
	after: number,
	{ last }: Stretch,
	filter: EventFilter,
): Work<number> {
	const wanted = matching(filter);
	const next = yield* first<{ id: number | null }>(
		`SELECT MIN(e.id) AS id FROM events e WHERE e.id > ? AND e.id <= ? AND (e.at > {now} - ${settledMs}
			OR (${wanted.sql} AND NOT EXISTS (SELECT 1 FROM deliveries d
				WHERE d.consumer = ? AND d.event_id = e.id AND d.state = 'done')))`,
		after,
		last,
		...wanted.values,
		consumer,
	);
	const to = next?.id == null ? last : next.id - 1;
	if (to <= after) return after;
	yield* run('UPDATE consumers SET after_event = ? WHERE name = ?', to, consumer);
	yield* run('DELETE FROM deliveries WHERE consumer = ? AND event_id <= ?', consumer, to);
	return to;
}
