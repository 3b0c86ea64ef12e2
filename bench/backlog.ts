import { openStage, type Stage } from '../demo/stage';
import { until } from '../demo/until';
import { figuresOf, type Span } from './backlogFigures';
import { openQueues, type Entered, type Queue } from './backlogQueues';
import type { Figure } from './figure';
import { loadOf } from './processes';
import { rowsOf, setStore } from './storeTables';

/** Or as many as `--orders=` says, for a quick look. */
const waiting = Number(/--orders=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 10_000);
/** How long a channel takes for an answer; or `--latency=`. */
const latencyMs = Number(/--latency=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 120);
const settleMs = 30_000;
/** How much is in the hub when updates begin to be told, when orders are cancelled in the hub, and when n8n is killed. */
const shares = { telling: 0.05, cancels: [0.2, 0.4], kill: 0.6 };

/**
 * Orders that wait on each channel come through the shipped templates in the real n8n, which is killed in the middle, while some
 * of them are cancelled in the hub, and all are accepted where the store page wants that.
 */
export async function backlog(say: (line: string) => void): Promise<readonly Figure[]> {
	const opened = await openQueues();
	const stage = await openStage(
		say,
		opened.map(({ pretend }) => pretend),
	);
	try {
		const figures: Figure[] = [];
		await pause(settleMs);
		const idle = loadOf(stage.n8n.folder).megabytes;
		figures.push({ name: 'backlog: n8n that idles', value: idle, unit: 'MB' });
		for (const queue of opened) figures.push(...(await drained(stage, queue, idle, say)));
		return figures;
	} finally {
		await stage.close();
	}
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Seen {
	readonly orders: number;
	readonly isOver: boolean;
}

async function drained(
	stage: Stage,
	queue: Queue,
	idle: number,
	say: (line: string) => void,
): Promise<readonly Figure[]> {
	const { n8n, ledger } = stage;
	const entered = queue.enter(stage);
	const { site } = entered;
	const look = () => lookAt(ledger, site.store);
	await entered.connect();
	await until('the first sync to end', async () => look().isOver, { seconds: 120 });
	setStore(ledger, site.store, { orderSync: false });
	const ids = await entered.place(waiting);
	await entered.answersAfter(latencyMs);
	setStore(ledger, site.store, { orderSync: true, pagesPerExecution: 10, busySeconds: 0 });
	say(`${waiting} orders wait on ${queue.channel}; the sync begins`);
	const draining = drainOf(stage, entered);
	const before = await draining.begin();
	await draining.reach(shares.telling);
	await site.start(site.telling);
	const cancels: Promise<number>[] = [];
	for (const share of shares.cancels) {
		await draining.reach(share);
		cancels.push(cancelled(entered, ledger));
	}
	await draining.reach(shares.kill);
	const spans = [await before.end()];
	const cancelMs = await Promise.all(cancels);
	const killedAt = look().orders;
	say(`n8n is killed with ${killedAt} orders of ${queue.channel} in the hub`);
	await n8n.cutOff({
		...{ what: 'the backlog', channel: queue.channel, waitMs: 0 },
		...{ readyAt: () => 0, begin: async () => true, judge: () => true, seen: look },
	});
	await until('the lease of the dead to end', async () => mayBegin(ledger, site.store), {
		seconds: 120,
	});
	const after = await draining.begin();
	await draining.reach(1);
	spans.push(await after.end());
	await until('the walk to end', async () => look().isOver, {
		seconds: 2_400,
		seen: async () => look(),
	});
	setStore(ledger, site.store, { orderSync: false });
	await entered.answersAfter(0);
	return figuresOf(queue, spans, {
		...{ latencyMs, idle, killedAt, cancelMs, say },
		acceptMs: acceptsOf(ledger, site.store),
		wrong: wrongOf(ledger, site.store, ids),
	});
}

function drainOf({ n8n, ledger }: Stage, { site, calls }: Entered) {
	const ordersIn = () => lookAt(ledger, site.store).orders;
	return {
		/** Starts the sync; what is measured ends when it is told to. */
		async begin() {
			const since = (await calls(0)).at(-1)?.seq ?? 0;
			const from = { cpu: loadOf(n8n.folder).cpuSeconds, orders: ordersIn() };
			const memory = watched(n8n.folder);
			await site.start('sync-orders');
			return {
				async end(): Promise<Span> {
					const endedAt = Date.now();
					memory.stop();
					const cpu = loadOf(n8n.folder).cpuSeconds - from.cpu;
					const made = (await calls(since)).filter(({ wallAt }) => wallAt <= endedAt);
					const orders = ordersIn() - from.orders;
					return { endedAt, calls: made, cpu, orders, megabytes: memory.most() };
				},
			};
		},
		reach: (share: number) =>
			until(
				`${share * waiting} orders of ${site.channel} in the hub`,
				async () => ordersIn() >= share * waiting,
				{ everyMs: 200, seconds: 4_800, seen: async () => ordersIn() },
			),
	};
}

/** Looks at the memory of n8n twice a second. */
function watched(folder: string) {
	let most = 0;
	const timer = setInterval(() => (most = Math.max(most, loadOf(folder).megabytes)), 500);
	return { most: () => most, stop: () => clearInterval(timer) };
}

/** Somebody cancels the latest order; answers how long it takes until the channel was told. */
async function cancelled({ site }: Entered, ledger: string): Promise<number> {
	const [latest] = rowsOf<{ id: string }>(
		ledger,
		"SELECT channel_id AS id FROM orders WHERE store = ? AND status = 'new_order' ORDER BY id DESC LIMIT 1",
		site.store,
	);
	const id = latest?.id ?? '';
	const from = Date.now();
	await site.warehouse.move(site.store, [id], 'cancelled');
	await site.start(site.telling);
	await until(
		`the cancel of ${id} to be told`,
		async () =>
			rowsOf(
				ledger,
				`SELECT u.id FROM outbox u JOIN orders o ON o.id = u.order_id
				WHERE o.store = ? AND o.channel_id = ? AND u.effect = 'cancel' AND u.state = 'done'`,
				site.store,
				id,
			).length > 0,
		{ everyMs: 50, seconds: 300 },
	);
	return Date.now() - from;
}

/** How long each order that was accepted on the channel waited for that. */
const acceptsOf = (ledger: string, store: string): readonly number[] =>
	rowsOf<{ ms: number }>(
		ledger,
		`SELECT ended_at - created_at AS ms FROM outbox WHERE store = ? AND effect = 'status' AND state = 'done'
			AND body LIKE '%"hubStatus":"new_order"%'`,
		store,
	).map(({ ms }) => ms);

function lookAt(ledger: string, store: string): Seen {
	const [seen] = rowsOf<{ orders: number; isOver: number }>(
		ledger,
		`SELECT (SELECT COUNT(*) FROM orders WHERE store = ?) AS orders,
			(SELECT run_id IS NULL AND watermark IS NOT NULL FROM syncs WHERE store = ? AND kind = 'orders') AS isOver`,
		store,
		store,
	);
	return { orders: seen?.orders ?? 0, isOver: seen?.isOver === 1 };
}

const mayBegin = (ledger: string, store: string): boolean =>
	rowsOf<{ until: number | null }>(
		ledger,
		"SELECT lease_until AS until FROM syncs WHERE store = ? AND kind = 'orders'",
		store,
	).every(({ until: at }) => (at ?? 0) < Date.now());

/** Orders that were placed and are not there, that wait for a person, or that are there twice. */
function wrongOf(ledger: string, store: string, ids: readonly string[]): number {
	const known = rowsOf<{ id: string }>(
		ledger,
		'SELECT channel_id AS id FROM orders WHERE store = ?',
		store,
	).map(({ id }) => id);
	const there = new Set(known);
	return ids.filter((id) => !there.has(id)).length + known.length - there.size;
}
