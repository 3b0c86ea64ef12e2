import type { HttpResponse } from '../connector';
import { isFields } from '../fields';

interface Cost {
	readonly requested: number;
	readonly available: number;
	/** Points a second. */
	readonly restoreRate: number;
}

const leastWaitMs = 1_000;

/** How long to wait until what was asked for fits into the bucket again (reference/shopify.md 4). */
export function throttledMs(body: unknown): number {
	const cost = costIn(body);
	return cost === null ? leastWaitMs : Math.max(leastWaitMs, shortMs(cost));
}

/** Calls per second that let the bucket fill up enough for one more of the same cost; null while there is enough in it. */
export function paceOf({ body }: HttpResponse): number | null {
	const cost = costIn(body);
	const waitMs = cost === null ? 0 : shortMs(cost);
	return waitMs > 0 ? 1_000 / waitMs : null;
}

const shortMs = ({ requested, available, restoreRate }: Cost): number =>
	Math.ceil((Math.max(0, requested - available) * 1_000) / restoreRate);

function costIn(body: unknown): Cost | null {
	const { cost } = isFields(body) && isFields(body.extensions) ? body.extensions : {};
	const { requestedQueryCost, throttleStatus } = isFields(cost) ? cost : {};
	const { currentlyAvailable, restoreRate } = isFields(throttleStatus) ? throttleStatus : {};
	const isKnown =
		typeof requestedQueryCost === 'number' &&
		typeof currentlyAvailable === 'number' &&
		typeof restoreRate === 'number' &&
		restoreRate > 0;
	return isKnown
		? { requested: requestedQueryCost, available: currentlyAvailable, restoreRate }
		: null;
}
