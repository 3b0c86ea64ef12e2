import { Client } from 'pg';

import type { Access } from '../../test/support/postgres';
import type { Hosting } from '../hosting';
import { look } from '../syncs';
import { dumpTables } from './dumpTables';
import { queueEnvironment } from './queueEnvironment';
import { postgres, redis } from './servers';

/** n8n as a main and two workers, on PostgreSQL and Redis; the ledger is in the database that n8n uses. */
export async function queueHosting(folder: string): Promise<Hosting> {
	const broker = await redis(folder);
	const database = await postgres();
	const { access } = database;
	// On a server that others use as well, no two demos meet.
	const schemas = { n8n: `n8n_${Date.now()}`, ledger: `order_hub_${Date.now()}` };
	await within(access, `CREATE SCHEMA ${schemas.n8n}`);
	const { host, port, user, password } = access;
	const server = `${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}`;
	const ledger = `postgresql://${server}/${access.database}?schema=${schemas.ledger}`;
	// The first look takes seconds in which nothing else is done: not later, when somebody waits for an answer.
	look(ledger, 'SELECT 1');
	return {
		workers: 2,
		environment: queueEnvironment(access, schemas.n8n, broker.access),
		ledger,
		ledgerCredential: { engine: 'postgres', ...access, schema: schemas.ledger, ssl: 'disable' },
		secrets: {
			'password of PostgreSQL': database.secrets,
			'password of Redis': broker.secrets,
		},
		crashDatabase: () => database.crash(),
		async close() {
			await dumpTables(access, Object.values(schemas), folder);
			for (const schema of Object.values(schemas))
				await within(access, `DROP SCHEMA IF EXISTS ${schema} CASCADE`);
			await database.stop();
			await broker.stop();
		},
	};
}

async function within(access: Access, sql: string): Promise<void> {
	const client = new Client(access);
	await client.connect();
	await client.query(sql);
	await client.end();
}
