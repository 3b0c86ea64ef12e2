import { instant, type Instant } from '../domain/instant';
import { noLocation } from '../domain/store';
import { holdRun, leaseMs, syncOf, type SyncRow } from './lease';
import { storeOf } from './lookups';
import type { Store } from './storeShapes';
import type {
	SyncAsked,
	SyncBegun,
	SyncKind,
	SyncObstacle,
	SyncRequested,
	SyncRun,
} from './syncShapes';
import { first, run, type Work } from './statement';
import { whyIdle } from './priceChanges';
import { askedFor } from './askingForSync';
import { loseRun } from './syncEnds';
import { whySwitchedOff } from './standing';
import { kindsOfSync } from './syncKinds';

/**
 * Starts a run when the kind is on, its interval has passed or a person asks for it, and nobody holds the lease. A dead run is
 * taken over at once.
 */
export function* beginSync(
	code: string,
	kind: SyncKind,
	asked: SyncAsked | null = null,
): Work<SyncBegun> {
	const store = yield* storeOf(code);
	const off = yield* whyOff(store, kind);
	if (off !== null) return { answer: 'off', store: code, why: off };
	const sync = yield* syncOf(code, kind);
	if (isAlive(sync)) return running(code, sync);
	const early = asked === null ? null : yield* askedFor(code, kind, asked);
	if (early !== null) return early;
	if (asked === null && sync.run_id === null && sync.due_at > sync.now) {
		const dueAt = instant(sync.due_at);
		return {
			answer: 'notDue',
			store: code,
			why: `The interval has not passed; due ${dueAt}.`,
			dueAt,
		};
	}
	const idle = kind === 'prices' ? yield* whyIdle(code) : null;
	if (sync.run_id !== null) yield* loseRun(code, kind, sync.run_id);
	else if (idle !== null)
		return { answer: 'notDue', store: code, why: idle, dueAt: instant(sync.now) };
	const from = asked?.isFull === true ? { ...sync, position: null } : sync;
	return { answer: 'run', run: yield* openRun(store, kind, yield* walkOf(code, kind, from)) };
}

/** A person asks for a sync that another workflow does: it is due from now on. */
export function* requestSync(code: string, kind: SyncKind, asked: SyncAsked): Work<SyncRequested> {
	const store = yield* storeOf(code);
	const off = yield* whyOff(store, kind);
	if (off !== null) return { answer: 'off', store: code, why: off };
	const sync = yield* syncOf(code, kind);
	if (isAlive(sync)) return running(code, sync);
	return (yield* askedFor(code, kind, asked)) ?? { answer: 'asked', store: code, kind };
}

const isAlive = ({ run_id, lease_until, now }: SyncRow) =>
	run_id !== null && (lease_until ?? 0) > now;

const running = (store: string, { lease_until, now }: SyncRow): SyncObstacle => ({
	answer: 'running',
	store,
	why: 'Another execution syncs this store.',
	leaseUntil: instant(lease_until ?? now),
});

/** Why no sync of the kind begins at the store, or null where one may. */
export function* whyOff({ code, settings }: Store, kind: SyncKind): Work<string | null> {
	const off = whySwitchedOff(kind, settings);
	if (off !== null) return off;
	if (kind === 'reconcile' && (yield* watermarkOfOrders(code)) === null) {
		return 'Order Sync has not come to its end once, so there is nothing to compare yet.';
	}
	return null;
}

function* watermarkOfOrders(store: string): Work<Instant | null> {
	const orders = yield* first<{ watermark: string | null }>(
		"SELECT watermark FROM syncs WHERE store = ? AND kind = 'orders'",
		store,
	);
	return orders?.watermark ?? null;
}

/**
 * Where the run begins. Reconcile compares all that the order sync has passed, from the start: the hours it counts are then
 * those of one walk.
 */
function* walkOf(store: string, kind: SyncKind, sync: SyncRow): Work<SyncRow> {
	if (kind !== 'reconcile') return sync;
	const watermark = yield* watermarkOfOrders(store);
	yield* run(
		'UPDATE syncs SET watermark = ?, position = NULL WHERE store = ? AND kind = ?',
		watermark,
		store,
		kind,
	);
	return { ...sync, watermark, position: null };
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
		overlapMinutes: kindsOfSync[kind].overlapMinutes(store.settings),
		locations: mappedLocations(store),
		position: sync.position,
		pages: 0,
		pagesPerExecution: store.settings.pagesPerExecution,
	};
}

/** None where the channel has no locations. */
const mappedLocations = ({ settings }: Store): readonly string[] => [
	...new Set(settings.hubMap.map(({ location }) => location).filter((one) => one !== noLocation)),
];

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
