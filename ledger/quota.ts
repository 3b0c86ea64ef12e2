import { openFor, recentCalls, roomAt, withEnded } from '../domain/quota';
import type { Quota, Turn } from '../domain/quota';
import { first, run, type Work } from './statement';

interface QuotaRow {
	now: number;
	calls: string;
	took: string;
	paused_until: number;
	failures: number;
	urgent_until: number;
}

/** A caller never wakes up on the dot: for so long past its turn an urgent one still goes first. */
const wakingMs = 100;
const failuresToBreak = 6;
const firstBreakMs = 15_000;
const longestBreakMs = 30 * 60_000;

/**
 * Takes one call out of a sliding window; answers how long to wait before asking again, 0 when the call may go. An urgent caller
 * that has to wait leaves a mark, and until it had its turn no other call goes; the mark runs out by itself.
 */
export function* takeQuota(key: string, quota: Quota, isUrgent = false): Work<Turn> {
	const row = yield* quotaRow(key);
	const recent = recentCalls(JSON.parse(row.calls) as number[], quota, row.now);
	const freeAt = Math.max(row.paused_until, roomAt(recent, quota));
	const at = Math.max(row.now, freeAt, isUrgent ? 0 : row.urgent_until);
	if (at === row.now) {
		const counted = row.now + openFor(quota);
		yield* run(
			'UPDATE quotas SET calls = ? WHERE key = ?',
			JSON.stringify([...recent, counted]),
			key,
		);
		return { waitMs: 0, at: counted };
	}
	if (isUrgent && at + wakingMs > row.urgent_until) {
		yield* run('UPDATE quotas SET urgent_until = ? WHERE key = ?', at + wakingMs, key);
	}
	return { waitMs: at - row.now, at };
}

/** Counts the call of that turn from when it may have arrived at the latest, now that it has ended. */
export function* endCall(key: string, quota: Quota, turn: number): Work<void> {
	const { now, ...row } = yield* quotaRow(key);
	const { calls, took } = withEnded(
		{ calls: JSON.parse(row.calls) as number[], took: JSON.parse(row.took) as number[] },
		...([quota, turn, now] as const),
	);
	yield* run(
		'UPDATE quotas SET calls = ?, took = ? WHERE key = ?',
		JSON.stringify(calls),
		JSON.stringify(took),
		key,
	);
}

export function* pauseQuota(key: string, ms: number): Work<void> {
	const { now, paused_until } = yield* quotaRow(key);
	yield* run(
		'UPDATE quotas SET paused_until = ? WHERE key = ?',
		Math.max(paused_until, now + Math.ceil(ms)),
		key,
	);
}

/** A row of refusals pauses the key, longer each time: channels ban accounts whose calls mostly fail. */
export function* reportCall(key: string, ok: boolean): Work<void> {
	const { now, failures, paused_until } = yield* quotaRow(key);
	if (ok) {
		if (failures > 0) yield* run('UPDATE quotas SET failures = 0 WHERE key = ?', key);
		return;
	}
	const over = failures + 1 - failuresToBreak;
	const breakMs = over < 0 ? 0 : Math.min(firstBreakMs * 2 ** over, longestBreakMs);
	yield* run(
		'UPDATE quotas SET failures = ?, paused_until = ? WHERE key = ?',
		failures + 1,
		Math.max(paused_until, now + breakMs),
		key,
	);
}

function* quotaRow(key: string): Work<QuotaRow> {
	const select =
		'SELECT {now} AS now, calls, took, paused_until, failures, urgent_until FROM quotas WHERE key = ? {forUpdate}';
	const row = yield* first<QuotaRow>(select, key);
	if (row !== undefined) return row;
	yield* run(
		"INSERT INTO quotas (key, calls, paused_until, failures) VALUES (?, '[]', 0, 0) ON CONFLICT DO NOTHING",
		key,
	);
	return (yield* first<QuotaRow>(select, key)) as QuotaRow;
}
