import type { ChannelUpdate } from '../domain/channelUpdate';
import { instant } from '../domain/instant';
import { beginHandingOver } from './beginning';
import { equip } from './equipping';
import { giveUp, mostTries } from './givingUp';
import { isForOms } from './handingOver';
import { storeOf } from './lookups';
import { retrack } from './retracking';
import type { Store } from './storeShapes';
import type { ClaimedUpdate } from './updateShapes';
import { elements, first, rows, run, type Work } from './statement';

/** Renewed right before the sending; no sending may take longer. */
export const updateLeaseMs = 60_000;

interface DueRow {
	readonly id: number;
	readonly order_id: number;
	readonly effect: string;
	readonly fence: number;
	readonly attempts: number;
	readonly body: string;
	readonly now: number;
	/** 1 for what a cancelled order was still to say, and for an order that is not to be handed over now. */
	readonly moot: number;
}

/**
 * Hands out what is due, the most urgent first, one update of an order at a time; each under a lease of 60 s. Orders that are
 * being changed right now are left for the next call, so that nobody waits for anybody. A channel and an OMS that are told of
 * the same order do not wait for each other either.
 */
export const claimUpdates = (code: string, limit: number): Work<readonly ClaimedUpdate[]> =>
	claimFrom(code, limit, leastUrgent);

/**
 * What one execution of several tells. Where more is due than that, and another one is telling, that one goes on with the rest as
 * fast as the channel lets it: together they would claim more than they can tell within a lease. What takes orders off passes.
 */
export function* claimBatch(code: string, limit: number): Work<readonly ClaimedUpdate[]> {
	const store = yield* storeOf(code);
	const due = yield* dueUpdates(store, limit, { without: [], urgent: leastUrgent });
	const isLeft = due.length >= limit && (yield* isTelling(store));
	return yield* claimFrom(code, limit, isLeft ? takingOff : leastUrgent);
}

/** As `urgent` in the outbox says them. */
const leastUrgent = 0;
const takingOff = 2;

function* isTelling({ code }: Store): Work<boolean> {
	const told = yield* first(
		`SELECT id FROM outbox WHERE store = ? AND state = 'claimed' AND urgent < ${takingOff} AND lease_until > {now} LIMIT 1`,
		code,
	);
	return told !== undefined;
}

function* claimFrom(code: string, limit: number, urgent: number): Work<readonly ClaimedUpdate[]> {
	const store = yield* storeOf(code);
	const claimed: DueRow[] = [];
	const busy: number[] = [];
	while (claimed.length < limit) {
		const seen = yield* dueUpdates(store, limit - claimed.length, { without: busy, urgent });
		if (seen.length === 0) break;
		const orders = seen.map(({ order_id }) => order_id);
		const locked = yield* lockOrders(orders);
		busy.push(...orders.filter((order) => !locked.has(order)));
		claimed.push(...(yield* claim(store, yield* stillDue(seen, locked))));
	}
	return (yield* equip(store, yield* retrack(claimed))).map(toClaim(store));
}

const unfinished =
	"FROM outbox e WHERE e.order_id = u.order_id AND e.store = u.store AND e.state IN ('pending', 'claimed', 'waiting')";

/**
 * The oldest unfinished update of its store and order, and none of the two is under a lease. Not as a join: few of many are looked
 * at.
 */
const isDue = `u.state IN ('pending', 'claimed', 'waiting') AND u.due_at <= {now} AND u.id = (SELECT MIN(e.id) ${unfinished})
	AND COALESCE((SELECT MAX(e.lease_until) ${unfinished}), 0) <= {now}`;

const columns = `u.id, u.order_id, u.effect, u.fence, u.attempts, u.body, {now} AS now,
	CASE WHEN o.status = 'cancelled' AND u.effect <> 'cancel' THEN 1
		WHEN u.effect = 'create' AND NOT ${isForOms}
			AND NOT EXISTS (SELECT 1 FROM oms_orders h WHERE h.order_id = o.id) THEN 1 ELSE 0 END AS moot`;

const dueUpdates = (
	store: Store,
	limit: number,
	{ without, urgent }: { readonly without: readonly number[]; readonly urgent: number },
): Work<readonly { id: number; order_id: number }[]> =>
	rows(
		`SELECT u.id, u.order_id FROM outbox u WHERE u.store = ? AND u.urgent >= ? AND ${isDue} AND u.order_id NOT IN {ids}
		ORDER BY u.urgent DESC, u.id LIMIT ?`,
		store.code,
		urgent,
		elements(without),
		limit,
	);

function* lockOrders(orders: readonly number[]): Work<ReadonlySet<number>> {
	const locked = yield* rows<{ id: number }>(
		'SELECT id FROM orders WHERE id IN {ids} ORDER BY id {skipLocked}',
		elements(orders),
	);
	return new Set(locked.map(({ id }) => id));
}

/** Asked again under the lock: until then somebody else may have taken it. */
const stillDue = (
	seen: readonly { id: number; order_id: number }[],
	locked: ReadonlySet<number>,
): Work<readonly DueRow[]> =>
	rows<DueRow>(
		`SELECT ${columns} FROM outbox u JOIN orders o ON o.id = u.order_id
		WHERE u.id IN {ids} AND ${isDue} ORDER BY u.urgent DESC, u.id`,
		elements(seen.filter(({ order_id }) => locked.has(order_id)).map(({ id }) => id)),
	);

/** Answers what may be sent; the rest ends here. */
function* claim(store: Store, due: readonly DueRow[]): Work<readonly DueRow[]> {
	const moot = due.filter((row) => row.moot === 1);
	yield* run(
		"UPDATE outbox SET state = 'superseded', ended_at = {now} WHERE id IN {ids}",
		elements(moot.map(({ id }) => id)),
	);
	const meant = due.filter((row) => row.moot === 0);
	for (const row of meant.filter(isWorn)) yield* giveUp(store, row, unanswered);
	const fresh = yield* beginHandingOver(
		store,
		meant.filter((row) => !isWorn(row)),
	);
	yield* run(
		`UPDATE outbox SET state = 'claimed', fence = fence + 1, attempts = attempts + 1, lease_until = {now} + ${updateLeaseMs}
		WHERE id IN {ids}`,
		elements(fresh.map(({ id }) => id)),
	);
	return fresh;
}

const isWorn = ({ attempts }: DueRow) => attempts >= mostTries;

const unanswered = {
	kind: 'update_not_sent',
	why: `it was taken ${mostTries} times, and whoever took it never said how it ended.`,
} as const;

const toClaim =
	({ code, channel, account }: Store) =>
	({ id, fence, attempts, now, update }: DueRow & { update: ChannelUpdate }): ClaimedUpdate => ({
		id,
		fence: fence + 1,
		store: code,
		channel,
		account,
		attempts: attempts + 1,
		update: { ...update, now: instant(now) },
	});
