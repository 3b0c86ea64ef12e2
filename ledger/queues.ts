import { refused } from '../domain/failure';
import { instant } from '../domain/instant';
import type { RoutingDecision } from '../domain/routing';
import type {
	ExceptionGlance,
	HeldOrder,
	QueueFilter,
	QueuePart,
	WaitingUpdate,
} from './overviewShapes';
import { mappedHubs } from './candidates';
import { clock } from './glance';
import { storeOf } from './lookups';
import type { ParkedOrder } from './orderShapes';
import { never } from './updateShapes';
import { rows, type Value, type Work } from './statement';

export interface Queue<Row> {
	/** SQL up to its WHERE with `o` as the table, and what waits in it. */
	readonly from: string;
	readonly waits: string;
	/** Columns by which it is ordered, together unlike for every row. */
	readonly by: readonly string[];
	/** The values of those columns. */
	readonly at: (row: Row) => readonly Value[];
}

/** A part of the queue, by where the part before ended: rows that leave meanwhile move nothing. */
export function* partOf<Row>(
	queue: Queue<Row>,
	{ store, after, limit }: QueueFilter,
): Work<QueuePart<Row>> {
	if (store !== undefined) yield* storeOf(store);
	const ofStore = store === undefined ? '' : 'AND o.store = ?';
	const from = after === undefined ? [] : placeIn(after, queue.by.length);
	const beyond =
		from.length === 0 ? '' : `AND (${queue.by.join(', ')}) > (${from.map(() => '?').join(', ')})`;
	const found = yield* rows<Row>(
		`${queue.from} WHERE ${queue.waits} ${ofStore} ${beyond} ORDER BY ${queue.by.join(', ')} LIMIT ?`,
		...(store === undefined ? [] : [store]),
		...from,
		limit + 1,
	);
	const last = found[limit - 1];
	return {
		now: instant(yield* clock()),
		rows: found.slice(0, limit),
		next: found.length > limit && last !== undefined ? placeOf(queue.at(last)) : null,
	};
}

/** Fit for an address: numbers as they are, texts in base64. */
const placeOf = (values: readonly Value[]): string =>
	values
		.map((one) =>
			typeof one === 'number' ? `n${one}` : `t${Buffer.from(`${one}`).toString('base64url')}`,
		)
		.join('.');

/** What comes back from an address may be anything. */
function placeIn(after: string, columns: number): readonly Value[] {
	const parts = after.split('.');
	if (parts.length !== columns || !parts.every((part) => /^(n\d{1,15}|t[\w-]*)$/.test(part))) {
		throw refused('There is no such place in the queue. Begin with its first page.');
	}
	return parts.map((part) => {
		const value = part.slice(1);
		return part.startsWith('n') ? Number(value) : Buffer.from(value, 'base64url').toString();
	});
}

interface ExceptionRow extends Omit<ExceptionGlance, 'since'> {
	readonly since: number;
}

const exceptions: Queue<ExceptionRow> = {
	from: 'SELECT o.id, o.store, o.kind, o.reference, o.cause, o.advice, o.since FROM exceptions o',
	waits: "o.state = 'open'",
	by: ['o.id'],
	at: ({ id }) => [id],
};

export function* exceptionQueue(filter: QueueFilter): Work<QueuePart<ExceptionGlance>> {
	const part = yield* partOf(exceptions, filter);
	return { ...part, rows: part.rows.map((row) => ({ ...row, since: instant(row.since) })) };
}

interface HeldRow {
	readonly id: number;
	readonly store: string;
	readonly channel_id: string;
	readonly number: string;
	readonly placed_at: string;
	readonly since: number;
	readonly hold_reason: HeldOrder['holdReason'];
	readonly decision: string | null;
}

