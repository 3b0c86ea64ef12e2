import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers, startPostgres, type Access } from './postgres';

/** Of this process: the server clears the folder away when it ends, that is, with the process. */
const folder = join(tmpdir(), `order-hub-test-server-${process.pid}`);
const note = join(folder, 'access.json');

/** One PostgreSQL for all test files that a process of jest runs. Every file loads this module anew, hence the note. */
export async function testServer(): Promise<Access> {
	const noted = existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as Access) : null;
	if (noted !== null && (await answers(noted))) return noted;
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder);
	const { access } = await startPostgres({ durable: false, folder });
	writeFileSync(note, JSON.stringify(access));
	return access;
}
