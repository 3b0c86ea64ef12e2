import type { OpenLedger } from './ledgers';

const lists = {
	SQLite: "SELECT name FROM sqlite_master WHERE type = 'table'",
	PostgreSQL: "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'hub'",
};

/** On PostgreSQL also which transaction wrote the row, and where it is: writing the same again shows, too. */
const columns = {
	SQLite: 't.*',
	PostgreSQL: 't.xmin::text AS written_by, t.ctid::text AS place, t.*',
};

/** Every row of every table, as text. */
export async function allTables(
	{ sql }: Pick<OpenLedger, 'sql'>,
	engine: keyof typeof lists,
): Promise<Readonly<Record<string, readonly string[]>>> {
	const names = (await sql(lists[engine])).map(({ name }) => String(name)).sort();
	const found: [string, readonly string[]][] = [];
	for (const name of names) {
		const rows = await sql(`SELECT ${columns[engine]} FROM ${name} t`);
		found.push([name, rows.map((row) => JSON.stringify(row)).sort()]);
	}
	return Object.fromEntries(found);
}
