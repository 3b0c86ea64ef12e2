import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool, type QueryResult } from 'pg';
import type { LedgerOptions } from '../../ledger/engine';
import { openLedger } from '../../ledger/openLedger';
import type { Access } from './postgres';
import { testServer } from './testServer';

type Target = Extract<LedgerOptions, { engine: 'postgres' }>;

/** An empty ledger, to be copied: an engine makes all the tables in more time than most tests take. */
const template = 'empty_ledger';
const schema = 'hub';

let server: Promise<Pool> | undefined;

/** To the server itself. A connection takes PostgreSQL longer than a copy, so that one serves a whole test file. */
async function told(sql: string): Promise<QueryResult> {
	server ??= testServer().then((access) => new Pool({ ...access, max: 1, allowExitOnIdle: true }));
	return await (await server).query(sql);
}

const targetIn = (access: Access, database: string): Target => ({
	...{ ...access, engine: 'postgres', database, schema, ssl: 'disable' },
});

let made: Promise<unknown> | undefined;

/** Once per server, which outlives a test file. It has its name when it is complete. */
async function makeTemplate(): Promise<void> {
	const { rows } = await told(`SELECT 1 FROM pg_database WHERE datname = '${template}'`);
	if (rows.length > 0) return;
	const draft = `draft_${randomUUID().replaceAll('-', '')}`;
	await told(`CREATE DATABASE ${draft}`);
	await (await openLedger(targetIn(await testServer(), draft))).close();
	await told(`ALTER DATABASE ${draft} RENAME TO ${template}`);
}

/** A database on this process's server that nobody has, with an empty ledger in it. */
export async function copyOnServer(): Promise<Target> {
	await (made ??= makeTemplate());
	const database = `test_${randomUUID().replaceAll('-', '')}`;
	// Written as files: all of it through the log takes longer.
	await told(`CREATE DATABASE ${database} TEMPLATE ${template} STRATEGY file_copy`);
	return targetIn(await testServer(), database);
}

export const dropCopy = async ({ database }: Target) =>
	await told(`DROP DATABASE ${database} WITH (FORCE)`);

let file: Promise<Buffer> | undefined;

async function readFile(): Promise<Buffer> {
	const folder = mkdtempSync(join(tmpdir(), 'order-hub-'));
	const path = join(folder, 'ledger.sqlite');
	await (await openLedger({ engine: 'sqlite', file: path })).close();
	const read = readFileSync(path);
	rmSync(folder, { recursive: true });
	return read;
}

/** What the file of an empty ledger holds. */
export const emptyFile = async (): Promise<Buffer> => await (file ??= readFile());
