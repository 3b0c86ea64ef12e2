import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { stopwatch, type Stopwatch } from './stopwatch';

/** Bare inserts through node:sqlite, as durable as the ledger and in transactions of the same size. */
export async function floor(
	folder: string,
	transactions: number,
	rows: readonly string[],
): Promise<Stopwatch> {
	const database = new DatabaseSync(join(folder, 'floor.sqlite'));
	database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
	database.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
	const insert = database.prepare('INSERT INTO bare (body) VALUES (?)');
	const watch = stopwatch();
	for (let at = 0; at < transactions; at++) {
		await watch.time(async () => {
			database.exec('BEGIN IMMEDIATE');
			for (const row of rows) insert.run(row);
			database.exec('COMMIT');
		});
	}
	database.close();
	return watch;
}
