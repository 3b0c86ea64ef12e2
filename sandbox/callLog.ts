/** What is known of every call. */
export interface Logged {
	readonly seq: number;
	/** On the sandbox's clock, and on the machine's. */
	readonly at: number;
	readonly wallAt: number;
	readonly ms: number;
}

/** Calls by what is known before they are answered, and what after. */
export const callLog = <Asked extends object, Outcome extends object>(now: () => number) => {
	const calls: (Logged & Asked & Outcome)[] = [];
	return {
		/** Starts a call; what comes back ends it. */
		begin(asked: Asked) {
			const begun = performance.now();
			const [at, wallAt] = [now(), Date.now()];
			return (outcome: Outcome) => {
				const seq = calls.length + 1;
				const ms = performance.now() - begun;
				calls.push({ seq, at, wallAt, ...asked, ...outcome, ms });
			};
		},
		since: (seq: number): readonly (Logged & Asked & Outcome)[] => calls.slice(seq),
		count: (isCounted: (call: Logged & Asked & Outcome) => boolean) =>
			calls.filter(isCounted).length,
	};
};
