import { refused as refusal } from '../domain/failure';
import type { Money } from '../domain/money';
import type { Price } from '../domain/price';
import { breath } from './breath';
import { adopt, endFeed, feedRow, startFeed, type FeedRow } from './feedRows';
import type { FeedOpened } from './feedShapes';
import { endInvoice } from './invoiceRows';
import { holdRun } from './lease';
import type { SyncRun } from './syncShapes';
import { elements, rows, run, type Engine, type Work } from './statement';

/** Prices that one transaction reserves. */
const atOnce = 1_000;

/**
 * Reserves prices for one feed before the channel hears of it: whatever happens on the way, nobody sends them in another one
 * until it is known what became of this.
 */
export async function openPriceFeed(
	engine: Engine['run'],
	held: SyncRun,
	limit: number,
): Promise<FeedOpened> {
	const feed = await engine(function* () {
		yield* holdRun(held);
		return yield* startFeed(held.store, 'prices');
	});
	const reserved: Price[] = [];
	while (reserved.length < limit) {
		const wanted = Math.min(atOnce, limit - reserved.length);
		const more = await engine(() => reserve(held, feed, wanted));
		reserved.push(...more);
		if (more.length < wanted) break;
		await breath();
	}
	return { feed, rows: reserved };
}

function* reserve(held: SyncRun, feed: number, limit: number): Work<readonly Price[]> {
	yield* holdRun(held);
	const next = yield* rows<{ listing: string }>(
		"SELECT listing FROM prices WHERE store = ? AND state = 'pending' ORDER BY listing LIMIT ?",
		held.store,
		limit,
	);
	const reserved = yield* rows<{ listing: string } & Money>(
		`UPDATE prices SET state = 'sent', feed = ?, sent_minor = minor, sent_currency = currency
		WHERE store = ? AND state = 'pending' AND listing IN {elements} RETURNING listing, minor, currency`,
		feed,
		held.store,
		elements(next.map(({ listing }) => listing)),
	);
	return reserved
		.map(({ listing, minor, currency }) => ({ listing, price: { minor, currency } }))
		.toSorted((one, other) => (one.listing < other.listing ? -1 : 1));
}

/** The channel has it, under this id. */
export function* feedCreated(feed: number, channelFeed: string): Work<void> {
	const row = yield* feedRow(feed);
	if (row.channel_feed === channelFeed) return;
	if (row.state !== 'creating') throw tooLate(row);
	yield* adopt(feed, channelFeed);
}

/** It is certain that the channel does not have it: its prices wait again, its invoice is to be uploaded again. */
export function* feedNotCreated(feed: number, why: string): Work<void> {
	const row = yield* feedRow(feed);
	if (row.state !== 'creating') throw tooLate(row);
	yield* giveBack(row, why);
}

const tooLate = ({ id, state }: FeedRow) =>
	refusal(`Feed ${id} is ${state} by now, so nothing was changed. Price: Push has seen to it.`);

export function* giveBack(row: FeedRow, why: string): Work<void> {
	yield* endFeed(row.id, 'lost', why);
	if (row.kind === 'invoice') {
		yield* endInvoice(row.id, { refused: [], refusedWhole: why });
		return;
	}
	yield* run(
		"UPDATE prices SET state = 'pending', feed = NULL, reason = NULL, ended_at = NULL WHERE feed = ?",
		row.id,
	);
}

/** A person found that the channel did not get it. */
export function* resendFeed(feed: number): Work<void> {
	yield* giveBack(yield* feedRow(feed), 'A person had it sent again.');
}
