import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

import type { Value } from './tables';

export interface Question {
	readonly sql: string;
	readonly values: readonly Value[];
}

export interface Answer {
	readonly rows: readonly unknown[];
	/** Why there are none. */
	readonly refusal?: string;
}

type Query = (sql: string, values?: readonly Value[]) => readonly unknown[];

/** More than the patience of the thread. */
const answerMs = 120_000;

/** Queries the database at that address and waits for the answer, as one waits for a file: a thread of its own asks. */
export function postgresTables(address: string): Query {
	const before = known.get(address);
	if (before !== undefined) return before;
	const { port1: here, port2: there } = new MessageChannel();
	const answered = new Int32Array(new SharedArrayBuffer(4));
	const workerData = { address, port: there, answered };
	new Worker(join(__dirname, 'postgresThread.mts'), { workerData, transferList: [there] }).unref();
	here.unref();
	const query: Query = (sql, values = []) => {
		const question: Question = { sql, values };
		Atomics.store(answered, 0, 0);
		here.postMessage(question);
		// The thread may be late in waking whoever waited for the answer before.
		while (Atomics.wait(answered, 0, 0, answerMs) === 'ok' && Atomics.load(answered, 0) === 0);
		const received: { message: Answer } | undefined = receiveMessageOnPort(here);
		const { rows, refusal } = received?.message ?? { rows: [], refusal: 'no answer' };
		if (refusal !== undefined) throw new Error(`the ledger could not be read: ${refusal}`);
		return rows;
	};
	known.set(address, query);
	return query;
}

const known = new Map<string, Query>();
