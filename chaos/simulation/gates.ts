import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { clock } from './clock';

/** From the start of an n8n to its end. Once it is over, nothing that it was doing goes on. */
export interface Life {
	isOver: boolean;
}

/** One execution of a workflow. */
export interface Execution {
	readonly what: string;
	readonly life: Life;
	isEnded: boolean;
	/** Where it waits; nowhere while its code runs. */
	readonly waits: Set<Wait>;
}

interface Wait {
	readonly at: number;
	readonly where: string;
	/** Null: the simulation's own. */
	readonly of: Execution | null;
	goOn(): unknown;
}

const current = new AsyncLocalStorage<Execution>();
let waiting: Wait[] = [];

/** Turns of Node's event loop in which code comes to its next gate, unless it waits for another execution in its process. */
const mostTurns = 30;

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

function wait(given: Wait): Wait {
	// Behind all that are due at the same time or earlier.
	const place = waiting.findLastIndex(({ at }) => at <= given.at);
	waiting.splice(place + 1, 0, given);
	given.of?.waits.add(given);
	return given;
}

function drop(given: Wait): void {
	const place = waiting.indexOf(given);
	if (place >= 0) waiting.splice(place, 1);
	given.of?.waits.delete(given);
}

/** Until the execution waits again, or has ended. */
async function settled(execution: Execution): Promise<void> {
	for (let turns = 0; turns < mostTurns; turns++) {
		await turn();
		if (execution.isEnded || execution.waits.size > 0) return;
	}
	const isAlone = waiting.every(({ of }) => of?.life !== execution.life);
	if (isAlone) throw new Error(`${execution.what} waits for something outside of the simulation`);
}

/**
 * Where executions wait for what is outside of their process, and for time to pass. They go on one at a time, in the order of the
 * simulated clock. Code that belongs to no execution never waits here.
 */
export const gates = {
	/** Goes on after so many ms. */
	pass: (where: string, ms: number): Promise<void> => {
		const of = current.getStore();
		if (of === undefined) return Promise.resolve();
		return new Promise((goOn) => void wait({ at: clock.now() + ms, where, of, goOn }));
	},
	/** Has the simulation itself do something then. */
	at: (at: number, act: () => unknown): void =>
		void wait({ at, where: 'simulation', of: null, goOn: act }),
	async start(what: string, life: Life, work: () => Promise<unknown>): Promise<void> {
		const execution: Execution = { what, life, isEnded: false, waits: new Set() };
		const ended = () => void (execution.isEnded = true);
		void current.run(execution, work).then(ended, ended);
		await settled(execution);
	},
	/**
	 * Lets the next one go on that is due by then; answers null when there is none. `isStruck` says whether the n8n dies right there,
	 * with all that it is doing.
	 */
	async next(until: number, isStruck: (wait: Wait) => boolean): Promise<Wait | null> {
		const [next] = waiting;
		if (next === undefined || next.at > until) return null;
		drop(next);
		clock.moveTo(next.at);
		if (next.of === null) await next.goOn();
		else if (isStruck(next)) end(next.of.life);
		else {
			next.goOn();
			await settled(next.of);
		}
		return next;
	},
	isIdle: () => waiting.every(({ of }) => of === null),
	reset() {
		waiting = [];
	},
};

function end(life: Life): void {
	life.isOver = true;
	waiting = waiting.filter(({ of }) => of?.life !== life);
}

/** What `setTimeout` answers, as far as code of n8n and of the package looks at it. */
const timerOf = (given: Wait) => ({
	given,
	ref: () => timerOf(given),
	unref: () => timerOf(given),
	hasRef: () => false,
});

/** Replaces the machine's timers. */
export function installTimers(): void {
	Object.assign(globalThis, {
		setTimeout: (callback: (...of: unknown[]) => void, ms = 0, ...of: unknown[]) => {
			const goOn = AsyncResource.bind(() => callback(...of));
			const execution = current.getStore() ?? null;
			return timerOf(
				wait({ at: clock.now() + Math.max(1, ms), where: 'timer', of: execution, goOn }),
			);
		},
		clearTimeout: (timer?: ReturnType<typeof timerOf>) => {
			if (timer?.given) drop(timer.given);
		},
	});
	// Only what takes long because of the machine would be given up by one.
	AbortSignal.timeout = () => new AbortController().signal;
}
