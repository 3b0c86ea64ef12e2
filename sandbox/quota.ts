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
