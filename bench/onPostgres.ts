import type { LedgerOptions } from '../ledger/engine';
import { startPostgres } from '../test/support/postgres';

/** Gives the work a PostgreSQL of its own that writes as durably as in production, and ends it. */
export async function onPostgres<T>(work: (options: LedgerOptions) => Promise<T>): Promise<T> {
	const { access, stop } = await startPostgres({ durable: true });
	try {
		return await work({ engine: 'postgres', ...access, schema: 'order_hub', ssl: 'disable' });
	} finally {
		await stop();
	}
}
