/** What an outside system allows one credential to send. */
export interface Quota {
	readonly calls: number;
	readonly perMs: number;
}

/** Calls travel: what leaves evenly may arrive closer together, so each window is kept this much wider. */
export const travelMs = 250;

/** So late a call may arrive while nobody has heard of its end: until then it counts as of that time. */
const openMs = 2_000;

/** Where one call fills the window, another that overtakes it would be refused at once. */
export const openFor = ({ calls }: Quota): number => (calls === 1 ? openMs : 0);

/** The answer to who asks for a call. */
export interface Turn {
	/** How long to wait before asking again, 0 to go now. */
	readonly waitMs: number;
	/** Once the call may go: as of when it is counted, by the clock of who counts. Names it when it has ended. */
	readonly at: number;
}

/** The calls of a window once one has ended: one that was under way for longer than calls travel may have arrived late. */
export const withEnded = (calls: readonly number[], at: number, now: number): readonly number[] => {
	const index = calls.indexOf(at);
	return index < 0
		? calls
		: calls
				.with(index, Math.max(at - openMs, now - travelMs))
				.toSorted((one, other) => one - other);
};

/** One of several quotas that a credential has, such as that of one operation. */
export interface NamedQuota extends Quota {
	readonly name: string;
}
