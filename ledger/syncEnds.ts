import { instant, type Instant } from '../domain/instant';
import { holdRun, syncOf } from './lease';
import { storeOf } from './lookups';
import type { SyncEnded, SyncFailure, SyncKind, SyncRun } from './syncShapes';
import { run, type Work } from './statement';
import { kindsOfSync } from './syncKinds';

/** A schedule that ticks once a minute is never quite punctual; a sync due within this is due. */
const punctualMs = 5_000;
const longestBackOffMs = 30 * 60_000;

/** Closes the run when the walk is over, otherwise says where to go on. A notice that came on the way makes it due again at once. */
export function* endSync(held: SyncRun, next: string | null): Work<SyncEnded> {
	yield* holdRun(held);
	const here = held.pages < held.pagesPerExecution;
	if (next !== null && (here || !kindsOfSync[held.kind].isUnhurried)) {
		return { answer: 'continue', here, run: { ...held, position: next } };
	}
	yield* closeRun(held.id, 'done');
	yield* run(
		`UPDATE syncs SET run_id = NULL, lease_until = NULL, failures = 0, last_failure = NULL, last_ended_at = {now},
			due_at = (SELECT CASE WHEN syncs.due_at > r.started_at THEN syncs.due_at ELSE r.started_at + ? END
				FROM sync_runs r WHERE r.id = ?) WHERE store = ? AND kind = ?`,
		(yield* intervalOf(held)) - punctualMs,
		held.id,
		held.store,
		held.kind,
	);
	return { answer: 'done', run: { ...held, position: next } };
}

/** Closes the run as failed. Each failure in a row doubles the wait, from the kind's interval up to half an hour. */
export function* failSync(held: SyncRun, failure: SyncFailure): Work<{ dueAt: Instant }> {
	yield* holdRun(held);
	const sync = yield* syncOf(held.store, held.kind);
	const interval = yield* intervalOf(held);
	const backOff =
		Math.max(interval, Math.min(interval * 2 ** sync.failures, longestBackOffMs)) - punctualMs;
	const dueAt = sync.now + Math.max(backOff, failure.retryAfterMs ?? 0);
	yield* closeRun(held.id, 'failed');
	yield* run(
		`UPDATE syncs SET run_id = NULL, lease_until = NULL, failures = failures + 1, last_failure = ?, last_ended_at = {now},
			due_at = ? WHERE store = ? AND kind = ?`,
		failure.message,
		dueAt,
		held.store,
		held.kind,
	);
	return { dueAt: instant(dueAt) };
}

/** Closes a run whose lease lapsed: a node on the way failed, or n8n stopped. Nothing else would tell a person. */
export function* loseRun(store: string, kind: SyncKind, id: number): Work<void> {
	yield* closeRun(id, 'lost');
	yield* run(
		'UPDATE syncs SET last_failure = ? WHERE store = ? AND kind = ?',
		`Run ${id} stopped without an end and was taken over. Look for the failed execution in n8n: the node that stopped there says why.`,
		store,
		kind,
	);
}

function* intervalOf({ store, kind }: SyncRun): Work<number> {
	const { settings } = yield* storeOf(store);
	return kindsOfSync[kind].everyMinutes(settings) * 60_000;
}

function* closeRun(id: number, state: 'done' | 'failed' | 'lost'): Work<void> {
	yield* run('UPDATE sync_runs SET state = ?, ended_at = {now} WHERE id = ?', state, id);
}
