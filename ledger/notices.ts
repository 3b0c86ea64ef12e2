import { storeOf } from './lookups';
import type { Notice } from './syncShapes';
import { each, rows, run, type Work } from './statement';

const daysKept = 7;

/**
 * Keeps what a webhook said, once however often it is delivered, and lets the syncs that it is about begin at once: it is a hint,
 * what is true is read from the system itself. A sync under way begins again when it has ended; one that failed keeps its wait.
 */
export function* receiveNotice(notice: Notice): Work<{ readonly isNew: boolean }> {
	const { source, id, topic, body, store, due } = notice;
	if (store !== null) yield* storeOf(store);
	const kept = yield* rows(
		`INSERT INTO notices (source, id, topic, body, at) VALUES (?, ?, ?, ?, {now})
		ON CONFLICT (source, id) DO NOTHING RETURNING id`,
		source,
		id,
		topic,
		body,
	);
	if (kept.length === 0) return { isNew: false };
	yield* run('DELETE FROM notices WHERE at < {now} - ?', daysKept * 24 * 3_600_000);
	if (store === null) return { isNew: true };
	yield* each(
		`INSERT INTO syncs (store, kind, fence, due_at, failures) VALUES (?, ?, 0, {now}, 0)
		ON CONFLICT (store, kind) DO UPDATE SET due_at = excluded.due_at WHERE syncs.failures = 0`,
		[...new Set(due)].sort().map((kind) => [store, kind]),
	);
	return { isNew: true };
}
