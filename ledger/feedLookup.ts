import type { FeedSeen } from '../domain/feed';
import { instant } from '../domain/instant';
import { raise } from './exceptions';
import { giveBack } from './feeds';
import { adopt, endFeed, feedRow, onItsWayMs, type FeedRow } from './feedRows';
import { endInvoice } from './invoiceRows';
import type { SyncRun } from './syncShapes';
import { elements, first, rows, run, type Work } from './statement';

/** Older than this, a feed that the channel does not list never arrived. */
const arrivedByMs = 15 * 60_000;
/** How much earlier and later than the ledger the channel may have written down that a feed was created. */
const skewMs = 2 * 60_000;

/**
 * Finds a feed, of which nobody knows whether it was created, among those of the channel. One that nobody knows, from the time in
 * question, is it. With several, or with several of ours on their way, nobody can tell: a person has to look, because a
 * repetition might count twice.
 */
export function* lookUp(held: SyncRun, feed: number, seen: readonly FeedSeen[]): Work<void> {
	const row = yield* feedRow(feed);
	if (row.state !== 'creating') return;
	const unknown = yield* unknownOf(row, seen);
	const [only] = unknown;
	if (only === undefined) {
		if (row.now - row.created_at > arrivedByMs) {
			yield* giveBack(row, 'The channel does not list it, so it never arrived.');
		}
	} else if (unknown.length === 1 && !(yield* hasRivals(row))) yield* adopt(row.id, only.id);
	else yield* lose(held, row, unknown);
}

const isInTime = ({ created_at }: FeedRow, { createdAt }: FeedSeen) =>
	Math.abs(Date.parse(createdAt) - created_at - onItsWayMs / 2) <= onItsWayMs / 2 + skewMs;

function* unknownOf(row: FeedRow, seen: readonly FeedSeen[]): Work<readonly FeedSeen[]> {
	const inTime = seen.filter((one) => isInTime(row, one));
	const known = yield* rows<{ channel_feed: string }>(
		'SELECT channel_feed FROM feeds WHERE store = ? AND channel_feed IN {elements}',
		row.store,
		elements(inTime.map(({ id }) => id)),
	);
	const ids = new Set(known.map(({ channel_feed }) => channel_feed));
	return inTime.filter(({ id }) => !ids.has(id));
}

const unclear = 'Nobody can tell whether the channel got it.';

/** Others of ours that the unknown feed of the channel might be as well. */
function* hasRivals({ id, store, kind, created_at }: FeedRow): Work<boolean> {
	const rival = yield* first(
		`SELECT id FROM feeds WHERE store = ? AND kind = ? AND id <> ? AND created_at BETWEEN ? AND ?
			AND (state = 'creating' OR (state = 'lost' AND detail = ?)) LIMIT 1`,
		store,
		kind,
		id,
		created_at - onItsWayMs - 2 * skewMs,
		created_at + onItsWayMs + 2 * skewMs,
		unclear,
	);
	return rival !== undefined;
}

const whatOf = { prices: 'prices', invoice: 'an invoice' } as const;

function* lose(held: SyncRun, row: FeedRow, unknown: readonly FeedSeen[]): Work<void> {
	yield* endFeed(row.id, 'lost', unclear);
	if (row.kind === 'invoice') yield* endInvoice(row.id, { refused: [], refusedWhole: unclear });
	else yield* endPrices(row.id);
	const ids = unknown.map(({ id }) => id);
	yield* raise({
		store: row.store,
		kind: 'feed_unclear',
		reference: String(row.id),
		cause: `A feed with ${whatOf[row.kind]} was sent at ${instant(row.created_at)} and the answer was lost. The channel lists ${ids.length === 1 ? 'a feed' : 'feeds'} of that time that may be it: ${ids.join(', ')}.`,
		advice:
			'Look at these feeds on the channel. If one holds what was sent, dismiss this. If none does, retry: it is sent once more, an invoice when it is uploaded again.',
		settingsVersion: held.settingsVersion,
		payload: { feed: row.id, kind: row.kind, seen: ids },
	});
}

/** Where another price is wanted by now, that one is to be sent, whatever became of the older. */
function* endPrices(feed: number): Work<void> {
	yield* run(
		`UPDATE prices SET state = 'refused', reason = ?, ended_at = {now}
		WHERE feed = ? AND state = 'sent' AND minor = sent_minor AND currency = sent_currency`,
		unclear,
		feed,
	);
	yield* run(
		"UPDATE prices SET state = 'pending', feed = NULL WHERE feed = ? AND state = 'sent'",
		feed,
	);
}
