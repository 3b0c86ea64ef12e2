import { refused } from '../domain/failure';
import { instant, type Instant } from '../domain/instant';
import { shown } from '../domain/sku';
import { storeOf } from './lookups';
import type { Store, SyncBegun, SyncEnded, SyncFailure, SyncKind, SyncRun } from './shapes';
import { first, run, type Work } from './statement';

/** Renewed by every page; no call to a channel may take longer. */
export const leaseMs = 60_000;

/** A schedule that ticks once a minute is never quite punctual; a sync due within this is due. */
const punctualMs = 5_000;
const longestBackOffMs = 30 * 60_000;

interface SyncRow {
	now: number;
	fence: number;
	run_id: number | null;
	lease_until: number | null;
	watermark: string | null;
	position: string | null;
	due_at: number;
	failures: number;
}

/** Starts a run when order sync is on, the interval has passed and nobody holds the lease. A dead run is taken over at once. */
export function* beginSync(code: string, kind: SyncKind): Work<SyncBegun> {
	const store = yield* storeOf(code);
	if (!store.settings.orderSync) {
		return { answer: 'off', store: code, why: 'Order Sync is switched off in the store settings.' };
	}
	const sync = yield* syncOf(code, kind);
	const alive = sync.run_id !== null && (sync.lease_until ?? 0) > sync.now;
	if (alive) {
		const leaseUntil = instant(sync.lease_until ?? sync.now);
		return {
			answer: 'running',
			store: code,
			why: 'Another execution syncs this store.',
			leaseUntil,
		};
	}
	if (sync.run_id === null && sync.due_at > sync.now) {
		const dueAt = instant(sync.due_at);
		return {
			answer: 'notDue',
			store: code,
			why: `The interval has not passed; due ${dueAt}.`,
			dueAt,
		};
	}
	if (sync.run_id !== null) yield* closeRun(sync.run_id, 'lost');
	return { answer: 'run', run: yield* openRun(store, kind, sync) };
}

function* openRun(store: Store, kind: SyncKind, sync: SyncRow): Work<SyncRun> {
	const fence = sync.fence + 1;
	const opened = yield* first<{ id: number }>(
		`INSERT INTO sync_runs (store, kind, fence, settings_version, state, started_at)
		VALUES (?, ?, ?, ?, 'running', {now}) RETURNING id`,
		store.code,
		kind,
		fence,
		store.version,
	);
	const id = opened?.id ?? 0;
	yield* run(
		'UPDATE syncs SET fence = ?, run_id = ?, lease_until = {now} + ? WHERE store = ? AND kind = ?',
		fence,
		id,
		leaseMs,
		store.code,
		kind,
	);
	return {
		id,
		store: store.code,
		channel: store.channel,
		account: store.account,
		kind,
		fence,
		settingsVersion: store.version,
		connectedAt: store.connectedAt,
		watermark: sync.watermark,
		overlapMinutes: store.settings.overlapMinutes,
		position: sync.position,
		pages: 0,
		pagesPerExecution: store.settings.pagesPerExecution,
	};
}

/** Takes a run on in a fresh execution; when another has taken it over meanwhile, says so. */
export function* continueSync(held: SyncRun): Work<SyncBegun> {
	const sync = yield* syncOf(held.store, held.kind);
	if (sync.fence !== held.fence || sync.run_id === null) {
		const leaseUntil = instant(sync.lease_until ?? sync.now);
		return {
			answer: 'running',
			store: held.store,
			why: 'Another execution has taken this run over.',
			leaseUntil,
		};
	}
	yield* holdRun(held);
	return {
		answer: 'run',
		run: { ...held, position: sync.position, watermark: sync.watermark, pages: 0 },
	};
}

/** Refuses a run that lost its lease, and renews the lease of one that has it. */
export function* holdRun({ store, kind, fence }: SyncRun): Work<void> {
	const sync = yield* syncOf(store, kind);
	if (sync.fence !== fence || sync.run_id === null || (sync.lease_until ?? 0) <= sync.now) {
		throw refused(
			`Sync run ${fence} of store ${shown(store)} has lost its lease, so nothing of it was stored. The next run repeats the work.`,
		);
	}
	yield* run(
		'UPDATE syncs SET lease_until = {now} + ? WHERE store = ? AND kind = ?',
		leaseMs,
		store,
		kind,
	);
}

/** Moves the cursor; belongs into the transaction that stored the page. */
export function* moveCursor(
	{ store, kind }: SyncRun,
	next: string | null,
	watermark: Instant,
): Work<void> {
	yield* run(
		'UPDATE syncs SET position = ?, watermark = COALESCE(?, watermark) WHERE store = ? AND kind = ?',
		next,
		next === null ? watermark : null,
		store,
		kind,
	);
}

/** Closes the run when the walk is over, otherwise says where to go on. */
export function* endSync(held: SyncRun, next: string | null): Work<SyncEnded> {
	yield* holdRun(held);
	if (next !== null) {
		return {
			answer: 'continue',
			here: held.pages < held.pagesPerExecution,
			run: { ...held, position: next },
		};
	}
	const { settings } = yield* storeOf(held.store);
	yield* closeRun(held.id, 'done');
	yield* run(
		`UPDATE syncs SET run_id = NULL, lease_until = NULL, failures = 0, last_failure = NULL, last_ended_at = {now},
			due_at = (SELECT started_at FROM sync_runs WHERE id = ?) + ? WHERE store = ? AND kind = ?`,
		held.id,
		settings.intervalMinutes * 60_000 - punctualMs,
		held.store,
		held.kind,
	);
	return { answer: 'done', run: { ...held, position: null } };
}

/** Closes the run as failed. Each failure in a row doubles the wait, from the store's interval up to half an hour. */
export function* failSync(held: SyncRun, failure: SyncFailure): Work<{ dueAt: Instant }> {
	yield* holdRun(held);
	const sync = yield* syncOf(held.store, held.kind);
	const { settings } = yield* storeOf(held.store);
	const interval = settings.intervalMinutes * 60_000;
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

function* closeRun(id: number, state: 'done' | 'failed' | 'lost'): Work<void> {
	yield* run('UPDATE sync_runs SET state = ?, ended_at = {now} WHERE id = ?', state, id);
}

function* syncOf(store: string, kind: SyncKind): Work<SyncRow> {
	const select = `SELECT {now} AS now, fence, run_id, lease_until, watermark, position, due_at, failures
		FROM syncs WHERE store = ? AND kind = ? {forUpdate}`;
	const row = yield* first<SyncRow>(select, store, kind);
	if (row !== undefined) return row;
	yield* run(
		'INSERT INTO syncs (store, kind, fence, due_at, failures) VALUES (?, ?, 0, 0, 0) ON CONFLICT DO NOTHING',
		store,
		kind,
	);
	return (yield* first<SyncRow>(select, store, kind)) as SyncRow;
}
