import { setTimeout as sleep } from 'node:timers/promises';

/** Customers go on ordering, whatever happens to n8n, until the signal. Answers once the last of them has. */
export async function flow(
	goOn: () => Promise<void>,
	everyMs: number,
	signal: AbortSignal,
): Promise<void> {
	while (!signal.aborted) {
		await goOn();
		await sleep(everyMs, undefined, { signal }).catch(() => undefined);
	}
}
