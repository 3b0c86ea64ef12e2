import { DatabaseSync } from 'node:sqlite';
import type { LedgerOptions } from '../ledger/engine';
import { rows, run, type Engine } from '../ledger/statement';

/**
 * Puts much into the ledger at once: indexes are made again in the end, and so is what the database writes for each order. What a
 * file's log holds of it then goes into the file, and not with the first order that comes after it.
 */
export async function inBulk(
	engine: Engine,
	options: LedgerOptions,
	fill: (patient: Engine) => Promise<void>,
): Promise<void> {
	const { before, indexes, still, again } = options.engine === 'postgres' ? onServer : onFile;
	const patient: Engine = {
		...engine,
		run: (work) =>
			engine.run(function* () {
				for (const setting of before) yield* run(setting);
				return yield* work();
			}),
	};
	const ask = (sql: string) => patient.run(() => rows<{ name: string; sql: string }>(sql));
	const kept = await ask(indexes);
	for (const { name } of kept) await ask(`DROP INDEX ${name}`);
	const quiet = await ask(still);
	for (const { name } of quiet) await ask(name);
	await fill(patient);
	for (const { sql } of [...quiet, ...kept]) await ask(sql);
	for (const statement of [...counted, ...again]) await ask(statement);
	if (options.engine === 'sqlite') emptyLog(options.file);
}

function emptyLog(file: string): void {
	const database = new DatabaseSync(file);
	database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
	database.close();
}

/** What triggers would have written. */
const counted = [
	'DELETE FROM order_counts',
	'INSERT INTO order_counts (store, status, orders) SELECT store, status, COUNT(*) FROM orders GROUP BY store, status',
	`INSERT INTO holds (order_id, since) SELECT id, updated_at FROM orders WHERE status = 'on_hold' ON CONFLICT DO NOTHING`,
];

const onFile = {
	before: ['PRAGMA cache_size = -2000000'],
	indexes: "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
	still: `SELECT 'DROP TRIGGER ' || name AS name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'orders'`,
	again: [],
};

const tables = [
	'orders',
	'order_lines',
	'parcels',
	'parcel_lines',
	'reservations',
	'outbox',
	'stock',
];

const onServer = {
	before: [
		'SET LOCAL statement_timeout = 0',
		'SET LOCAL synchronous_commit = off',
		"SET LOCAL maintenance_work_mem = '1GB'",
	],
	indexes: `SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE schemaname = current_schema()
		AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = indexname)`,
	still: `SELECT 'ALTER TABLE ' || name || ' DISABLE TRIGGER ALL' AS name, 'ALTER TABLE ' || name || ' ENABLE TRIGGER ALL' AS sql
		FROM (VALUES ${tables.map((table) => `('${table}')`).join(', ')}) t (name)`,
	again: ['ANALYZE'],
};
