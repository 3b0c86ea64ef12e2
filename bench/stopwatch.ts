export interface Stopwatch {
	time<T>(call: () => Promise<T>): Promise<T>;
	perSecond(count: number): number;
	longestHoldMs(): number;
}

/**
 * Adds up what a row of calls took, and finds the one that held the event loop longest: the part of a call
 * before it gives its promise back runs in one go.
 */
export function stopwatch(): Stopwatch {
	let totalMs = 0;
	let longestHoldMs = 0;
	return {
		async time(call) {
			const from = performance.now();
			const answer = call();
			longestHoldMs = Math.max(longestHoldMs, performance.now() - from);
			const settled = await answer;
			totalMs += performance.now() - from;
			return settled;
		},
		perSecond: (count: number) => (count * 1000) / totalMs,
		longestHoldMs: () => longestHoldMs,
	};
}
