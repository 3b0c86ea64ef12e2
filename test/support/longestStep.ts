import { setImmediate as turn } from 'node:timers/promises';

/** The most that was added between two turns that others in the process had while the work was done. */
export async function longestStep(
	work: Promise<unknown>,
	done: () => Promise<number>,
): Promise<number> {
	let isOver = false;
	void Promise.allSettled([work]).then(() => {
		isOver = true;
	});
	let before = 0;
	let longest = 0;
	while (!isOver) {
		await turn();
		const now = await done();
		longest = Math.max(longest, now - before);
		before = now;
	}
	return longest;
}
