import { storeOf } from './lookups';
import { first, type Work } from './statement';
import { kindsOfSync } from './syncKinds';
import type { SyncRun } from './syncShapes';

/** A walk that ends now; in epoch ms. */
export interface Walk {
	readonly now: number;
	readonly began: number;
}

/** When the next walk is to begin, in epoch ms. */
export interface Busy {
	readonly wanted: number;
	/** The channel is not to be asked before. */
	readonly soonest: number;
}

/** What is due later than that is left to the schedule; nobody waits for it. */
export const longestRestMs = 20_000;

/** So many runs back something may have been found: each idle walk lets twice the time of the one before it pass. */
const lookedBack = 20;

/**
 * What is parked or cannot be read comes again with each walk, and is no news. While a channel has news it is asked again soon, then after as long as it has had none; and never before it was left alone
 * for as long as it was asked. Null where only the interval counts.
 */
export function* busyDueAt({ store, kind }: SyncRun, { now, began }: Walk): Work<Busy | null> {
	const { settings } = yield* storeOf(store);
	const soonestMs = kindsOfSync[kind].busySeconds(settings) * 1000;
	if (soonestMs === 0) return null;
	const news = yield* first<{ at: number | null }>(
		`SELECT MAX(started_at) AS at FROM (SELECT started_at, created + updated AS found FROM sync_runs
			WHERE store = ? AND kind = ? ORDER BY id DESC LIMIT ${lookedBack}) r WHERE found > 0`,
		store,
		kind,
	);
	if (news?.at == null) return null;
	const soonest = Math.max(began + soonestMs, now + now - began);
	return { soonest, wanted: Math.max(soonest, began + now - news.at) };
}
