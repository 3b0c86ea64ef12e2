import type { Quota } from '../domain/quota';
import { first, run, type Work } from './statement';

interface QuotaRow {
	now: number;
	calls: string;
	paused_until: number;
	failures: number;
}

/** Calls travel: what leaves evenly may arrive closer together, so the window is kept a little wider. */
const travelMs = 250;
const failuresToBreak = 6;
const firstBreakMs = 15_000;
const longestBreakMs = 30 * 60_000;

/** Takes one call out of a sliding window; answers how long to wait before asking again, 0 when the call may go. */
export function* takeQuota(key: string, { calls, perMs }: Quota): Work<{ waitMs: number }> {
	const row = yield* quotaRow(key);
	if (row.paused_until > row.now) return { waitMs: row.paused_until - row.now };
	const window = perMs + travelMs;
	const recent = (JSON.parse(row.calls) as number[]).filter(
		(at) => at > row.now - window && at <= row.now,
	);
	const oldest = recent[recent.length - calls];
	if (oldest !== undefined) return { waitMs: oldest + window - row.now };
	yield* run(
		'UPDATE quotas SET calls = ? WHERE key = ?',
		JSON.stringify([...recent, row.now]),
		key,
	);
	return { waitMs: 0 };
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
		'SELECT {now} AS now, calls, paused_until, failures FROM quotas WHERE key = ? {forUpdate}';
	const row = yield* first<QuotaRow>(select, key);
	if (row !== undefined) return row;
	yield* run(
		"INSERT INTO quotas (key, calls, paused_until, failures) VALUES (?, '[]', 0, 0) ON CONFLICT DO NOTHING",
		key,
	);
	return (yield* first<QuotaRow>(select, key)) as QuotaRow;
}
