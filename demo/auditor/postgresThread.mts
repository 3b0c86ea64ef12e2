import { setTimeout as sleep } from 'node:timers/promises';
import { workerData, type MessagePort } from 'node:worker_threads';
import { Client, DatabaseError } from 'pg';

import type { Answer, Question } from './postgresTables';

const { address, port, answered }: { address: URL; port: MessagePort; answered: Int32Array } =
	workerData;

/** A server that died is up again by then. */
const patienceMs = 60_000;
/** smallint, integer, bigint, numeric, double precision: as SQLite gives them. */
const numbers = new Set([21, 23, 20, 1700, 701]);
const boolean = 16;

let connected: Client | null = null;

async function client(): Promise<Client> {
	if (connected) return connected;
	const target = new URL(address);
	const schema = target.searchParams.get('schema');
	target.search = '';
	const fresh = new Client({
		connectionString: target.href,
		options: `-c search_path=${schema}`,
		types: {
			getTypeParser: (type: number) => (value: string) =>
				numbers.has(type) ? Number(value) : type === boolean ? Number(value === 't') : value,
		},
	});
	fresh.on('error', () => (connected = null));
	await fresh.connect();
	return (connected = fresh);
}

async function answer({ sql, values }: Question): Promise<Answer> {
	const deadline = Date.now() + patienceMs;
	for (;;) {
		const [outcome] = await Promise.allSettled([asked(sql, values)]);
		if (outcome.status === 'fulfilled') return { rows: outcome.value };
		if (!isAway(outcome.reason) || Date.now() > deadline)
			return { rows: [], refusal: String(outcome.reason) };
		connected = null;
		await sleep(200);
	}
}

const asked = async (sql: string, values: Question['values']) =>
	(await (await client()).query(sql, [...values])).rows;

/** Whatever is no answer of the database, or says that it is starting or ending. */
const isAway = (reason: unknown) =>
	!(reason instanceof DatabaseError) || /^(57P|08)/.test(reason.code ?? '');

port.on('message', async (question: Question) => {
	port.postMessage(await answer(question));
	Atomics.store(answered, 0, 1);
	Atomics.notify(answered, 0);
});
