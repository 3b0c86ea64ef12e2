import { refused } from '../domain/failure';
import { breath } from './breath';
import { dropKept, keptOf, newestOrders, type KeptRows } from './archiveTables';
import { forget } from './forgetting';
import { getOrder } from './orders';
import type { LedgerOrder, OrdersArchived } from './orderShapes';
import { each, rows, type Engine, type Work } from './statement';
import { storeInTurn } from './turn';

/** Orders that one transaction looks at. */
const chunk = 25;
/** An Order Hub Trigger that was away has so long to hear of what happened to an order. */
export const leastDays = 7;
const dayMs = 86_400_000;

export interface ArchiveAsked {
	/** How long an order must have been closed. */
	readonly days: number;
	readonly limit: number;
}

/** Where the walk over closed orders stands. */
interface Position {
	readonly updated_at: number;
	readonly id: number;
}

interface Closed extends Position {
	readonly channel_id: string;
	/** 1 while anything of it is still to be done. */
	readonly owed: number;
}

/**
 * Puts closed orders of which nothing is owed away, the longest closed first, each with all that is kept of it. Answers them as
 * they were; they come back when the channel changes them, or somebody does anything with them. Runs of syncs and events about no
 * order are forgotten when they are as old.
 */
export async function archiveClosed(
	engine: Engine['run'],
	store: string,
	{ days, limit }: ArchiveAsked,
): Promise<OrdersArchived> {
	if (!Number.isInteger(days) || days < leastDays) {
		throw refused(
			`${days} is not a number of days that closed orders stay at hand. Use ${leastDays} or more.`,
		);
	}
	const archived: LedgerOrder[] = [];
	for (let after: Position | null = { updated_at: 0, id: 0 }; after !== null; await breath()) {
		const from: Position = after;
		const room = limit - archived.length;
		const part: Part = await engine(() => archivePart(store, { days, from, room }));
		archived.push(...part.archived);
		if (archived.length >= limit) return { archived, waiting: part.next !== null };
		after = part.next;
	}
	return { archived, waiting: false };
}

interface Part {
	readonly archived: readonly LedgerOrder[];
	readonly next: Position | null;
}

function* archivePart(
	code: string,
	{ days, from, room }: { days: number; from: Position; room: number },
): Work<Part> {
	yield* storeInTurn(code);
	yield* forget(code, days * dayMs);
	const limit = Math.min(chunk, Math.max(1, room));
	const closed = yield* rows<Closed>(
		`SELECT o.id, o.channel_id, o.updated_at, CASE WHEN ${isOwed} THEN 1 ELSE 0 END AS owed FROM orders o
		WHERE o.store = ? AND ${isClosed} AND o.updated_at < {now} - CAST(? AS BIGINT) AND (o.updated_at, o.id) > (?, ?)
		ORDER BY o.updated_at, o.id LIMIT ? {skipLocked}`,
		code,
		days * dayMs,
		from.updated_at,
		from.id,
		limit,
	);
	const newest = yield* newestOrders();
	const done = closed.filter(({ id, owed }) => owed === 0 && !newest.has(id));
	const archived: LedgerOrder[] = [];
	for (const { channel_id } of done) archived.push(yield* getOrder(code, channel_id));
	yield* putAway(done.map(({ id }) => id));
	const last = closed.at(-1);
	return { archived, next: closed.length === limit && last !== undefined ? last : null };
}

/** SQL of an order `o`. */
const isClosed = "o.status IN ('cancelled', 'delivered', 'returned', 'partial_return')";

/** The same: somebody is still to do or to hear something of it. */
const isOwed = `(
	EXISTS (SELECT 1 FROM outbox u WHERE u.order_id = o.id AND u.state IN ('pending', 'claimed', 'waiting', 'exception'))
	OR EXISTS (SELECT 1 FROM reservations r WHERE r.order_id = o.id)
	OR EXISTS (SELECT 1 FROM parcels p WHERE p.order_id = o.id AND p.shipped_at IS NULL)
	OR EXISTS (SELECT 1 FROM returns r WHERE r.order_id = o.id
		AND (r.state NOT IN ('rejected', 'checked') OR (r.refundable IS NOT NULL AND r.refunded IS NULL)))
	OR EXISTS (SELECT 1 FROM exceptions x WHERE x.store = o.store AND x.reference = o.channel_id AND x.state = 'open')
	OR EXISTS (SELECT 1 FROM oms_orders h JOIN exceptions x ON x.store = h.oms AND x.reference = h.oms_id
		WHERE h.order_id = o.id AND x.state = 'open')
	OR EXISTS (SELECT 1 FROM oms_orders h WHERE h.order_id = o.id AND h.waits_for IS NOT NULL)
	OR EXISTS (SELECT 1 FROM invoices i WHERE i.order_id = o.id AND i.state <> 'uploaded')
	OR EXISTS (SELECT 1 FROM manifest_parcels e JOIN manifests m ON m.id = e.manifest
		WHERE e.order_id = o.id AND m.state = 'open')
	OR EXISTS (SELECT 1 FROM asked_orders a WHERE a.store = o.store AND a.channel_id = o.channel_id))`;

function* putAway(orders: readonly number[]): Work<void> {
	if (orders.length === 0) return;
	const kept = yield* keptOf(orders);
	yield* each(
		`INSERT INTO archived_orders (order_id, store, channel_id, number, status, placed_at, revised_at, content_hash, created_at,
			closed_at, archived_at, oms, oms_key, oms_id, seen_at, kept)
		SELECT o.id, o.store, o.channel_id, o.number, o.status, o.placed_at, o.revised_at, o.content_hash, o.created_at, o.updated_at,
			{now}, h.oms, h.key, h.oms_id, h.seen_at, ?
		FROM orders o LEFT JOIN oms_orders h ON h.order_id = o.id WHERE o.id = ?`,
		[...kept].map(([id, of]) => [JSON.stringify(of satisfies KeptRows), id]),
	);
	yield* dropKept([...kept.keys()]);
}
