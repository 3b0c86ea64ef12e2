import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { estimate } from './sqliteEstimates';
import { run, type Engine, type Row, type Statement, type Work } from './statement';

const dialect: Readonly<Record<string, string>> = {
	now: "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
	id: 'INTEGER PRIMARY KEY',
	elements: '(SELECT value FROM json_each(?))',
	ids: '(SELECT value FROM json_each(?))',
	forUpdate: '',
};

/** How long to wait for another process that writes to the same file. */
const busyTimeoutMs = 5_000;

/** One connection per file and process. A transaction runs to its end without giving way, so none can interleave. */
export function sqliteEngine(file: string): Engine {
	const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
	const prepared = new Map<string, StatementSync>();
	database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');

	const prepare = (sql: string) => {
		const known = prepared.get(sql);
		if (known !== undefined) return known;
		const statement = database.prepare(
			sql.replace(/\{(\w+)\}/g, (_, token: string) => dialect[token] ?? ''),
		);
		prepared.set(sql, statement);
		return statement;
	};

	const execute = ({ sql, values, each }: Statement): readonly Row[] => {
		const statement = prepare(sql);
		if (each === undefined) return statement.all(...(values ?? [])) as Row[];
		return each.flatMap((row) => statement.all(...row) as Row[]);
	};

	const carryOut = <T>(work: Work<T>, end: 'COMMIT' | 'ROLLBACK'): T => {
		database.exec('BEGIN IMMEDIATE');
		try {
			let step = work.next();
			while (!step.done) step = work.next(execute(step.value));
			database.exec(end);
			return step.value;
		} finally {
			if (database.isTransaction) database.exec('ROLLBACK');
		}
	};

	return {
		isHeldUp: true,
		*claim() {
			// Every transaction has the whole file to itself.
		},
		estimate,
		follow: ({ name, after, when = '1 = 1', does }) =>
			run(`CREATE TRIGGER ${name} AFTER ${after} WHEN ${when} BEGIN ${does.join('; ')}; END`),
		run: async (work) => carryOut(work(), 'COMMIT'),
		rehearse: async (work) => carryOut(work(), 'ROLLBACK'),
		async close() {
			database.close();
		},
	};
}
