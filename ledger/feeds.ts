import { refused as refusal } from '../domain/failure';
import type { FeedKind, FeedReport, FeedSeen } from '../domain/feed';
import { instant } from '../domain/instant';
import type { Money } from '../domain/money';
import { raise } from './exceptions';
import type { FeedOpened, FeedState, LedgerFeed } from './feedShapes';
import { endInvoice } from './invoiceRows';
import { holdRun } from './lease';
import type { FeedLearnt } from './priceShapes';
import type { SyncRun } from './syncShapes';
import { each, elements, first, rows, run, type Work } from './statement';

/** Younger than this, a feed may still be on its way to the channel. */
const onItsWayMs = 2 * 60_000;
/** Older than this, a feed that the channel does not list never arrived. */
const arrivedByMs = 15 * 60_000;
/** How much earlier and later than the ledger the channel may have written down that a feed was created. */
const skewMs = 2 * 60_000;

interface FeedRow {
	readonly id: number;
	readonly store: string;
	readonly kind: FeedKind;
	readonly state: FeedState;
	readonly channel_feed: string | null;
	readonly created_at: number;
	readonly ended_at: number | null;
	readonly accepted: number;
	readonly refused: number;
	readonly detail: string | null;
	readonly now: number;
}

const columns =
	'id, store, kind, state, channel_feed, created_at, ended_at, accepted, refused, detail, {now} AS now';

export function* startFeed(store: string, kind: FeedKind): Work<number> {
	const feed = yield* first<{ id: number }>(
		`INSERT INTO feeds (store, kind, state, created_at) VALUES (?, ?, 'creating', {now}) RETURNING id`,
		store,
		kind,
	);
	return feed?.id ?? 0;
}

/**
 * Reserves prices for one feed before the channel hears of it: whatever happens on the way, nobody sends them in another one
 * until it is known what became of this.
 */
export function* openPriceFeed(held: SyncRun, limit: number): Work<FeedOpened> {
	yield* holdRun(held);
	const feed = yield* startFeed(held.store, 'prices');
	const reserved = yield* rows<{ listing: string } & Money>(
		`UPDATE prices SET state = 'sent', feed = ?, sent_minor = minor, sent_currency = currency
		WHERE store = ? AND state = 'pending' AND listing IN
			(SELECT listing FROM prices WHERE store = ? AND state = 'pending' ORDER BY listing LIMIT ?)
		RETURNING listing, minor, currency`,
		feed,
		held.store,
		held.store,
		limit,
	);
	const found = reserved.map(({ listing, minor, currency }) => ({
		listing,
		price: { minor, currency },
	}));
	return { feed, rows: found.toSorted((one, other) => (one.listing < other.listing ? -1 : 1)) };
}

/** The channel has it, under this id. */
export function* feedCreated(feed: number, channelFeed: string): Work<void> {
	const row = yield* feedRow(feed);
	if (row.channel_feed === channelFeed) return;
	if (row.state !== 'creating') throw tooLate(row);
	yield* run("UPDATE feeds SET state = 'open', channel_feed = ? WHERE id = ?", channelFeed, feed);
}

/** It is certain that the channel does not have it: its prices wait again, its invoice is to be uploaded again. */
export function* feedNotCreated(feed: number, why: string): Work<void> {
	const row = yield* feedRow(feed);
	if (row.state !== 'creating') throw tooLate(row);
	yield* giveBack(row, why);
}

const tooLate = ({ id, state }: FeedRow) =>
	refusal(`Feed ${id} is ${state} by now, so nothing was changed. Price: Push has seen to it.`);

/** Locked. */
function* feedRow(feed: number): Work<FeedRow> {
	const row = yield* first<FeedRow>(`SELECT ${columns} FROM feeds WHERE id = ? {forUpdate}`, feed);
	if (row === undefined) throw refusal(`There is no feed ${feed} in the ledger.`);
	return row;
}

/** Those that the channel is to be asked about, oldest first. */
export function* feedsToAsk(store: string): Work<readonly LedgerFeed[]> {
	const found = yield* rows<FeedRow>(
		`SELECT ${columns} FROM feeds WHERE store = ? AND (state = 'open' OR (state = 'creating' AND created_at <= {now} - ?))
		ORDER BY id`,
		store,
		onItsWayMs,
	);
	return found.map(toFeed);
}

const toFeed = (row: FeedRow): LedgerFeed => ({
	feed: row.id,
	store: row.store,
	kind: row.kind,
	state: row.state,
	channelFeed: row.channel_feed,
	createdAt: instant(row.created_at),
	endedAt: row.ended_at === null ? null : instant(row.ended_at),
	accepted: row.accepted,
	refused: row.refused,
	detail: row.detail,
});

