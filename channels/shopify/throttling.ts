import type { HttpResponse } from '../connector';
import { isFields } from '../fields';
import { mostPoints } from './paged';

interface Bucket {
	/** What was asked for, in points. */
	readonly requested: number;
	readonly available: number;
	/** What it holds when it is full. */
	readonly most: number;
	/** Points a second. */
	readonly restoreRate: number;
}

const leastWaitMs = 1_000;

/** How long to wait until what was asked for fits into the bucket again (reference/shopify.md 4). */
export function throttledMs(body: unknown): number {
	const bucket = bucketIn(body);
	return bucket === null ? leastWaitMs : Math.max(leastWaitMs, fillMs(bucket, bucket.requested));
}

/**
 * Calls per second that let the bucket fill up, null while there is enough in it for the largest question. Work of several
 * calls that was refused in the middle would begin anew, and never end.
 */
export function paceOf({ body }: HttpResponse): number | null {
	const bucket = bucketIn(body);
	const waitMs = bucket === null ? 0 : fillMs(bucket, Math.min(mostPoints, bucket.most));
	return waitMs > 0 ? 1_000 / waitMs : null;
}

const fillMs = ({ available, restoreRate }: Bucket, points: number): number =>
	Math.ceil((Math.max(0, points - available) * 1_000) / restoreRate);

function bucketIn(body: unknown): Bucket | null {
	const { cost } = isFields(body) && isFields(body.extensions) ? body.extensions : {};
	const { requestedQueryCost, throttleStatus } = isFields(cost) ? cost : {};
	const { currentlyAvailable, maximumAvailable, restoreRate } = isFields(throttleStatus)
		? throttleStatus
		: {};
	const isKnown =
		typeof requestedQueryCost === 'number' &&
		typeof currentlyAvailable === 'number' &&
		typeof maximumAvailable === 'number' &&
		typeof restoreRate === 'number' &&
		restoreRate > 0;
	return isKnown
		? {
				requested: requestedQueryCost,
				available: currentlyAvailable,
				most: maximumAvailable,
				restoreRate,
			}
		: null;
}
