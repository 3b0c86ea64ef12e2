import { DatabaseSync } from 'node:sqlite';
import { Connection } from 'pg';
import type { OpenLedger } from './ledgers';
import { rows, run, type Engine, type Row, type Work } from '../../ledger/statement';

/** How a statement reads a table. */
export interface TableRead {
	readonly table: string;
	/** Null where all of it is read. */
	readonly index: string | null;
	/** The columns by which it is looked up. */
	readonly by: readonly string[];
	/** Whether all that is found has to be put in order, before the first can be given. */
	readonly isSorted: boolean;
	readonly sql: string;
}

/** Every statement that a database is given while the work runs, each once, as the database gets it. */
export async function statementsOf(work: () => Promise<void>): Promise<readonly string[]> {
	const onFile = jest.spyOn(DatabaseSync.prototype, 'prepare');
	const onServer = jest.spyOn(Connection.prototype, 'parse');
	await work();
	const given = [
		...onFile.mock.calls.map(([sql]) => sql),
		...onServer.mock.calls.map(([{ text }]) => text),
	];
	onFile.mockRestore();
	onServer.mockRestore();
	return [...new Set(given)].filter((sql) => /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/.test(sql));
}

/** How the database would carry the statements out, were it to read no table whole that it can look up. */
export const readsOf = (
	engine: Engine,
	of: 'SQLite' | 'PostgreSQL',
	statements: readonly string[],
): Promise<readonly TableRead[]> =>
	engine.run(function* () {
		const reads: TableRead[] = [];
		for (const setting of settingsOn[of]) yield* run(setting);
		for (const sql of statements) reads.push(...(yield* readsOn[of](sql)));
		return reads;
	});

const readsOn = { SQLite: readsOnFile, PostgreSQL: readsOnServer };
const settingsOn = {
	SQLite: [],
	PostgreSQL: ['SET LOCAL enable_seqscan = off', 'SET LOCAL plan_cache_mode = force_generic_plan'],
};

const step =
	/^(?:SCAN|SEARCH) (?<name>\w+)(?: USING (?<how>.*?)(?:INDEX (?<index>\w+)|INTEGER PRIMARY KEY))?(?: \((?<columns>.*)\))?/;

function* readsOnFile(sql: string): Work<readonly TableRead[]> {
	const steps = yield* rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
	const isSorted = steps.some(({ detail }) => detail.startsWith('USE TEMP B-TREE'));
	return steps.flatMap(({ detail }) => {
		const { name, how, index, columns } = step.exec(detail)?.groups ?? {};
		if (name === undefined) return [];
		// Without a word of how it is the first or the last of all.
		if (detail.startsWith('SEARCH') && how === undefined) return [];
		const isWhole = detail.startsWith('SCAN') || how?.includes('AUTOMATIC');
		const by = isWhole ? [] : namesIn(columns ?? '');
		return [
			{ table: meantBy(name, sql), index: index ?? (isWhole ? null : 'id'), by, isSorted, sql },
		];
	});
}

/** The table that a name stands for in the statement. */
const meantBy = (name: string, sql: string): string =>
	new RegExp(String.raw`\b(?:FROM|JOIN|,|INTO|UPDATE)\s+(\w+)\s+(?:AS\s+)?${name}\b`).exec(
		sql,
	)?.[1] ?? name;

interface Plan {
	readonly 'Node Type': string;
	readonly 'Relation Name'?: string;
	readonly 'Index Name'?: string;
	readonly 'Index Cond'?: string;
	readonly Plans?: readonly Plan[];
}

function* readsOnServer(sql: string): Work<readonly TableRead[]> {
	yield* run(`PREPARE looked_at AS ${sql}`);
	const count = Math.max(0, ...[...sql.matchAll(/\$(\d+)/g)].map(([, nth]) => Number(nth)));
	const values = count === 0 ? '' : `(${Array.from({ length: count }, () => 'NULL').join(', ')})`;
	const [row] = yield* rows(`EXPLAIN (FORMAT JSON) EXECUTE looked_at${values}`);
	yield* run('DEALLOCATE looked_at');
	const nodes = nodesOf(planIn(row));
	const isSorted = nodes.some((node) => node['Node Type'] === 'Sort');
	return nodes.flatMap((node) => {
		const { 'Relation Name': table, 'Index Name': index, 'Index Cond': condition } = node;
		const name = table ?? (index === undefined ? undefined : 'index only');
		return name === undefined || node['Node Type'] === 'ModifyTable'
			? []
			: [{ table: name, index: index ?? null, by: namesIn(condition ?? ''), isSorted, sql }];
	});
}

const planIn = (row: Row | undefined): Plan => {
	const told = row?.['QUERY PLAN'];
	const [first] = (typeof told === 'string' ? JSON.parse(told) : told) as [{ Plan: Plan }];
	return first.Plan;
};

/** A bitmap is read by the node below, which names its index and not the table. */
const nodesOf = (plan: Plan): readonly Plan[] => {
	const below = (plan.Plans ?? []).flatMap(nodesOf);
	return plan['Node Type'] === 'Bitmap Heap Scan' ? below : [plan, ...below];
};

const namesIn = (text: string) =>
	[...text.replace(/'[^']*'/g, '').matchAll(/\b[a-z_]+\b/g)].map(([name]) => name);

/** Indexes of a few rows of many. */
export const partialIndexes = (of: 'SQLite' | 'PostgreSQL'): string =>
	of === 'SQLite'
		? "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '%WHERE%'"
		: "SELECT indexname AS name FROM pg_indexes WHERE schemaname = current_schema() AND indexdef LIKE '%WHERE%'";

/** Lets the server believe that the tables have ten million rows, each like those that they have. Answers those that have any. */
export async function enlarged(
	{ engine, sql }: OpenLedger,
	tables: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
	await engine.run(() => run('ANALYZE'));
	const found = await sql(
		`SELECT relname AS name FROM pg_class WHERE relnamespace = CAST(current_schema() AS REGNAMESPACE) AND relkind = 'r' AND relpages > 0`,
	);
	const filled = found.map(({ name }) => String(name)).filter((name) => tables.has(name));
	for (const table of filled) {
		await sql(`SELECT pg_restore_relation_stats('schemaname', CAST(current_schema() AS TEXT), 'relname',
				CAST(c.relname AS TEXT), 'relpages', c.relpages, 'reltuples', CAST(10000000 AS REAL))
			FROM pg_class c WHERE c.oid = CAST('${table}' AS REGCLASS) OR c.oid IN (SELECT i.indexrelid FROM pg_index i
				WHERE i.indrelid = CAST('${table}' AS REGCLASS) AND i.indpred IS NULL)`);
	}
	return new Set(filled);
}
