import { epochMs, instant, type Instant } from '../domain/instant';
import { tell } from './events';
import { holdRun } from './lease';
import { storeOf } from './lookups';
import type { ReconciledHour, ReferencesCompared, ReferencesRead, SyncRun } from './syncShapes';
import { each, elements, rows, run, type Work } from './statement';

type Reference = ReferencesRead['references'][number];

/**
 * Finds orders that the hub lacks, or has in an older revision, although the order sync has passed them. A reconcile reads
 * pages of 200 references and the gaps in them by id, 200 at a time: one call for each page, one more where it has gaps.
 * The cursor moves when the gaps of the page are stored. Orders from before the connection are gaps once, then they are parked.
 */
export function* compareReferences(read: ReferencesRead): Work<ReferencesCompared> {
	const { run: held, references, next, watermark } = read;
	yield* holdRun(held);
	const known = yield* revisionsOf(
		held.store,
		references.map(({ id }) => id),
	);
	const compared = references.map((reference) => {
		const isKnown = isAsNew(reference, known.get(reference.id));
		return { reference, isKnown, isGap: !isKnown && isPassed(reference, held) };
	});
	const gaps = compared.filter(({ isGap }) => isGap).map(({ reference }) => reference.id);
	yield* tell(
		held.store,
		gaps.map((id) => ({ type: 'gap_found', order: null, detail: id })),
	);
	const hours = hoursOf(compared, windowOf(held));
	yield* count(held, hours);
	if (next === null) yield* forgetEmptied(held);
	return { run: held, gaps, hours, next, watermark };
}

/** The newest revision the hub has of each order, null where it cannot tell: then it has what there is. */
function* revisionsOf(
	store: string,
	ids: readonly string[],
): Work<ReadonlyMap<string, Instant | null>> {
	const stored = yield* rows<{ id: string; revised_at: string | null }>(
		`SELECT channel_id AS id, revised_at FROM orders WHERE store = ? AND channel_id IN {elements}
		UNION ALL SELECT channel_id, revised_at FROM archived_orders WHERE store = ? AND channel_id IN {elements}
		UNION ALL SELECT channel_id, revised_at FROM parked WHERE store = ? AND channel_id IN {elements}`,
		store,
		elements(ids),
		store,
		elements(ids),
		store,
		elements(ids),
	);
	const excepted = yield* rows<{ id: string; payload: string }>(
		`SELECT reference AS id, payload FROM exceptions WHERE store = ? AND kind IN ('unreadable', 'unknown_location')
			AND state IN ('open', 'dismissed') AND reference IN {elements}`,
		store,
		elements(ids),
	);
	const newest = new Map<string, Instant | null>();
	const add = (id: string, revisedAt: Instant | null) => {
		const before = newest.get(id);
		const isNewer =
			before === undefined || revisedAt === null || (before !== null && revisedAt > before);
		if (isNewer) newest.set(id, revisedAt);
	};
	for (const { id, revised_at } of stored) add(id, revised_at);
	for (const { id, payload } of excepted) add(id, revisionIn(payload));
	return newest;
}

/** An order that could not be kept is in its exception, in the hub's words or only in the channel's. */
function revisionIn(payload: string): Instant | null {
	const content = JSON.parse(payload) as { revisedAt?: unknown } | null;
	return typeof content?.revisedAt === 'string' ? content.revisedAt : null;
}

const isAsNew = ({ revisedAt }: Reference, known: Instant | null | undefined) =>
	known !== undefined && (known === null || revisedAt === null || known >= revisedAt);

const isPassed = ({ revisedAt }: Reference, { watermark }: SyncRun) =>
	revisedAt === null || (watermark !== null && revisedAt <= watermark);

/** The hour in which the window begins is left out: the walk has only a part of it. */
function hoursOf(
	compared: readonly { reference: Reference; isKnown: boolean; isGap: boolean }[],
	from: Instant,
): readonly ReconciledHour[] {
	const hours = new Map<Instant, ReconciledHour>();
	for (const { reference, isKnown, isGap } of compared) {
		if (reference.revisedAt === null) continue;
		const hour = `${reference.revisedAt.slice(0, 13)}:00:00.000Z`;
		if (hour < from) continue;
		const { channel, hub, gaps } = hours.get(hour) ?? { channel: 0, hub: 0, gaps: 0 };
		hours.set(hour, {
			hour,
			channel: channel + 1,
			hub: hub + (isKnown ? 1 : 0),
			gaps: gaps + (isGap ? 1 : 0),
		});
	}
	return [...hours.values()];
}

/** Adds to what the same run has counted of the hour before, and takes the place of what earlier runs did. */
function* count(held: SyncRun, hours: readonly ReconciledHour[]): Work<void> {
	yield* each(
		`INSERT INTO reconciled (store, hour, channel, hub, gaps, checked_at, run_id) VALUES (?, ?, ?, ?, ?, {now}, ?)
		ON CONFLICT (store, hour) DO UPDATE SET
			channel = excluded.channel + CASE WHEN reconciled.run_id = excluded.run_id THEN reconciled.channel ELSE 0 END,
			hub = excluded.hub + CASE WHEN reconciled.run_id = excluded.run_id THEN reconciled.hub ELSE 0 END,
			gaps = excluded.gaps + CASE WHEN reconciled.run_id = excluded.run_id THEN reconciled.gaps ELSE 0 END,
			checked_at = excluded.checked_at, run_id = excluded.run_id`,
		hours.map(({ hour, channel, hub, gaps }) => [held.store, hour, channel, hub, gaps, held.id]),
	);
}

/** Where the walk begins. */
const windowOf = ({ watermark, connectedAt, overlapMinutes }: SyncRun): Instant =>
	instant(epochMs(watermark ?? connectedAt) - overlapMinutes * 60_000);

/** Hours of the walk in which nothing was changed last any more: their orders were changed again since. */
function* forgetEmptied(held: SyncRun): Work<void> {
	yield* run(
		'DELETE FROM reconciled WHERE store = ? AND hour >= ? AND run_id <> ?',
		held.store,
		windowOf(held),
		held.id,
	);
}

/** Newest first. */
export function* reconciledHours(store: string, limit: number): Work<readonly ReconciledHour[]> {
	yield* storeOf(store);
	return yield* rows<ReconciledHour>(
		'SELECT hour, channel, hub, gaps FROM reconciled WHERE store = ? ORDER BY hour DESC LIMIT ?',
		store,
		limit,
	);
}
