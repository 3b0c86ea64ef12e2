import { once } from 'node:events';
import { sleep } from 'n8n-workflow';
import { merchantAndApp } from '../channels/ikas/requests';
import type { Quota } from '../domain/quota';
import type { LedgerOptions } from '../ledger/engine';
import type { Ledger } from '../ledger/ledger';
import { openLedger } from '../ledger/openLedger';
import { throttle } from '../nodes/shared/throttle';

/** A pretend ikas, and the name under which the ledger keeps its quota. */
export interface Target {
	readonly url: string;
	readonly token: string;
	readonly key: string;
	readonly quota: Quota;
}

/** What a process of callers is told on its command line. */
export interface Calling {
	readonly ledger: LedgerOptions;
	readonly target: Target;
	/** Where nothing is counted: the first calls of a process travel long. */
	readonly warmUp: Target;
	/** Callers that call without a rest. */
	readonly bulk: number;
	/** One caller more, urgent, that rests this long between its calls; null for none. */
	readonly urgentEveryMs: number | null;
}

const warmUpCalls = 20;
const patienceMs = 60_000;

/** Says when it is ready, calls once it is told to until its parent is gone, and tells how long each urgent call waited. */
async function main({ ledger: options, target, warmUp, ...calling }: Calling): Promise<void> {
	const ledger = await openLedger(options);
	for (let at = 0; at < warmUpCalls; at++) await call(ledger, warmUp, false);
	let isOver = false;
	process.on('disconnect', () => (isOver = true));
	process.send?.('ready');
	await once(process, 'message');

	async function caller(isUrgent: boolean, restMs: number): Promise<void> {
		while (!isOver) {
			const waitedMs = await call(ledger, target, isUrgent);
			if (isUrgent && process.connected) process.send?.(waitedMs);
			await sleep(restMs);
		}
	}
	const { bulk, urgentEveryMs } = calling;
	const callers = Array.from({ length: bulk }, () => caller(false, 0));
	if (urgentEveryMs !== null) callers.push(caller(true, urgentEveryMs));
	await Promise.all(callers);
	await ledger.close();
}

/** Answers how long it waited for its turn. */
async function call(ledger: Ledger, target: Target, isUrgent: boolean): Promise<number> {
	const { url, token, key, quota } = target;
	const from = Date.now();
	await throttle(ledger, { key, quota, until: from + patienceMs, isUrgent }).take();
	const waitedMs = Date.now() - from;
	const { method, path, body } = merchantAndApp();
	const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
	const answer = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) });
	await answer.text();
	return waitedMs;
}

void main(JSON.parse(process.argv[2] ?? '') as Calling);