const holds: Queue<HeldRow> = {
	from: `SELECT o.id, o.store, o.channel_id, o.number, o.placed_at, COALESCE(h.since, o.updated_at) AS since, o.hold_reason,
		o.decision FROM orders o LEFT JOIN holds h ON h.order_id = o.id`,
	waits: "o.status = 'on_hold'",
	by: ['o.placed_at', 'o.id'],
	at: ({ placed_at, id }) => [placed_at, id],
};

export function* holdQueue(filter: QueueFilter): Work<QueuePart<HeldOrder>> {
	const part = yield* partOf(holds, filter);
	const stores = part.rows.filter(isUnrouted).map(({ store }) => store);
	const hubs = yield* openHubsOf([...new Set(stores)]);
	return {
		...part,
		rows: part.rows.map((row) => toHeld(row, isUnrouted(row) ? (hubs.get(row.store) ?? []) : [])),
	};
}

const isUnrouted = ({ hold_reason: reason }: HeldRow) => reason === 'not_able_to_route';

/** Those of each store that take orders. */
function* openHubsOf(stores: readonly string[]): Work<ReadonlyMap<string, HeldOrder['hubs']>> {
	const of = new Map<string, HeldOrder['hubs']>();
	for (const store of stores) {
		const mapped = yield* mappedHubs(yield* storeOf(store));
		const open = mapped.filter(({ active }) => active);
		of.set(
			store,
			open.map(({ code, name }) => ({ code, name })),
		);
	}
	return of;
}

const toHeld = (row: HeldRow, hubs: HeldOrder['hubs']): HeldOrder => ({
	store: row.store,
	id: row.channel_id,
	number: row.number,
	placedAt: row.placed_at,
	since: instant(row.since),
	holdReason: row.hold_reason,
	why: whyHeld(row),
	hubs,
});

const byPerson: readonly HeldRow['hold_reason'][] = ['forceful_on_hold', 'require_manual_approval'];

/** Why no rule was asked, or what was wrong with each hub. Where a person is waited for, an earlier decision says nothing. */
function whyHeld({ hold_reason: reason, decision }: HeldRow): string | null {
	if (decision === null || byPerson.includes(reason)) return null;
	const { unasked, verdicts } = JSON.parse(decision) as RoutingDecision;
	return unasked ?? verdicts.map(({ hub, why }) => `${hub}: ${why}`).join(' · ');
}

type ParkedRow = Omit<ParkedOrder, 'id' | 'since'> & {
	readonly channel_id: string;
	readonly since: number;
};

const parked: Queue<ParkedRow> = {
	from: 'SELECT o.store, o.channel_id, o.number, o.reason, o.detail, o.since FROM parked o',
	waits: '1 = 1',
	by: ['o.since', 'o.store', 'o.channel_id'],
	at: ({ since, store, channel_id }) => [since, store, channel_id],
};

export function* parkedQueue(filter: QueueFilter): Work<QueuePart<ParkedOrder>> {
	const part = yield* partOf(parked, filter);
	return {
		...part,
		rows: part.rows.map(({ channel_id, since, ...row }) => ({
			...row,
			id: channel_id,
			since: instant(since),
		})),
	};
}

interface UpdateRow extends Omit<WaitingUpdate, 'createdAt' | 'dueAt'> {
	readonly created_at: number;
	readonly due_at: number;
}

const updates: Queue<UpdateRow> = {
	from: `SELECT o.id, o.store, p.number, o.effect, o.state, o.attempts, o.detail, o.created_at, o.due_at
		FROM outbox o JOIN orders p ON p.id = o.order_id`,
	waits: "o.state IN ('pending', 'claimed', 'waiting')",
	by: ['o.id'],
	at: ({ id }) => [id],
};

export function* updateQueue(filter: QueueFilter): Work<QueuePart<WaitingUpdate>> {
	const part = yield* partOf(updates, filter);
	return {
		...part,
		rows: part.rows.map(({ created_at, due_at, ...row }) => ({
			...row,
			createdAt: instant(created_at),
			dueAt: due_at === never ? null : instant(due_at),
		})),
	};
}
