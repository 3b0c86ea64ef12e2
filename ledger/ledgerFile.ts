import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { refused } from '../domain/failure';
import { shown } from '../domain/sku';

/** Where the embedded ledger of that name lives, inside n8n's own data folder; makes the folder. */
export function ledgerFile(name: string, environment: NodeJS.ProcessEnv = process.env): string {
	if (!/^[a-z0-9-]+$/.test(name)) {
		throw refused(
			`Ledger name ${shown(name)} is not usable. Use lower-case letters, digits and hyphens, e.g. "default".`,
		);
	}
	if (environment.EXECUTIONS_MODE === 'queue') {
		throw refused(
			'The embedded ledger works with one n8n process only, and this n8n runs in queue mode. Use PostgreSQL for the ledger.',
		);
	}
	const folder = join(environment.N8N_USER_FOLDER || homedir(), '.n8n', 'order-hub');
	mkdirSync(folder, { recursive: true });
	return join(folder, `${name}.sqlite`);
}
