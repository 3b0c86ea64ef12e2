import { instant } from '../domain/instant';
import { listingCounts } from './listingRows';
import { storeOf } from './lookups';
import type { SyncKind, SyncSummary } from './syncShapes';
import { first, rows, type Work } from './statement';
import { unmatchedCount } from './unmatched';

interface Row {
	now: number;
	run_id: number | null;
	lease_until: number | null;
	watermark: string | null;
	due_at: number;
	last_ended_at: number | null;
	last_failure: string | null;
}

/** Where a sync stands and what the store's orders are doing. */
export function* syncSummary(store: string, kind: SyncKind): Work<SyncSummary> {
	yield* storeOf(store);
	const sync = yield* first<Row>(
		`SELECT {now} AS now, run_id, lease_until, watermark, due_at, last_ended_at, last_failure FROM syncs
		WHERE store = ? AND kind = ?`,
		store,
		kind,
	);
	const counted = yield* rows<{ status: string; orders: number }>(
		'SELECT status, orders FROM order_counts WHERE store = ? AND orders > 0 ORDER BY status',
		store,
	);
	const unmatched = yield* unmatchedCount(store);
	const running = sync !== undefined && sync.run_id !== null && (sync.lease_until ?? 0) > sync.now;
	return {
		store,
		kind,
		state: running ? 'running' : 'idle',
		watermark: sync?.watermark ?? null,
		dueAt: sync === undefined ? null : instant(sync.due_at),
		lastEndedAt: sync?.last_ended_at == null ? null : instant(sync.last_ended_at),
		lastError: sync?.last_failure ?? null,
		parked: yield* countOf('SELECT COUNT(*) AS n FROM parked WHERE store = ?', store),
		openExceptions: yield* countOf(
			"SELECT COUNT(*) AS n FROM exceptions WHERE store = ? AND state = 'open'",
			store,
		),
		listings: { ...(yield* listingCounts(store)), ...(unmatched !== null && { unmatched }) },
		orders: Object.fromEntries(counted.map(({ status, orders }) => [status, orders])),
	};
}

function* countOf(sql: string, store: string): Work<number> {
	return (yield* first<{ n: number }>(sql, store))?.n ?? 0;
}
