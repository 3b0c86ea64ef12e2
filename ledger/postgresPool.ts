import type { Pool } from 'pg';
import { sslOf, type PostgresTarget } from './postgresTarget';
import { reader } from './postgresValues';

/** Few for each process: queue mode has many of them. */
const connections = 10;
const idleMs = 30_000;
/** A pool that is all in use is waited for as long as a server that does not answer. */
const connectMs = 15_000;
/** Longer than the server lets any statement take: only a line that is dead runs into it. */
const answerMs = 60_000;

/** Connections for one process. `pg` is n8n's own; whoever uses the embedded engine does not need it. */
export async function postgresPool(target: PostgresTarget): Promise<Pool> {
	const { host, port, database, user, password, ssl } = target;
	const { Pool } = await import('pg');
	const pool = new Pool({
		...{ host, port, database, user, password, ssl: sslOf[ssl], keepAlive: true },
		application_name: 'order-hub',
		max: connections,
		idleTimeoutMillis: idleMs,
		connectionTimeoutMillis: connectMs,
		query_timeout: answerMs,
		allowExitOnIdle: true,
		types: { getTypeParser: reader },
	});
	// A connection that breaks says so to whoever uses it. Without a listener it would end the process.
	const unheard = () => undefined;
	return pool.on('error', unheard).on('connect', (client) => void client.on('error', unheard));
}
