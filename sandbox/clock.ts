/** Sandbox time in epoch ms: runs with the machine's, `timeScale` times as fast, and can be moved ahead. */
export interface Clock {
	now(): number;
	/** As `now`, without what was moved: what a quota counts. */
	elapsed(): number;
	advance(ms: number): number;
}

export const sandboxClock = (startAt = Date.now(), timeScale = 1): Clock => {
	const begun = performance.now();
	let moved = 0;
	const elapsed = () => (performance.now() - begun) * timeScale;
	const now = () => Math.floor(startAt + elapsed() + moved);
	return {
		now,
		elapsed,
		advance: (ms) => {
			moved += ms;
			return now();
		},
	};
};
