/** What an outside system allows one credential to send. */
export interface Quota {
	readonly calls: number;
	readonly perMs: number;
}

/** Calls travel: what leaves evenly may arrive closer together, so each window is kept this much wider. */
export const travelMs = 250;

/** The answer to who asks for a call. */
export interface Turn {
	/** How long to wait before asking again, 0 to go now. */
	readonly waitMs: number;
	/** When the call may go, by the clock of who counts. */
	readonly at: number;
}

/** The calls of a window once one has ended: one that was under way for longer than calls travel may have arrived late. */
export const withEnded = (calls: readonly number[], at: number, now: number): readonly number[] => {
	const index = calls.indexOf(at);
	return index < 0
		? calls
		: calls.with(index, Math.max(at, now - travelMs)).toSorted((one, other) => one - other);
};

/** One of several quotas that a credential has, such as that of one operation. */
export interface NamedQuota extends Quota {
	readonly name: string;
}
