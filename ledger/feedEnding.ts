import { refused as refusal } from '../domain/failure';
import type { FeedReport } from '../domain/feed';
import { breath } from './breath';
import { countRows, endFeed, feedRow, type FeedCounts, type FeedRow } from './feedRows';
import { endInvoice } from './invoiceRows';
import { holdRun } from './lease';
import type { SyncRun } from './syncShapes';
import { each, elements, rows, type Engine, type Work } from './statement';

/** Rows that one transaction ends. */
const atOnce = 1_000;

const none: FeedCounts = { accepted: 0, refused: 0 };

/**
 * Records what the channel says of a feed that it has worked off, some rows in each transaction. Whoever dies on the way leaves
 * the feed open, and the next one ends the rest.
 */
export async function settleFeed(
	engine: Engine['run'],
	held: SyncRun,
	{ feed, report }: { readonly feed: number; readonly report: FeedReport },
): Promise<FeedCounts> {
	let counts = none;
	const step = async (work: (row: FeedRow) => Work<FeedCounts>): Promise<boolean> => {
		const ended = await engine(() => ofOpenFeed(held, feed, work));
		counts = {
			accepted: counts.accepted + ended.accepted,
			refused: counts.refused + ended.refused,
		};
		await breath();
		return ended.accepted + ended.refused > 0;
	};
	for (let at = 0; at < report.refused.length; at += atOnce) {
		await step((row) => refuseRows(row, report.refused.slice(at, at + atOnce)));
	}
	while (await step((row) => endRows(row, report)));
	return counts;
}

function* ofOpenFeed(
	held: SyncRun,
	feed: number,
	work: (row: FeedRow) => Work<FeedCounts>,
): Work<FeedCounts> {
	yield* holdRun(held);
	const row = yield* feedRow(feed);
	if (row.store !== held.store) {
		throw refusal(`Feed ${row.id} is of store ${row.store}, and the run of ${held.store}.`);
	}
	if (row.state !== 'open') return none;
	const counts = yield* work(row);
	yield* countRows(row.id, counts);
	return counts;
}

/** Where another price is wanted by now, that one is to be sent, whatever became of the older. */
const ended = `state = CASE WHEN minor = sent_minor AND currency = sent_currency THEN ? ELSE 'pending' END,
	reason = CASE WHEN minor = sent_minor AND currency = sent_currency THEN CAST(? AS TEXT) END,
	feed = CASE WHEN minor = sent_minor AND currency = sent_currency THEN feed END, ended_at = {now}`;

function* refuseRows(
	{ id, store, kind }: FeedRow,
	refused: FeedReport['refused'],
): Work<FeedCounts> {
	if (kind === 'invoice') return none;
	const told = yield* each(
		`UPDATE prices SET ${ended} WHERE store = ? AND listing = ? AND feed = ? AND state = 'sent' RETURNING listing`,
		refused.map(({ row, reason }) => ['refused', reason, store, row, id]),
	);
	return { accepted: 0, refused: told.length };
}

/** Those that are left; without any, the feed is over. */
function* endRows(row: FeedRow, report: FeedReport): Work<FeedCounts> {
	const { id, store, kind } = row;
	const { refusedWhole } = report;
	if (kind === 'invoice') {
		yield* endFeed(id, 'done', refusedWhole);
		return yield* endInvoice(id, report);
	}
	const left = yield* rows<{ listing: string }>(
		"SELECT listing FROM prices WHERE feed = ? AND state = 'sent' ORDER BY listing LIMIT ?",
		id,
		atOnce,
	);
	yield* rows(
		`UPDATE prices SET ${ended} WHERE store = ? AND state = 'sent' AND listing IN {elements}`,
		refusedWhole === null ? 'done' : 'refused',
		refusedWhole,
		store,
		elements(left.map(({ listing }) => listing)),
	);
	if (left.length < atOnce) yield* endFeed(id, 'done', refusedWhole);
	return refusedWhole === null
		? { accepted: left.length, refused: 0 }
		: { accepted: 0, refused: left.length };
}
