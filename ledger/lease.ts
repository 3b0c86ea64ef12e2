import { refused } from '../domain/failure';
import type { Instant } from '../domain/instant';
import { shown } from '../domain/sku';
import type { SyncKind, SyncRun } from './syncShapes';
import { first, run, type Work } from './statement';

/** Renewed by every page; no call to a channel may take longer. */
export const leaseMs = 60_000;

export interface SyncRow {
	readonly now: number;
	readonly fence: number;
	readonly run_id: number | null;
	readonly lease_until: number | null;
	readonly watermark: string | null;
	readonly position: string | null;
	readonly due_at: number;
	readonly failures: number;
}

/** Where the sync stands, locked. */
export function* syncOf(store: string, kind: SyncKind): Work<SyncRow> {
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

/** Refuses a run that lost its lease, and renews the lease of one that has it. */
export function* holdRun(held: SyncRun): Work<void> {
	yield* heldSince(held);
}

/** As `holdRun`; answers when the run was held before, by the database's clock. */
export function* heldSince({ store, kind, fence }: SyncRun): Work<number> {
	const sync = yield* syncOf(store, kind);
	const leaseUntil = sync.lease_until ?? 0;
	if (sync.fence !== fence || sync.run_id === null || leaseUntil <= sync.now) {
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
	return leaseUntil - leaseMs;
}

/** Moves the cursor; belongs into the transaction that stored the page. Stock has no watermark. */
export function* moveCursor(
	{ store, kind }: SyncRun,
	next: string | null,
	watermark: Instant | null,
): Work<void> {
	yield* run(
		'UPDATE syncs SET position = ?, watermark = COALESCE(?, watermark) WHERE store = ? AND kind = ?',
		next,
		next === null ? watermark : null,
		store,
		kind,
	);
}
