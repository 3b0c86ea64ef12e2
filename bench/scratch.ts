import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives the work a folder on disk of its own, and clears it away. */
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'order-hub-bench-'));
	try {
		return await work(folder);
	} finally {
		await rm(folder, { recursive: true });
	}
}
