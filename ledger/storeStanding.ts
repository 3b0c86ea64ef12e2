import { instant } from '../domain/instant';
import { clock, figuresOf } from './glance';
import { storeOf } from './lookups';
import type { LastRun, StoreStanding, SyncStanding } from './overviewShapes';
import { glanceOf, standingColumns, stateOf, type StandingRow } from './standing';
import type { Store } from './storeShapes';
import { whyOff } from './sync';
import { whyOfOthers } from './syncKinds';
import { syncKinds, type SyncKind } from './syncShapes';
import { first, rows, type Work } from './statement';

/** One store with each of its syncs, and its last hours. */
export function* storeStanding(code: string, hours: number): Work<StoreStanding> {
	const now = yield* clock();
	const store = yield* storeOf(code);
	const { seller } = store.settings;
	const named = yield* first<{ name: string }>('SELECT name FROM sellers WHERE code = ?', seller);
	const figures = yield* figuresOf(now, hours, code);
	const waits = yield* first<{ since: number | null }>(
		"SELECT MIN(created_at) AS since FROM outbox WHERE store = ? AND state IN ('pending', 'claimed', 'waiting')",
		code,
	);
	return {
		now: instant(now),
		...{ code, channel: store.channel, account: store.account },
		...{ seller, sellerName: named?.name ?? seller },
		syncs: yield* standings(store, now),
		updatesSince: waits?.since == null ? null : instant(waits.since),
		...figures(code),
	};
}

function* standings(store: Store, now: number): Work<readonly SyncStanding[]> {
	const known = yield* rows<StandingRow>(
		`SELECT ${standingColumns} FROM syncs WHERE store = ?`,
		store.code,
	);
	const standing: SyncStanding[] = [];
	for (const kind of syncKinds.filter((one) => whyOfOthers(one, store.settings) === null)) {
		const row = known.find((one) => one.kind === kind);
		const why = yield* whyOff(store, kind);
		standing.push({
			...glanceOf(kind, row, stateOf(row, why !== null, now)),
			why,
			readUpTo: row?.watermark ?? null,
			lastRun: yield* lastRun(store.code, kind),
		});
	}
	return standing;
}

interface RunRow {
	readonly state: string;
	readonly started_at: number;
	readonly ended_at: number | null;
	readonly pages: number;
	readonly created: number;
	readonly updated: number;
	readonly unchanged: number;
	readonly parked: number;
	readonly skipped: number;
	readonly exceptions: number;
}

function* lastRun(store: string, kind: SyncKind): Work<LastRun | null> {
	const row = yield* first<RunRow>(
		`SELECT state, started_at, ended_at, pages, created, updated, unchanged, parked, skipped, exceptions
		FROM sync_runs WHERE store = ? AND kind = ? ORDER BY id DESC LIMIT 1`,
		store,
		kind,
	);
	if (row === undefined) return null;
	const { state, started_at, ended_at, pages, ...counts } = row;
	return {
		state,
		startedAt: instant(started_at),
		endedAt: ended_at === null ? null : instant(ended_at),
		pages,
		counts,
	};
}
