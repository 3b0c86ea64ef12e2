import { openStage, type Stage } from '../demo/stage';
import { until } from '../demo/until';
import { openQueues, type Call, type Entered, type Queue } from './backlogQueues';
import type { Figure } from './figure';
import { loadOf } from './processes';
import { rowsOf, setStore } from './storeTables';

/** Or as many as `--orders=` says, for a quick look. */
const waiting = Number(/--orders=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 10_000);
const settleMs = 30_000;

/**
 * Orders that wait on each channel come through the shipped templates in the real n8n, which is killed in the middle, while one
 * of them is cancelled in the hub.
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
	say(`${waiting} orders wait on ${queue.channel}; the sync begins`);
	const watch = watched(n8n.folder);
	const spans: Span[] = [];
	const drain = async (share: number) => {
		const since = (await entered.calls(0)).at(-1)?.seq ?? 0;
		const from = { at: Date.now(), cpu: loadOf(n8n.folder).cpuSeconds, orders: look().orders };
		await site.start('sync-orders');
		await until(
			`${share * waiting} orders of ${queue.channel} in the hub`,
			async () => {
				const { orders, isOver } = look();
				return orders >= share * waiting && (share < 1 || isOver);
			},
			{ everyMs: 200, seconds: 2_400, seen: async () => look() },
		);
		const cpu = loadOf(n8n.folder).cpuSeconds - from.cpu;
		const calls = await entered.calls(since);
		const seconds = ((calls.at(-1)?.wallAt ?? 0) - (calls[0]?.wallAt ?? 0)) / 1000;
		spans.push({ seconds, calls, cpu, orders: look().orders - from.orders });
	};
	setStore(ledger, site.store, { orderSync: true, pagesPerExecution: 10, busySeconds: 0 });
	await drain(0.4);
	const cancelMs = await cancelled(entered, ledger);
	await drain(0.6);
	say(`n8n is killed with ${look().orders} orders of ${queue.channel} in the hub`);
	watch.stop();
	await n8n.cutOff({
		...{ what: 'the backlog', channel: queue.channel, waitMs: 0 },
		...{ readyAt: () => 0, begin: async () => true, judge: () => true, seen: look },
	});
	const again = watched(n8n.folder);
	await until('the lease of the dead to end', async () => mayBegin(ledger, site.store), {
		seconds: 120,
	});
	await drain(1);
	again.stop();
	setStore(ledger, site.store, { orderSync: false });
	const above = Math.max(watch.most(), again.most()) - idle;
	return figuresOf(queue, spans, {
		above,
		cancelMs,
		wrong: wrongOf(ledger, site.store, ids),
	});
}

interface Span {
	readonly seconds: number;
	readonly calls: readonly Call[];
	readonly cpu: number;
	readonly orders: number;
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
	await site.warehouse.move(site.store, [id], 'cancelled');
	const from = Date.now();
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

function figuresOf(
	{ channel, allowed }: Queue,
	spans: readonly Span[],
	{ above, cancelMs, wrong }: { above: number; cancelMs: number; wrong: number },
): readonly Figure[] {
	const total = (of: (span: Span) => number) => spans.reduce((sum, span) => sum + of(span), 0);
	const seconds = total((span) => span.seconds);
	const used = Object.entries(allowed).map(([kind, { calls, perMs }]): Figure => {
		const isOf = (call: Call) => (kind === '' ? call.kind !== 'token' : call.kind === kind);
		const made = total((span) => span.calls.filter((call) => isGood(call) && isOf(call)).length);
		const name = `backlog of ${channel}: quota used${kind === '' ? '' : ` of ${kind}`}`;
		return { name, value: made / ((seconds * 1000 * calls) / perMs), unit: 'of quota' };
	});
	const tooMany = total((span) => span.calls.filter(({ status }) => status === 429).length);
	return [
		{
			name: `backlog of ${channel}: from the channel until in the hub`,
			value: total((span) => span.orders) / seconds,
			unit: 'orders/s',
		},
		...used,
		{
			name: `backlog of ${channel}: refused for being too many`,
			value: tooMany,
			unit: 'calls',
			target: { most: 0 },
		},
		{
			name: `backlog of ${channel}: CPU of n8n`,
			value: total((span) => span.cpu) / seconds,
			unit: 'cores',
		},
		{
			name: `backlog of ${channel}: memory above that of an n8n that idles`,
			value: above,
			unit: 'MB',
			target: { most: 250 },
		},
		{
			name: `backlog of ${channel}: a cancel meanwhile, until told`,
			value: cancelMs / 1000,
			unit: 's',
			target: { most: 60 },
		},
		{
			name: `backlog of ${channel}: orders lost or there twice after the kill`,
			value: wrong,
			unit: 'orders',
			target: { most: 0 },
		},
	];
}

const isGood = ({ status }: Call) => status !== 429;

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
