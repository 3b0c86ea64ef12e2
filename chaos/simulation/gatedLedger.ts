import { createRequire } from 'node:module';
import type { DatabaseSync } from 'node:sqlite';
import type { Engine } from '../../ledger/statement';
import type { Chance } from './chances';
import { clock } from './clock';
import { gates } from './gates';
import { ways } from './ways';

/** As everybody has it who asks for it later. */
const sqlite = process.getBuiltinModule('node:sqlite');

const opened: DatabaseSync[] = [];

/** A database whose clock is the simulated one. */
class SimulatedDatabase extends sqlite.DatabaseSync {
	constructor(...given: ConstructorParameters<typeof sqlite.DatabaseSync>) {
		super(...given);
		// Half a millisecond more, so that what is multiplied again and cut off is the same one.
		const options = { varargs: true, deterministic: true };
		this.function('unixepoch', options, () => (clock.now() + 0.5) / 1000);
		opened.push(this);
	}
}

export function closeDatabases(): void {
	for (const database of opened.splice(0)) if (database.isOpen) database.close();
}

const gated = (engine: Engine, chance: () => Chance): Engine => ({
	...engine,
	async run(work) {
		await gates.pass('to the ledger', ways.ledger(chance()));
		const answer = await engine.run(work);
		await gates.pass('from the ledger', ways.ledger(chance()));
		return answer;
	},
});

/** Every transaction of an execution waits at a gate before and after. To be called before anything is loaded that opens a ledger. */
export function gateLedgers(chance: () => Chance): void {
	Object.assign(sqlite, { DatabaseSync: SimulatedDatabase });
	const load = createRequire(__filename);
	const real: typeof import('../../ledger/sqlite') = load('../../ledger/sqlite');
	const module = load.cache[load.resolve('../../ledger/sqlite')];
	if (!module) throw new Error('the ledger on SQLite is not where it was');
	module.exports = {
		...real,
		sqliteEngine: (file: string) => gated(real.sqliteEngine(file), chance),
	};
}
