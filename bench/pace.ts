import { openStage } from '../demo/stage';
import { until } from '../demo/until';
import type { Site } from '../demo/site';
import { random } from '../sandbox/random';
import { openQueues, type Entered } from './backlogQueues';
import type { Figure } from './figure';
import { rowsOf, setStore } from './storeTables';

const seconds = 480;
/** A busy part of an hour, and then nobody orders and some cancel. */
const orders = 24;
const everyMs = 8_000;
const cancels = 6;

/**
 * One order after the other comes to each channel, as it is connected unless somebody says otherwise, and then nothing but a
 * cancel now and then; the schedules of the templates alone start anything in n8n.
 */
export async function pace(say: (line: string) => void): Promise<readonly Figure[]> {
	const opened = await openQueues();
	const stage = await openStage(
		say,
		opened.map(({ pretend }) => pretend),
	);
	try {
		const entered = opened.map((queue) => queue.enter(stage));
		for (const one of entered) {
			await one.connect();
			setStore(stage.ledger, one.site.store, { pagesPerExecution: 10, ...one.busy });
		}
		say('the stores are connected; customers order, and cancel');
		return (await Promise.all(entered.map((one, at) => kept(one, stage.ledger, at)))).flat();
	} finally {
		await stage.close();
	}
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function kept(one: Entered, ledger: string, at: number): Promise<readonly Figure[]> {
	const { site } = one;
	const placedAt = new Map<string, number>();
	for (let count = 0; count < orders; count++) {
		for (const id of await one.place(1)) placedAt.set(id, Date.now());
		await pause(everyMs);
	}
	const times = await until(
		`the orders of ${site.store} to be routed`,
		async () => {
			const found = timesOf(site, ledger);
			return [...placedAt.keys()].every((id) => found.has(id)) && found;
		},
		{ seconds, everyMs: 1_000 },
	);
	const seen = [...placedAt].flatMap(([id, placed]) => {
		const time = times.get(id);
		return time ? [{ waited: time.polled - placed, took: time.routed - time.polled }] : [];
	});
	const stopped = await stops(one, ledger, [...placedAt.keys()].slice(0, cancels), at);
	const ms = (name: string, value: number, most?: number): Figure => ({
		name: `pace of ${site.channel}: ${name}`,
		value: value / 1000,
		unit: 's',
		...(most !== undefined && { target: { most } }),
	});
	return [
		ms('from ordered until asked for, while busy, p50', at50(seen.map(({ waited }) => waited))),
		ms('from ordered until asked for, while busy, p95', at95(seen.map(({ waited }) => waited))),
		ms('from asked for until routed, p95', at95(seen.map(({ took }) => took)), 2),
		ms('from cancelled there until stopped here, at most', Math.max(...stopped), 65),
	];
}

const at50 = (all: readonly number[]) =>
	all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const at95 = (all: readonly number[]) =>
	all.toSorted((a, b) => a - b)[Math.ceil(all.length * 0.95) - 1] ?? 0;

/** Customers cancel while nothing else happens, at any time of the minute; answers how long the hub goes on. */
async function stops(
	one: Entered,
	ledger: string,
	ids: readonly string[],
	seed: number,
): Promise<readonly number[]> {
	const luck = random(seed);
	const took: number[] = [];
	for (const id of ids) {
		await pause(15_000 + 60_000 * luck());
		const from = Date.now();
		await one.cancel(id);
		await until(
			`order ${id} to be cancelled in the hub`,
			async () => isStopped(one.site, ledger, id),
			{
				...{ seconds, everyMs: 100 },
			},
		);
		took.push(Date.now() - from);
	}
	return took;
}

const isStopped = ({ store }: Site, ledger: string, id: string): boolean =>
	rowsOf(
		ledger,
		"SELECT 1 FROM orders WHERE store = ? AND channel_id = ? AND status = 'cancelled'",
		store,
		id,
	).length > 0;

interface Times {
	readonly id: string;
	/** When the sync that brought it began, and when it had its hub. */
	readonly polled: number;
	readonly routed: number;
}

const timesOf = ({ store }: Site, ledger: string): ReadonlyMap<string, Times> =>
	new Map(
		rowsOf<Times>(
			ledger,
			`SELECT id, routed, (SELECT MAX(r.started_at) FROM sync_runs r WHERE r.store = t.store AND r.kind = 'orders'
				AND r.started_at <= t.created) AS polled
			FROM (SELECT o.store, o.channel_id AS id, MIN(c.at) AS created, MIN(e.at) AS routed FROM orders o
				JOIN events c ON c.order_id = o.id AND c.type = 'order_created'
				JOIN events e ON e.order_id = o.id AND e.type = 'order_assigned'
				WHERE o.store = ? GROUP BY o.store, o.channel_id) t`,
			store,
		).map((row) => [row.id, row]),
	);
