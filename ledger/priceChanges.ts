import type { Money } from '../domain/money';
import type { PriceReceipt } from '../domain/price';
import { settleFeed } from './feedEnding';
import { lookUp } from './feedLookup';
import { feedsToAsk } from './feedRows';
import { holdRun, moveCursor } from './lease';
import type { PriceChanges, PricesConfirmed, PricesPushed } from './priceShapes';
import type { SyncRun } from './syncShapes';
import { each, first, rows, run, type Engine, type Work } from './statement';

/** Rows that one call hands out. */
const mostRows = 1_000;

/** Why there is nothing to do for the price push, or null when there is. */
export function* whyIdle(store: string): Work<string | null> {
	const work = yield* first(
		`SELECT 1 AS work FROM prices WHERE store = ? AND state = 'pending'
		UNION ALL SELECT 1 FROM feeds WHERE store = ? AND state IN ('creating', 'open') LIMIT 1`,
		store,
		store,
	);
	return work === undefined ? 'No price waits to be sent, and no feed is under way.' : null;
}

/** Hands out prices that the channel has not, in the order of the listings, and the feeds to ask about. */
export function* getPriceChanges(held: SyncRun, limit: number): Work<PriceChanges> {
	yield* holdRun(held);
	const most = Math.max(1, Math.min(limit, mostRows));
	const found = yield* rows<{ listing: string } & Money>(
		`SELECT listing, minor, currency FROM prices WHERE store = ? AND state = 'pending' AND listing > ?
		ORDER BY listing LIMIT ?`,
		held.store,
		held.position ?? '',
		most + 1,
	);
	const changes = found
		.slice(0, most)
		.map(({ listing, minor, currency }) => ({ listing, price: { minor, currency } }));
	const waiting = yield* first<{ n: number }>(
		"SELECT COUNT(*) AS n FROM prices WHERE store = ? AND state = 'pending'",
		held.store,
	);
	return {
		run: held,
		changes,
		waiting: waiting?.n ?? 0,
		feeds: yield* feedsToAsk(held.store),
		next: found.length > most ? (changes.at(-1)?.listing ?? null) : null,
	};
}

/**
 * Records what the channel took, row by row. A receipt for another price than the one wanted now ends nothing: that one is
 * still to be sent. What was not sent waits as before.
 */
export async function confirmPrices(
	engine: Engine['run'],
	pushed: PricesPushed,
): Promise<PricesConfirmed> {
	const { run: held, receipts, feeds = [], next } = pushed;
	const counts = { accepted: 0, refused: 0, unsent: 0 };
	for (const { outcome } of receipts) counts[outcome]++;
	for (const learnt of feeds) {
		if (!('report' in learnt)) continue;
		const { accepted, refused } = await settleFeed(engine, held, learnt);
		counts.accepted += accepted;
		counts.refused += refused;
	}
	await engine(() => confirm(pushed, counts));
	return { run: { ...held, pages: held.pages + 1 }, counts, next };
}

function* confirm(
	{ run: held, receipts, feeds = [], next }: PricesPushed,
	{ accepted, refused }: PricesConfirmed['counts'],
): Work<void> {
	yield* holdRun(held);
	yield* end(held.store, receipts, 'accepted');
	yield* end(held.store, receipts, 'refused');
	for (const learnt of feeds) {
		if ('seen' in learnt) yield* lookUp(held, learnt.feed, learnt.seen);
	}
	yield* moveCursor(held, next, null);
	yield* run(
		'UPDATE sync_runs SET pages = pages + 1, updated = updated + ?, skipped = skipped + ? WHERE id = ?',
		accepted,
		refused,
		held.id,
	);
}

const stateAfter = { accepted: 'done', refused: 'refused' } as const;

const end = (
	store: string,
	receipts: readonly PriceReceipt[],
	outcome: keyof typeof stateAfter,
): Work<unknown> =>
	each(
		`UPDATE prices SET state = ?, reason = ?, feed = NULL, ended_at = {now}
		WHERE store = ? AND listing = ? AND minor = ? AND currency = ? AND state = 'pending'`,
		receipts
			.filter((receipt) => receipt.outcome === outcome)
			.toSorted((one, other) => (one.listing < other.listing ? -1 : 1))
			.map(({ listing, price, reason }) => [
				stateAfter[outcome],
				outcome === 'refused' ? (reason ?? 'no reason was given') : null,
				store,
				listing,
				price.minor,
				price.currency,
			]),
	);
