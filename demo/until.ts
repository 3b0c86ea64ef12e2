import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until the answer is something; null, false and undefined mean not yet. What it throws
 * says what was expected, for how long, and what was seen last. The last look begins when the time is over: one before
 * it may have taken all of it.
 */
export async function until<Answer>(
	expected: string,
	probe: () => Promise<Answer | null | false | undefined>,
	{ seconds = 900, everyMs = 250, seen = async (): Promise<unknown> => undefined } = {},
): Promise<Answer> {
	const deadline = Date.now() + seconds * 1000;
	for (let isLast = false; !isLast; await sleep(everyMs)) {
		isLast = Date.now() >= deadline;
		const answer = await probe();
		if (answer !== null && answer !== false && answer !== undefined) return answer;
	}
	throw new Error(
		`expected ${expected} within ${seconds} s; seen: ${JSON.stringify(await seen())}`,
	);
}
