import { DatabaseSync } from 'node:sqlite';

import { postgresTables } from './postgresTables';

export type Value = string | number | null;

/** The rows that a query finds. */
export type Read = <Row>(sql: string, ...values: readonly Value[]) => Row[];

/** Has the tables of a ledger read in one transaction: a file of SQLite, or an address of PostgreSQL that names its schema. */
export const reading = <Answer>(ledger: string, work: (rows: Read) => Answer): Answer =>
	ledger.startsWith('postgresql://') ? inPostgres(ledger, work) : inFile(ledger, work);

function inFile<Answer>(file: string, work: (rows: Read) => Answer): Answer {
	const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
	try {
		database.exec('BEGIN');
		return work(<Row>(sql: string, ...values: readonly Value[]) =>
			rowsOf<Row>(database.prepare(sql).all(...values)),
		);
	} finally {
		database.close();
	}
}

function inPostgres<Answer>(address: string, work: (rows: Read) => Answer): Answer {
	const query = postgresTables(address);
	query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
	try {
		return work(<Row>(sql: string, ...values: readonly Value[]) =>
			rowsOf<Row>(query(inPostgresWords(sql), values)),
		);
	} finally {
		query('ROLLBACK');
	}
}

/** The one place that believes the tables to look as they are queried. */
const rowsOf = <Row>(rows: readonly unknown[]): Row[] => rows as Row[];

/** Queries are written for SQLite. */
function inPostgresWords(sql: string): string {
	let count = 0;
	return sql
		.replace(/\?/g, () => `$${++count}`)
		.replace(/\browid\b/g, 'id')
		.replace(/unixepoch\('subsec'\)/g, 'extract(epoch FROM clock_timestamp())')
		.replace(/\bAS INTEGER\)/g, 'AS BIGINT)');
}
