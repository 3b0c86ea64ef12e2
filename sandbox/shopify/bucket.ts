import type { BucketSize } from './types';

/** What every answer says of the bucket (reference/shopify.md 4). */
export interface ThrottleStatus {
	readonly maximumAvailable: number;
	readonly currentlyAvailable: number;
	readonly restoreRate: number;
}

/** Points of one app at one shop. It starts full, and is asked for the points that a query asks for before it runs. */
export const bucket = ({ maximumAvailable, restoreRate }: BucketSize, now: () => number) => {
	let [left, since] = [maximumAvailable, now()];
	const settle = () => {
		const at = now();
		left = Math.min(maximumAvailable, left + ((at - since) / 1000) * restoreRate);
		since = at;
	};
	return {
		/** Whether there are so many; takes them. */
		take(points: number): boolean {
			settle();
			if (left < points) return false;
			left -= points;
			return true;
		},
		/** Gives back what a query turned out not to need. */
		refund(points: number) {
			left = Math.min(maximumAvailable, left + points);
		},
		status(): ThrottleStatus {
			settle();
			return { maximumAvailable, currentlyAvailable: Math.floor(left), restoreRate };
		},
	};
};

export type Bucket = ReturnType<typeof bucket>;

/** A bucket that is always full. */
export const endless = ({ maximumAvailable, restoreRate }: BucketSize): Bucket => ({
	take: () => true,
	refund: () => {},
	status: () => ({ maximumAvailable, currentlyAvailable: maximumAvailable, restoreRate }),
});