interface Counts {
	readonly accepted: number;
	readonly refused: number;
}

const none: Counts = { accepted: 0, refused: 0 };

/** Records what was learnt of a feed. What is over already stays as it ended. */
export function* learn(held: SyncRun, learnt: FeedLearnt): Work<Counts> {
	const row = yield* feedRow(learnt.feed);
	if (row.store !== held.store) {
		throw refusal(`Feed ${row.id} is of store ${row.store}, and the run of ${held.store}.`);
	}
	if ('report' in learnt) return row.state === 'open' ? yield* close(row, learnt.report) : none;
	if (row.state === 'creating') yield* lookUp(held, row, learnt.seen);
	return none;
}

/**
 * Finds the feed among those of the channel. One that nobody knows, from the time in question, is it. With several, or with
 * several of ours on their way, nobody can tell: a person has to look, because a repetition might count twice.
 */
function* lookUp(held: SyncRun, row: FeedRow, seen: readonly FeedSeen[]): Work<void> {
	const unknown = yield* unknownOf(row, seen);
	const [only] = unknown;
	if (only === undefined) {
		if (row.now - row.created_at > arrivedByMs) {
			yield* giveBack(row, 'The channel does not list it, so it never arrived.');
		}
		return;
	}
	if (unknown.length === 1 && !(yield* hasRivals(row))) {
		yield* run("UPDATE feeds SET state = 'open', channel_feed = ? WHERE id = ?", only.id, row.id);
		return;
	}
	yield* lose(held, row, unknown);
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
	yield* endRows(row, { refused: [], refusedWhole: unclear });
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

/** A person found that the channel did not get it. */
export function* resendFeed(feed: number): Work<void> {
	yield* giveBack(yield* feedRow(feed), 'A person had it sent again.');
}

/** What is known of a row after the channel has told of its feed. */
function* close(row: FeedRow, report: FeedReport): Work<Counts> {
	const counts = yield* endRows(row, report);
	yield* endFeed(row.id, 'done', report.refusedWhole, counts);
	return counts;
}

function* endRows(row: FeedRow, report: FeedReport): Work<Counts> {
	return row.kind === 'prices' ? yield* endPrices(row, report) : yield* endInvoice(row.id, report);
}

/** Where another price is wanted by now, that one is to be sent, whatever became of the older. */
function* endPrices({ id, store }: FeedRow, { refused, refusedWhole }: FeedReport): Work<Counts> {
	const isWanted = 'minor = sent_minor AND currency = sent_currency';
	const one = "feed = ? AND store = ? AND state = 'sent'";
	const newer = yield* first<{ n: number }>(
		`SELECT COUNT(*) AS n FROM prices WHERE ${one} AND NOT (${isWanted})`,
		id,
		store,
	);
	const ended = yield* each(
		`UPDATE prices SET state = 'refused', reason = ?, ended_at = {now}
		WHERE ${one} AND ${isWanted} AND listing = ? RETURNING listing`,
		refused.map(({ row, reason }) => [reason, id, store, row]),
	);
	const others = yield* rows(
		`UPDATE prices SET state = ?, reason = ?, ended_at = {now} WHERE ${one} AND ${isWanted} RETURNING listing`,
		refusedWhole === null ? 'done' : 'refused',
		refusedWhole,
		id,
		store,
	);
	yield* run(`UPDATE prices SET state = 'pending', feed = NULL WHERE ${one}`, id, store);
	return refusedWhole === null
		? { accepted: others.length + (newer?.n ?? 0), refused: ended.length }
		: { accepted: 0, refused: ended.length + others.length + (newer?.n ?? 0) };
}

function* giveBack(row: FeedRow, why: string): Work<void> {
	yield* endFeed(row.id, 'lost', why);
	if (row.kind === 'invoice') {
		yield* endInvoice(row.id, { refused: [], refusedWhole: why });
		return;
	}
	yield* run(
		"UPDATE prices SET state = 'pending', feed = NULL, reason = NULL, ended_at = NULL WHERE feed = ? AND store = ?",
		row.id,
		row.store,
	);
}

const endFeed = (
	id: number,
	state: 'done' | 'lost',
	detail: string | null,
	{ accepted, refused }: Counts = none,
): Work<void> =>
	run(
		'UPDATE feeds SET state = ?, detail = ?, accepted = ?, refused = ?, ended_at = {now} WHERE id = ?',
		state,
		detail,
		accepted,
		refused,
		id,
	);
