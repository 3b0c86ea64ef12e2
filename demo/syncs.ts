import { reading } from './auditor/tables';
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
	stock: 'sync-stock',
	fulfilments: 'sync-fulfilments',
} as const;

export type Kind = keyof typeof templateOf;

export interface SyncRow {
	readonly id: number;
	/** Paused: it has done its share of a walk that another run goes on with. */
	readonly state: 'running' | 'done' | 'paused' | 'failed' | 'lost';
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

/** Epoch ms from when on a sync may begin: the interval has passed and no run, dead or alive, holds the lease. */
export const startsAt = (books: Books, kind: Kind): number => {
	const sync = syncOf(books, kind);
	return (sync?.run_id === null ? sync.due_at : sync?.lease_until) ?? 0;
};

export const mayBegin = (books: Books, kind: Kind = 'orders'): boolean =>
	Date.now() > startsAt(books, kind);

/** Whether a run is being worked on: one that n8n was killed in holds its lease and is dead. */
export function isUnderWay(site: Site, kind: Kind): boolean {
	const [run] = syncs(site, kind);
	return (
		run?.state === 'running' &&
		run.started_at >= site.n8n.upSince() &&
		startsAt(site, kind) > Date.now()
	);
}

interface SyncState {
	readonly due_at: number;
	readonly run_id: number | null;
	readonly lease_until: number | null;
}

const syncOf = ({ ledger, store }: Books, kind: Kind): SyncState | undefined =>
	look<SyncState>(
		ledger,
		'SELECT due_at, run_id, lease_until FROM syncs WHERE store = ? AND kind = ?',
		store,
		kind,
	)[0];

/** Runs the template as soon as a sync may begin, instead of at the schedule's next full minute, and once only. */
export function askForSync(site: Site, kind: Kind): () => Promise<void> {
	let askedAt = 0;
	return async () => {
		if (!mayBegin(site, kind) || Date.now() < askedAt + patienceMs) return;
		askedAt = Date.now();
		await site.start(templateOf[kind]);
	};
}

/** Has a sync that may begin do its work, or one that is under way; no kill comes between. */
export async function attend(site: Site, kind: Kind): Promise<void> {
	if (!mayBegin(site, kind) && !isUnderWay(site, kind)) return;
	await site.n8n.undisturbed(async () => {
		if (mayBegin(site, kind)) await site.play(templateOf[kind]);
		await until(`a sync of ${kind} to end`, async () => !isUnderWay(site, kind));
	});
}

/** Waits until a sync that began after now, or since, has gone through; what was on the channel before is then in the hub. */
export const wholeSync = (
	{ site }: Scene,
	kind: Kind = 'orders',
	since = Date.now(),
	ends: ReadonlyArray<SyncRow['state']> = ['done'],
): Promise<unknown> =>
	until(
		`a whole sync of ${kind} of ${site.store}`,
		async () => {
			await attend(site, kind);
			return syncs(site, kind).some((run) => run.started_at >= since && ends.includes(run.state));
		},
		{ seconds: 900, seen: async () => syncs(site, kind).slice(0, 5) },
	);

/** The same in bad weather, which clears up once a sync of each kind has come through it or failed in it: a failure makes the next one wait. */
export async function syncsInWeather(
	scene: Scene,
	clearUp: () => Promise<void>,
	...kinds: readonly Kind[]
): Promise<void> {
	const since = Date.now();
	const each = (ends: ReadonlyArray<SyncRow['state']>) =>
		Promise.all(kinds.map((kind) => wholeSync(scene, kind, since, ends)));
	await each(['done', 'failed']);
	await clearUp();
	await each(['done']);
}

/** What the ledger's tables say right now. */
export const look = <Row>(
	ledger: string,
	sql: string,
	...values: readonly string[]
): readonly Row[] => reading(ledger, (rows) => rows<Row>(sql, ...values));
