import type { DeliveredEvent } from '../../ledger/eventShapes';
import { rests } from './rests';

export interface EventQueue {
	claim(limit: number): Promise<readonly DeliveredEvent[]>;
	acknowledge(ids: readonly number[]): Promise<void>;
	giveBack(ids: readonly number[]): Promise<void>;
}

export interface Delivery {
	readonly queue: EventQueue;
	/** Whether the execution succeeded. Never throws. */
	execute(events: readonly DeliveredEvent[]): Promise<boolean>;
	/** Told once for each time that the queue does not answer. */
	report(fault: unknown): void;
	readonly intervalMs: number;
	readonly batchSize: number;
	readonly atOnce: number;
}

interface Loop extends Delivery {
	/** Until the next look, and until a failed event is given back. */
	readonly idle: ReturnType<typeof rests>;
	readonly backOff: ReturnType<typeof rests>;
	/** Events of executions under way, and of those that ended and are still to be told. */
	readonly held: Set<number>;
	readonly telling: Set<Promise<void>>;
	executions: number;
	isDue: boolean;
	isStopped: boolean;
	isAway: boolean;
}

/**
 * Hands events to executions until it is stopped. Stopping waits for the ledger, not for executions: for these n8n waits
 * itself when it ends, and one of them may be what stops the trigger. Each still says in the end how it ended.
 */
export function deliver(delivery: Delivery): () => Promise<void> {
	const loop: Loop = {
		...delivery,
		idle: rests(),
		backOff: rests(),
		held: new Set(),
		telling: new Set(),
		executions: 0,
		isDue: false,
		isStopped: false,
		isAway: false,
	};
	const running = goRound(loop);
	return async () => {
		loop.isStopped = true;
		loop.idle.wakeAll();
		loop.backOff.wakeAll();
		await running;
		await Promise.all(loop.telling);
	};
}

async function goRound(loop: Loop): Promise<void> {
	while (!loop.isStopped) {
		loop.isDue = false;
		await answered(loop, takeOn(loop));
		if (!loop.isDue && !loop.isStopped) await loop.idle.rest(loop.intervalMs);
	}
}

/** Starts as many executions as there is room and work for. */
async function takeOn(loop: Loop): Promise<void> {
	const room = (loop.atOnce - loop.executions) * loop.batchSize;
	if (room <= 0) return;
	const claimed = await loop.queue.claim(room);
	// One that is still held outlived its lease, which being claimed again has renewed.
	const fresh = claimed.filter(({ id }) => !loop.held.has(id));
	if (loop.isStopped) return await loop.queue.giveBack(fresh.map(({ id }) => id));
	for (let at = 0; at < fresh.length; at += loop.batchSize) {
		void carry(loop, fresh.slice(at, at + loop.batchSize));
	}
}

async function carry(loop: Loop, events: readonly DeliveredEvent[]): Promise<void> {
	for (const { id } of events) loop.held.add(id);
	loop.executions++;
	const hasSucceeded = await loop.execute(events);
	loop.executions--;
	const told = tell(loop, events, hasSucceeded);
	loop.telling.add(told);
	await told;
	loop.telling.delete(told);
	for (const { id } of events) loop.held.delete(id);
	wake(loop);
}

/** Says how the execution ended, again and again while the ledger does not answer. */
async function tell(
	loop: Loop,
	events: readonly DeliveredEvent[],
	hasSucceeded: boolean,
): Promise<void> {
	const { queue, intervalMs, backOff } = loop;
	const ids = events.map(({ id }) => id);
	const attempt = Math.max(...events.map((event) => event.attempt));
	if (!hasSucceeded && !loop.isStopped) await backOff.rest(backOffMs(intervalMs, attempt));
	const work = () => (hasSucceeded ? queue.acknowledge(ids) : queue.giveBack(ids));
	while (!(await answered(loop, work())) && !loop.isStopped) await backOff.rest(intervalMs);
}

/** An event whose execution failed waits ever longer before it is given back, less than the ledger's lease of 5 minutes. */
const backOffMs = (intervalMs: number, attempt: number) =>
	Math.min(240_000, intervalMs * 4 ** Math.max(0, attempt - 1));

/** Whether the ledger did the work. */
async function answered(loop: Loop, work: Promise<void>): Promise<boolean> {
	const [outcome] = await Promise.allSettled([work]);
	const isAway = outcome.status === 'rejected';
	if (isAway && !loop.isAway) loop.report(outcome.reason);
	loop.isAway = isAway;
	return !isAway;
}

/** Looks at once instead of after the rest: there is room again, or an event that was given back. */
function wake(loop: Loop): void {
	loop.isDue = true;
	loop.idle.wakeAll();
}
