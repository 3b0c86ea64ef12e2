import type { ChannelUpdate, ParcelTold } from '../domain/channelUpdate';
import { Failure, refused } from '../domain/failure';
import { instant, type Instant } from '../domain/instant';
import { updateLeaseMs } from './claiming';
import { boxesOf } from './equipping';
import { tell } from './events';
import { giveUp, mostTries, type KeptUpdate } from './givingUp';
import { storeOf } from './lookups';
import { countAsTold } from './outbox';
import { keepTold } from './parcels';
import type { SyncFailure } from './syncShapes';
import { never, type ClaimedUpdate, type UpdateEnded, type UpdateState } from './updateShapes';
import { first, run, type Work } from './statement';

type Claim = Pick<ClaimedUpdate, 'id' | 'fence'>;

interface HeldRow extends KeptUpdate {
	readonly now: number;
	readonly store: string;
	readonly number: string;
	readonly state: UpdateState;
	readonly fence: number;
	readonly attempts: number;
	/** 1 for what a cancelled order was still to say. */
	readonly moot: number;
	/** 1 while another update of the order is being sent. */
	readonly crossed: number;
}

/**
 * Renews the lease right before sending, also one that ran out while nobody else took the update. What must not be sent now
 * fails as something that passes: the next claim decides anew.
 */
export function* holdUpdate(claim: Claim): Work<void> {
	const row = yield* heldRow(claim);
	if (row.moot === 1) throw notNow(row, 'its order was cancelled meanwhile');
	if (row.crossed === 1) throw notNow(row, 'another update of its order is being sent');
	yield* run(`UPDATE outbox SET lease_until = {now} + ${updateLeaseMs} WHERE id = ?`, row.id);
}

/**
 * The channel took it, or had it already. Said twice, it stays done. What the channel said of its parcels is kept with them,
 * and nobody tells it back.
 */
export function* completeUpdate(
	claim: Claim,
	detail: string,
	parcels: readonly ParcelTold[] = [],
): Work<UpdateEnded> {
	const row = yield* heldRow(claim, 'done');
	if (row.state === 'claimed') {
		yield* end(row.id, 'done', detail);
		yield* countAsTold(row.id, parcels);
		const labelled = yield* keepTold(row.order_id, parcels);
		yield* tell(
			row.store,
			labelled.map((id) => ({ type: 'label_ready', order: row.order_id, detail: String(id) })),
		);
	}
	return { id: row.id, state: 'done', dueAt: null };
}

/** No wait is shorter, whatever the clocks say. */
const soonestMs = 10_000;

/**
 * It cannot be sent yet: it keeps its place before the later updates of its order until then, or until somebody says how large
 * a parcel is when no time is given. That is no try.
 */
export function* postponeUpdate(
	claim: Claim,
	detail: string,
	until: Instant | null,
): Work<UpdateEnded> {
	const row = yield* heldRow(claim);
	if (row.moot === 1) {
		yield* end(row.id, 'superseded', detail);
		return { id: row.id, state: 'superseded', dueAt: null };
	}
	const isAsked = until === null && (yield* lacksBox(row));
	const dueAt = isAsked
		? never
		: Math.max(until === null ? 0 : Date.parse(until), row.now + soonestMs);
	yield* run(
		`UPDATE outbox SET state = 'waiting', lease_until = NULL, due_at = ?, attempts = attempts - 1, detail = ?
		WHERE id = ?`,
		dueAt,
		detail,
		row.id,
	);
	if (isAsked) yield* tell(row.store, [{ type: 'update_waiting', order: row.order_id, detail }]);
	return { id: row.id, state: 'waiting', dueAt: isAsked ? null : instant(dueAt) };
}

/** Somebody may have said it while the update was on its way. */
function* lacksBox({ body }: HeldRow): Work<boolean> {
	const { parcels } = JSON.parse(body) as ChannelUpdate;
	const boxes = yield* boxesOf(parcels.map(({ parcel }) => parcel));
	return parcels.some(({ parcel }) => (boxes.get(parcel) ?? null) === null);
}

