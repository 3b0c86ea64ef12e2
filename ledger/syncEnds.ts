import { instant, type Instant } from '../domain/instant';
import { busyDueAt, longestRestMs, type Walk } from './pace';
import { holdRun, syncOf } from './lease';
import { storeOf } from './lookups';
import type { SyncEnded, SyncFailure, SyncKind, SyncRemarks, SyncRun } from './syncShapes';
import { first, run, type Work } from './statement';
import { kindsOfSync } from './syncKinds';

/** A schedule that ticks once a minute is never quite punctual; a sync due within this is due. */
const punctualMs = 5_000;
const minuteMs = 60_000;
const longestBackOffMs = 30 * 60_000;
const longestWaitMs = 10 * 60_000;
const halfDayMs = 12 * 60 * 60_000;

/**
 * Closes the run when the walk is over, otherwise says where to go on; a walk that has to wait goes on with another run. A notice that
 * came on the way makes it due again at once.
 */
export function* endSync(
	held: SyncRun,
	next: string | null,
	{ waitMs, remark }: SyncRemarks = {},
): Work<SyncEnded> {
	yield* holdRun(held);
	const waits = next !== null && waitMs !== undefined;
	const here = held.pages < held.pagesPerExecution;
	if (next !== null && !waits && (here || !kindsOfSync[held.kind].isUnhurried)) {
		return { answer: 'continue', here, run: { ...held, position: next } };
	}
	let againInMs: number | undefined;
	if (waits) yield* pause(held, waitMs);
	else if (next !== null) yield* rest(held);
	else againInMs = yield* finish(held);
	yield* run(
		`UPDATE syncs SET run_id = NULL, lease_until = NULL, failures = 0, last_failure = ?, last_ended_at = {now}
		WHERE store = ? AND kind = ?`,
		remark ?? null,
		held.store,
		held.kind,
	);
	return { answer: 'done', run: { ...held, position: next }, againInMs };
}

function* pause({ id, store, kind }: SyncRun, waitMs: number): Work<void> {
	yield* closeRun(id, 'paused');
	yield* run(
		'UPDATE syncs SET due_at = {now} + ? WHERE store = ? AND kind = ?',
		Math.max(0, Math.min(waitMs, longestWaitMs) - punctualMs),
		store,
		kind,
	);
}

/** SQL, of a run `r`: when its walk began, which is after the last run `e` before it of which `ended` is true. */
export const walkBegan = (
	ended: string,
) => `(SELECT MIN(w.started_at) FROM sync_runs w WHERE w.store = r.store AND w.kind = r.kind
	AND w.id > COALESCE((SELECT MAX(e.id) FROM sync_runs e WHERE e.store = r.store AND e.kind = r.kind
		AND e.id < r.id AND ${ended}), 0))`;

/** A walk without hurry goes on after its interval; one that would take longer than a day goes on as soon as it can. */
function* rest(held: SyncRun): Work<void> {
	const { id, store, kind } = held;
	yield* closeRun(id, 'paused');
	yield* run(
		`UPDATE syncs SET due_at = (SELECT CASE WHEN {now} - ${walkBegan("e.state = 'done'")} >= ? THEN {now}
			ELSE r.started_at + ? END FROM sync_runs r WHERE r.id = ?) WHERE store = ? AND kind = ?`,
		halfDayMs,
		(yield* intervalOf(held)) - punctualMs,
		id,
		store,
		kind,
	);
}

/** The interval counts from the start of the walk, waits included. Answers in how many ms the next one is due where that is sooner. */
function* finish(held: SyncRun): Work<number | undefined> {
	const { id, store, kind } = held;
	yield* closeRun(id, 'done');
	const walk = (yield* first<Walk & { due_at: number; started_at: number }>(
		`SELECT {now} AS now, s.due_at, r.started_at, ${walkBegan("e.state <> 'paused'")} AS began
		FROM sync_runs r JOIN syncs s ON s.store = r.store AND s.kind = r.kind WHERE r.id = ?`,
		id,
	)) as Walk & { due_at: number; started_at: number };
	if (walk.due_at > walk.started_at) return undefined;
	const latest = walk.began + (yield* intervalOf(held)) - punctualMs;
	const busy = yield* busyDueAt(held, walk);
	const wanted = Math.min(latest, busy?.wanted ?? latest);
	// Nobody waits that long. A schedule of a minute may tick just before it, and then not before the interval is over: so it is due by then.
	const isTick =
		busy !== null && wanted - walk.now > longestRestMs && wanted - walk.began < minuteMs;
	const dueAt = isTick ? Math.min(wanted, busy.soonest) : wanted;
	yield* run('UPDATE syncs SET due_at = ? WHERE store = ? AND kind = ?', dueAt, store, kind);
	return wanted < latest ? wanted - walk.now : undefined;
}

/**
 * Closes the run as failed. Each failure in a row doubles the wait, from the kind's interval up to half an hour. Where there were
 * too many calls, the time that was asked for is enough.
 */
export function* failSync(held: SyncRun, failure: SyncFailure): Work<{ dueAt: Instant }> {
	yield* holdRun(held);
	const sync = yield* syncOf(held.store, held.kind);
	const { kind, retryAfterMs } = failure;
	const isTimeSaid = kind === 'rateLimited' && retryAfterMs !== null;
	const backOff = isTimeSaid ? 0 : backOffOf(yield* intervalOf(held), sync.failures);
	const dueAt = sync.now + Math.max(backOff, retryAfterMs ?? 0);
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

const backOffOf = (interval: number, failures: number) =>
	Math.max(interval, Math.min(interval * 2 ** failures, longestBackOffMs)) - punctualMs;

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

function* closeRun(id: number, state: 'done' | 'paused' | 'failed' | 'lost'): Work<void> {
	yield* run('UPDATE sync_runs SET state = ?, ended_at = {now} WHERE id = ?', state, id);
}
