export interface QuotaLimit {
	readonly calls: number;
	readonly perMs: number;
}

/** No more than `calls` within any `perMs`. Calls that were refused do not count. */
export const slidingWindow = ({ calls, perMs }: QuotaLimit, now: () => number) => {
	const taken = new Map<string, readonly number[]>();
	/** Takes one call; answers 0, or how long until the next one is free. */
	return (key: string): number => {
		const at = now();
		const recent = (taken.get(key) ?? []).filter((earlier) => earlier > at - perMs);
		const [oldest] = recent;
		if (recent.length >= calls && oldest !== undefined) return oldest + perMs - at;
		taken.set(key, [...recent, at]);
		return 0;
	};
};

export interface BucketLimit {
	/** Calls that come back in a second. */
	readonly rate: number;
	/** Calls at once, after a rest. */
	readonly burst: number;
}

/** A bucket that starts full. Calls that were refused take nothing. */
export const tokenBucket = ({ rate, burst }: BucketLimit, now: () => number) => {
	let [left, since] = [burst, now()];
	/** Takes one call, if there is one. */
	return (): boolean => {
		const at = now();
		left = Math.min(burst, left + ((at - since) / 1000) * rate);
		since = at;
		if (left < 1) return false;
		left -= 1;
		return true;
	};
};
