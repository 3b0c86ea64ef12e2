import { n8nFolder } from './n8nFolder';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const file = join(n8nFolder, 'n8n.log');

// n8n reads these as it is loaded: import this file before anything of n8n.
Object.assign(process.env, {
	N8N_LOG_LEVEL: 'debug',
	N8N_LOG_OUTPUT: 'file',
	N8N_LOG_FORMAT: 'json',
	N8N_LOG_FILE_LOCATION: file,
});

const text = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** All that n8n has written into its log at the level debug, which lies in its folder. It writes late: it is done when this is in it. */
export async function n8nLog(last: string): Promise<string> {
	for (let times = 0; times < 200 && !text().includes(last); times++) await sleep(25);
	return text();
}
