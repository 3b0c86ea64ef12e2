import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

import type { Access } from '../../test/support/postgres';

/** Rows that are read at a time. */
const chunk = 500;

/** Writes what is in every table of the schemas into files, as it is: in the server's own files much is compressed. */
export async function dumpTables(
	access: Access,
	schemas: readonly string[],
	folder: string,
): Promise<void> {
	const client = new Client({
		...access,
		types: { getTypeParser: () => (value: string) => value },
	});
	await client.connect();
	const { rows: tables } = await client.query<{ schema: string; name: string }>(
		`SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
		WHERE table_schema = ANY($1) AND table_type = 'BASE TABLE'`,
		[schemas],
	);
	await client.query('BEGIN');
	for (const { schema, name } of tables) {
		mkdirSync(join(folder, 'tables', schema), { recursive: true });
		const file = join(folder, 'tables', schema, `${name}.txt`);
		writeFileSync(file, '');
		await client.query(`DECLARE whole NO SCROLL CURSOR FOR SELECT * FROM "${schema}"."${name}"`);
		for (let read = chunk; read === chunk; ) {
			const { rows } = await client.query<Record<string, string | null>>(
				`FETCH ${chunk} FROM whole`,
			);
			read = rows.length;
			for (const row of rows) appendFileSync(file, `${rowOf(row)}\n`);
		}
		await client.query('CLOSE whole');
	}
	await client.end();
}

const rowOf = (row: Record<string, string | null>): string =>
	Object.values(row).map(plain).join('\t');

/** Bytes are given in hexadecimal digits; as Latin-1 each of them is a letter. */
const plain = (value: string | null): string =>
	value === null
		? ''
		: /^\\x([0-9a-f]{2})*$/.test(value)
			? Buffer.from(value.slice(2), 'hex').toString('latin1')
			: value;
