import { refused as refusal } from '../domain/failure';
import type { FeedKind } from '../domain/feed';
import { instant } from '../domain/instant';
import type { FeedState, LedgerFeed } from './feedShapes';
import { first, rows, run, type Work } from './statement';

/** Younger than this, a feed may still be on its way to the channel. */
export const onItsWayMs = 2 * 60_000;

export interface FeedRow {
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

/** Rows that the channel took and refused. */
export type FeedCounts = Pick<FeedRow, 'accepted' | 'refused'>;

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

/** Locked. */
export function* feedRow(feed: number): Work<FeedRow> {
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

/** The channel has it, under this id. */
export const adopt = (feed: number, channelFeed: string): Work<void> =>
	run("UPDATE feeds SET state = 'open', channel_feed = ? WHERE id = ?", channelFeed, feed);

export const endFeed = (id: number, state: 'done' | 'lost', detail: string | null): Work<void> =>
	run('UPDATE feeds SET state = ?, detail = ?, ended_at = {now} WHERE id = ?', state, detail, id);

/** What more is known of its rows. */
export const countRows = (id: number, { accepted, refused }: FeedCounts): Work<void> =>
	run(
		'UPDATE feeds SET accepted = accepted + ?, refused = refused + ? WHERE id = ?',
		accepted,
		refused,
		id,
	);
