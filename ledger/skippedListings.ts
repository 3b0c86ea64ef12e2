import type { Listing } from '../domain/listing';
import type { Unreadable } from '../domain/order';
import { contentHash } from './contentHash';
import type { ListingEnded } from './listingShapes';
import type { Store } from './storeShapes';
import type { SyncRun } from './syncShapes';
import { each, elements, run, type Work } from './statement';

/** Keeps what has no valid SKU, with the reason, and the run that met it. */
export function* skip(
	store: string,
	skipped: readonly (Listing & { readonly reason: string })[],
	runId: number | null,
): Work<void> {
	yield* each(
		`INSERT INTO skipped_listings (store, listing, sku, title, reason, since, run_id) VALUES (?, ?, ?, ?, ?, {now}, ?)
		ON CONFLICT (store, listing) DO UPDATE SET sku = excluded.sku, title = excluded.title, reason = excluded.reason,
			run_id = excluded.run_id`,
		skipped.map(({ id, sku, title, reason }) => [store, id, sku, title, reason, runId]),
	);
}

/** What could not be read is listed as well, by the channel's id of it, or by its content where it has none. */
export function* skipUnreadable(
	{ code }: Store,
	unreadable: readonly Unreadable[],
	runId: number,
): Work<readonly ListingEnded[]> {
	const skipped = unreadable.map(({ id, reason, raw }) => ({
		id: id ?? contentHash(raw),
		sku: null,
		title: id ?? 'without an ID',
		reason,
	}));
	yield* skip(code, skipped, runId);
	return skipped.map(({ id, reason }) => ({ id, outcome: 'skipped', reason }));
}

/** At the end of a walk: what no run has met since the walk before ended is no longer on the channel, or has come in. */
export function* forgetSkipped({ store, kind }: SyncRun): Work<void> {
	yield* run(
		`DELETE FROM skipped_listings WHERE store = ? AND run_id <=
			(SELECT MAX(id) FROM sync_runs WHERE store = ? AND kind = ? AND state = 'done')`,
		store,
		store,
		kind,
	);
}

export function* noLongerSkipped(store: string, listings: readonly string[]): Work<void> {
	yield* run(
		'DELETE FROM skipped_listings WHERE store = ? AND listing IN {elements}',
		store,
		elements(listings),
	);
}
