import { DatabaseSync } from 'node:sqlite';

import type { Scene } from './scene';
import type { Site } from './site';
import { until } from './until';

/** An execution that was asked for has begun its sync by then. */
const patienceMs = 3000;

/** Each kind of sync, and the template that does it. */
const templateOf = {
	orders: 'sync-orders',
	catalog: 'sync-catalog',
	inventory: 'push-inventory',
	reconcile: 'reconcile',
	drift: 'reconcile',
	prices: 'push-prices',
} as const;

export type Kind = keyof typeof templateOf;

export interface SyncRow {
	readonly id: number;
	readonly state: 'running' | 'done' | 'failed' | 'lost';
	readonly started_at: number;
}

/** A store in a ledger. */
export type Books = Pick<Site, 'ledger' | 'store'>;

/** The ledger's own record of its syncs of a kind, newest first. */
export const syncs = ({ ledger, store }: Books, kind: Kind = 'orders'): readonly SyncRow[] =>
	look<SyncRow>(
		ledger,
		`SELECT id, state, started_at FROM sync_runs WHERE store = ? AND kind = ?
		ORDER BY id DESC LIMIT 50`,
		store,
		kind,
	);

/** Whether a sync may begin now: the interval has passed and no run, dead or alive, holds the lease. */
export const mayBegin = ({ ledger, store }: Books, kind: Kind = 'orders'): boolean => {
	const [sync] = look<{ due_at: number; run_id: number | null; lease_until: number | null }>(
		ledger,
		'SELECT due_at, run_id, lease_until FROM syncs WHERE store = ? AND kind = ?',
		store,
		kind,
	);
	if (!sync) return true;
	return Date.now() > (sync.run_id === null ? sync.due_at : (sync.lease_until ?? 0));
};

/** Runs the template as soon as a sync may begin, instead of at the schedule's next full minute, and once only. */
export function askForSync(site: Site, kind: Kind = 'orders'): () => Promise<void> {
	let askedAt = 0;
	return async () => {
		if (!mayBegin(site, kind) || Date.now() < askedAt + patienceMs) return;
		askedAt = Date.now();
		await site.start(templateOf[kind]);
	};
}

/** Waits until a sync that began after now, or since, has gone through; what was on the channel before is then in the hub. */
export async function wholeSync(
	{ site }: Scene,
	kind: Kind = 'orders',
	since = Date.now(),
): Promise<void> {
	const ask = askForSync(site, kind);
	await until(
		`a whole sync of ${kind} of ${site.store}`,
		async () => {
			await ask();
			return syncs(site, kind).some((run) => run.started_at >= since && run.state === 'done');
		},
		{ seconds: 400, seen: async () => syncs(site, kind).slice(0, 5) },
	);
}

/** What the ledger's tables say right now. */
export function look<Row>(
	ledger: string,
	sql: string,
	...values: readonly string[]
): readonly Row[] {
	const database = new DatabaseSync(ledger, { readOnly: true, timeout: 5000 });
	try {
		return database.prepare(sql).all(...values) as Row[];
	} finally {
		database.close();
	}
}
