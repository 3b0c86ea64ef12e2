import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { clock, installClock } from '../chaos/simulation/clock';
import { gates, installTimers } from '../chaos/simulation/gates';

// Importing this first puts simulated time in the place of the machine's, as the simulation of storms has it.
installClock();
installTimers();

const sqlite = process.getBuiltinModule('node:sqlite');

class SimulatedDatabase extends sqlite.DatabaseSync {
	constructor(...given: ConstructorParameters<typeof DatabaseSync>) {
		super(...given);
		// Half a millisecond more, so that what is multiplied again and cut off is the same one.
		const options = { varargs: true, deterministic: true };
		this.function('unixepoch', options, () => (clock.now() + 0.5) / 1000);
	}
}

Object.assign(sqlite, { DatabaseSync: SimulatedDatabase });

let onTheWire = 0;

/** Calls over real sockets take no simulated time. */
export async function overSockets<T>(call: () => Promise<T>): Promise<T> {
	onTheWire++;
	return await call().finally(() => onTheWire--);
}

/** Turns of Node's event loop in which code comes to where it waits for time to pass. */
const turns = 10;

/** Lets simulated time pass until the work is done. */
export async function inSimulatedTime<T>(work: Promise<T>): Promise<T> {
	let isOver = false;
	const over = () => void (isOver = true);
	work.then(over, over);
	while (!isOver) {
		for (let at = 0; at < turns; at++) await turn();
		// A server's timer of no time at all is what an answer may wait for.
		await gates.next(onTheWire > 0 ? clock.now() + 1 : Infinity, () => false);
	}
	return await work;
}
