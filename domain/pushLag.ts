/** So many figures took up to so many seconds from the last look at which they were still right until the channel had confirmed the new ones. */
export interface PushLag {
	readonly seconds: number;
	readonly figures: number;
}

const daySeconds = 86_400;

/** Up to so many seconds, the next in whole steps of so many. */
const steps = [
	[60, 5],
	[600, 30],
	[3_600, 300],
	[daySeconds, 3_600],
] as const;

/** Whole steps, rounded up, that grow with the time: few numbers say all that may have to be remembered. Never above a day. */
export function lagSeconds(ms: number): number {
	const seconds = Math.max(0, ms) / 1_000;
	const [, step] = steps.find(([upTo]) => seconds <= upTo) ?? [daySeconds, daySeconds];
	return Math.min(daySeconds, Math.max(1, Math.ceil(seconds / step)) * step);
}

/** The time within which 95 of 100 figures were confirmed; null where none was. */
export function usualLag(lags: readonly PushLag[]): PushLag | null {
	const figures = lags.reduce((sum, one) => sum + one.figures, 0);
	let left = Math.ceil(figures * 0.95);
	for (const lag of lags.toSorted((one, other) => one.seconds - other.seconds)) {
		left -= lag.figures;
		if (left <= 0 && figures > 0) return { seconds: lag.seconds, figures };
	}
	return null;
}
