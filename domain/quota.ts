/** What an outside system allows one credential to send. */
export interface Quota {
	readonly calls: number;
	readonly perMs: number;
	/** How much of it may go within a part of that time, where it is to be spread. */
	readonly portion?: Pick<Quota, 'calls' | 'perMs'>;
}

/** Calls travel: what leaves evenly may arrive closer together, so each window is kept this much wider. */
export const travelMs = 250;

/** So late a call may arrive while nobody has heard of its end: until then it counts as of that time. */
const openMs = 2_000;

/** A window of that length loses a twentieth to the time that calls travel. */
const shortMs = 5_000;

/**
 * Where one call fills the window, another that overtakes it would be refused at once; and a short window has no time to give
 * away. There a call counts from its end, when it has arrived for certain, less what the quickest call takes.
 */
export const openFor = ({ calls, perMs }: Quota): number =>
	calls === 1 || perMs < shortMs ? openMs : 0;

const portionMs = 15_000;

/**
 * The quota for work that goes on for long: in portions, so that whoever else calls waits for seconds only and not for the rest
 * of the window; and a little of it is left over for them.
 */
export function spread<Of extends Quota>(quota: Of): Of {
	const { calls, perMs } = quota;
	const portion = Math.max(1, Math.floor((calls * portionMs) / perMs));
	if (portion >= calls) return quota;
	return {
		...quota,
		calls: calls - Math.floor(calls / 40),
		portion: { calls: portion, perMs: (portion * perMs) / calls },
	};
}

/** The answer to who asks for a call. */
export interface Turn {
	/** How long to wait before asking again, 0 to go now. */
	readonly waitMs: number;
	/** Once the call may go: as of when it is counted, by the clock of who counts. Names it when it has ended. */
	readonly at: number;
}

/** How long so many of the latest calls took is remembered, and fewer than that say nothing. */
const remembered = 20;
const telling = 5;

/** Clocks are read in whole milliseconds. */
const leewayMs = 5;

/**
 * What no call does without. One that leaves this long before another ends arrives after it, since what that one took longer than
 * the quickest may all have been its way there. The more they differ, the quicker one of the next may be. 0 where too few are known.
 */
function quickest(took: readonly number[]): number {
	if (took.length < telling) return 0;
	const sorted = took.toSorted((one, other) => one - other);
	const [least = 0, usual = 0] = [sorted[0], sorted[Math.floor(sorted.length / 2)]];
	return Math.max(0, 2 * least - usual - leewayMs);
}

/** What is known of a quota's calls: as of when each counts, in their order, and how long the latest took. */
export interface Calls {
	readonly calls: readonly number[];
	readonly took: readonly number[];
}

/** The calls once that one has ended: until then it may have been on its way. */
export function withEnded({ calls, took }: Calls, quota: Quota, turn: number, now: number): Calls {
	const opened = turn - openFor(quota);
	// Those of a long window end unnoticed, unless they take long.
	const latest = openFor(quota) === 0 ? [] : [...took.slice(1 - remembered), now - opened];
	const index = calls.indexOf(turn);
	if (index < 0) return { calls, took: latest };
	const arrived = Math.max(opened, now - quickest(latest)) - travelMs;
	return {
		calls: calls.with(index, arrived).toSorted((one, other) => one - other),
		took: latest,
	};
}

/** The times of calls that still fill the window at `now`, from times in their order. */
export const recentCalls = (
	times: readonly number[],
	quota: Quota,
	now: number,
): readonly number[] =>
	times.filter((at) => at > now - windowMs(quota) && at <= now + openFor(quota));

/** When the window has room for one more after these, and its portion; 0 where they have. */
export const roomAt = (recent: readonly number[], quota: Quota): number =>
	Math.max(
		freeAfter(recent, quota.calls, windowMs(quota)),
		quota.portion === undefined ? 0 : freeAfter(recent, quota.portion.calls, quota.portion.perMs),
	);

function freeAfter(recent: readonly number[], calls: number, ms: number): number {
	const oldest = recent[recent.length - calls];
	return oldest === undefined ? 0 : oldest + ms;
}

const windowMs = ({ perMs }: Quota) => perMs + travelMs;

/** One of several quotas that a credential has, such as that of one operation. */
export interface NamedQuota extends Quota {
	readonly name: string;
}
