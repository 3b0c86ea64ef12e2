import { join } from 'node:path';

import type { Secrets } from './findSecrets';

/** How n8n is run, and where the ledger is. */
export interface Hosting {
	/** Processes that run executions for the main one. */
	readonly workers: number;
	/** What every process is told. */
	readonly environment: NodeJS.ProcessEnv;
	/** A file of SQLite, or an address of PostgreSQL. */
	readonly ledger: string;
	readonly ledgerCredential: object;
	readonly secrets: Secrets;
	/** An immediate stop of the database and a new start. */
	crashDatabase(): Promise<void>;
	/** What stands in a database is in files below n8n's folder afterwards. */
	close(): Promise<void>;
}

/** Sets up what it needs beside n8n, which has its data in the folder. */
export type OpenHosting = (folder: string) => Promise<Hosting>;

/** One process that does everything itself, as a newcomer has it. */
export const oneProcess: OpenHosting = async (folder) => ({
	workers: 0,
	environment: {},
	ledger: join(folder, '.n8n', 'order-hub', 'default.sqlite'),
	ledgerCredential: { engine: 'sqlite', name: 'default' },
	secrets: {},
	crashDatabase: () => Promise.reject(new Error('expected the ledger to have a server of its own')),
	close: async () => undefined,
});