/** Tried again later where the failure may pass, else an exception. */
export function* failUpdate(claim: Claim, failure: SyncFailure): Work<UpdateEnded> {
	const row = yield* heldRow(claim);
	if (row.moot === 1) {
		yield* end(row.id, 'superseded', failure.message);
		return { id: row.id, state: 'superseded', dueAt: null };
	}
	const retry = failure.kind === 'rejected' ? null : (retries[failure.kind] ?? inVain);
	if (retry === null || (retry.isTry && row.attempts >= mostTries)) {
		const kind = retry === null ? 'update_refused' : 'update_not_sent';
		yield* giveUp(yield* storeOf(row.store), row, { kind, why: failure.message });
		return { id: row.id, state: 'exception', dueAt: null };
	}
	const dueAt = row.now + waitMs(retry, row.attempts, failure);
	yield* run(
		`UPDATE outbox SET state = 'pending', lease_until = NULL, due_at = ?, attempts = attempts - ?, detail = ?
		WHERE id = ?`,
		dueAt,
		retry.isTry ? 0 : 1,
		failure.message,
		row.id,
	);
	return { id: row.id, state: 'pending', dueAt: instant(dueAt) };
}

interface Retry {
	readonly firstMs: number;
	readonly longestMs: number;
	/** Counts towards the number of tries after which a person has to look. */
	readonly isTry: boolean;
}

const longestMs = 30 * 60_000;
const inVain: Retry = { firstMs: 30_000, longestMs, isTry: true };

/** By kind of failure; each try in vain doubles the wait. */
const retries: Readonly<Record<string, Retry>> = {
	rateLimited: { firstMs: 10_000, longestMs: 10_000, isTry: false },
	unauthorised: { firstMs: 5 * 60_000, longestMs, isTry: true },
};

const waitMs = (retry: Retry, attempts: number, { retryAfterMs }: SyncFailure): number =>
	Math.max(
		Math.min(retry.firstMs * 2 ** (attempts - 1), retry.longestMs),
		Math.ceil(retryAfterMs ?? 0),
	);

const end = (id: number, state: 'done' | 'superseded', detail: string): Work<void> =>
	run(
		'UPDATE outbox SET state = ?, lease_until = NULL, detail = ?, ended_at = {now} WHERE id = ?',
		state,
		detail,
		id,
	);

/** The update under the caller's lease, its order locked: until the transaction ends nothing else happens to either. */
function* heldRow({ id, fence }: Claim, orElse?: 'done'): Work<HeldRow> {
	yield* run(
		'SELECT id FROM orders WHERE id = (SELECT order_id FROM outbox WHERE id = ?) {forUpdate}',
		id,
	);
	const row = yield* first<HeldRow>(
		`SELECT u.id, u.order_id, u.body, {now} AS now, u.store, o.number, u.state, u.fence, u.attempts,
			CASE WHEN o.status = 'cancelled' AND u.effect <> 'cancel' THEN 1 ELSE 0 END AS moot,
			CASE WHEN EXISTS (SELECT 1 FROM outbox e WHERE e.order_id = u.order_id AND e.id <> u.id
				AND e.state = 'claimed' AND e.lease_until > {now}) THEN 1 ELSE 0 END AS crossed
		FROM outbox u JOIN orders o ON o.id = u.order_id WHERE u.id = ?`,
		id,
	);
	if (row === undefined) throw refused(`There is no channel update ${id}. Claim one first.`);
	const what = `Channel update ${id} of order ${row.number}`;
	if (row.fence !== fence) {
		throw refused(
			`${what} was taken over by another execution, so nothing was changed. That execution says how it ends.`,
		);
	}
	if (row.state !== 'claimed' && row.state !== orElse) {
		throw refused(`${what} is ${row.state} by now, so nothing was changed. Claim it again.`);
	}
	return row;
}

const notNow = ({ id, number }: HeldRow, why: string) =>
	new Failure(
		'unavailable',
		`Channel update ${id} of order ${number} was not sent: ${why}. The next claim decides anew.`,
	);
