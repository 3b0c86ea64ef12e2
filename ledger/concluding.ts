import { takesOff, type ChannelUpdate } from '../domain/channelUpdate';
import { Failure, refused } from '../domain/failure';
import { instant } from '../domain/instant';
import type { OmsReference } from '../domain/oms';
import { cancelStands, cancelTaken, isCancel } from './askedCancels';
import { endHandingOver } from './beginning';
import { updateLeaseMs } from './claiming';
import { confirmHandOver, takeTurnOf } from './confirmingHandOver';
import { givenBackThere, soldThere } from './countedThere';
import { boxesOf, keepMemo } from './equipping';
import { tell, type LedgerEvent } from './events';
import type { EventType } from './eventShapes';
import { giveUp, mostTries } from './givingUp';
import { keepInvoices } from './issuedInvoices';
import { heldUpdate, type Claim, type HeldUpdate } from './heldUpdate';
import { storeOf } from './lookups';
import { haveManifest, missManifest } from './manifestMissing';
import { countAsTold } from './outbox';
import { keepTold } from './parcels';
import type { SyncFailure } from './syncShapes';
import {
	never,
	type UpdateEnded,
	type UpdateState,
	type UpdateTold,
	type UpdateWait,
} from './updateShapes';
import { run, type Work } from './statement';

/**
 * Renews the lease right before sending, also one that ran out while nobody else took the update. What must not be sent now
 * fails as something that passes: the next claim decides anew.
 */
export function* holdUpdate(claim: Claim): Work<void> {
	const row = yield* heldUpdate(claim);
	if (row.moot === 1) throw notNow(row, 'its order was cancelled meanwhile');
	if (row.crossed === 1) throw notNow(row, 'another update of its order is being sent');
	yield* run(`UPDATE outbox SET lease_until = {now} + ${updateLeaseMs} WHERE id = ?`, row.id);
}

/**
 * The channel took it, had it already or has no call for it. Said twice, it stays as it ended. What the channel said of its
 * parcels is kept with them, and nobody tells it back.
 */
export function* completeUpdate(
	claim: Claim,
	detail: string,
	{ isUntaken = false, parcels = [], memo, omsOrder }: UpdateTold = {},
): Work<UpdateEnded> {
	if (omsOrder !== undefined || (yield* isCancel(claim.id))) yield* takeTurnOf(claim.id);
	const row = yield* heldUpdate(claim, ['done', 'untaken']);
	if (row.state !== 'claimed') return { id: row.id, state: row.state, dueAt: null };
	const state = isUntaken ? 'untaken' : 'done';
	if (row.effect === 'create') yield* concludeCreate(row, isUntaken, omsOrder);
	yield* end(row.id, state, detail);
	if (row.waits_for === 'manifest') yield* haveManifest(row.store, [row.id]);
	if (row.effect === 'cancel') yield* cancelTaken(row);
	if (takesOff(row.effect)) yield* givenBackThere(row);
	else yield* soldThere(row);
	yield* countAsTold(row.id, parcels);
	yield* keepMemoOf(row, memo);
	yield* keepInvoices(row.order_id, parcels);
	const labelled = yield* keepTold(row.order_id, parcels);
	yield* tell(row.store, [
		...labelled.map((id) => ({ ...about(row, 'label_ready', String(id)), parcel: id })),
		...(isUntaken ? [about(row, 'update_untaken', detail)] : []),
	]);
	return { id: row.id, state, dueAt: null };
}

/** The order becomes the OMS's own, or it turns out that the store takes none. */
function* concludeCreate(
	{ id, number, order_id }: HeldUpdate,
	isUntaken: boolean,
	omsOrder: OmsReference | undefined,
): Work<void> {
	if (isUntaken) return yield* endHandingOver(order_id);
	if (omsOrder !== undefined) return yield* confirmHandOver(order_id, omsOrder);
	throw refused(
		`Channel update ${id} of order ${number} was not completed: it is not said what the OMS calls the order. Give the item as the OMS's Send Update gave it.`,
	);
}

/** What an OMS notes is not for the channel, whose memo the order has. */
function* keepMemoOf({ store, sold_by, order_id }: HeldUpdate, memo?: string): Work<void> {
	if (store === sold_by) yield* keepMemo(order_id, memo);
}

const about = ({ order_id: order }: HeldUpdate, type: EventType, detail: string): LedgerEvent => ({
	type,
	order,
	detail,
});

/** No wait is shorter, whatever the clocks say. */
const soonestMs = 10_000;

/**
 * It cannot be sent yet: it keeps its place before the later updates of its order until then, or until somebody says how large
 * a parcel is when no time is given. That is no try.
 */
export function* postponeUpdate(
	claim: Claim,
	detail: string,
	{ until, memo, parcels = [], waitsFor }: UpdateWait,
): Work<UpdateEnded> {
	const row = yield* heldUpdate(claim);
	yield* keepMemoOf(row, memo);
	yield* keepInvoices(row.order_id, parcels);
	if (row.moot === 1) {
		yield* end(row.id, 'superseded', detail);
		return { id: row.id, state: 'superseded', dueAt: null };
	}
	const isAsked = until === null && (yield* lacksBox(row));
	const isLacking = waitsFor === 'manifest' && (yield* missManifest(row));
	const soonest = row.now + soonestMs;
	const isOver = until === null || (waitsFor !== undefined && !isLacking);
	const dueAt = isAsked ? never : Math.max(isOver ? 0 : Date.parse(until), soonest);
	yield* run(
		`UPDATE outbox SET state = 'waiting', lease_until = NULL, due_at = ?, attempts = attempts - 1, detail = ?,
			waits_for = ? WHERE id = ?`,
		dueAt,
		detail,
		isLacking ? (waitsFor ?? null) : null,
		row.id,
	);
	if (row.waits_for === 'manifest' && !isLacking) yield* haveManifest(row.store, [row.id]);
	if (isAsked) yield* tell(row.store, [about(row, 'update_waiting', detail)]);
	return { id: row.id, state: 'waiting', dueAt: isAsked ? null : instant(dueAt) };
}

/** Somebody may have said it while the update was on its way. */
function* lacksBox({ body }: HeldUpdate): Work<boolean> {
	const { parcels } = JSON.parse(body) as ChannelUpdate;
	const boxes = yield* boxesOf(parcels.map(({ parcel }) => parcel));
	return parcels.some(({ parcel }) => (boxes.get(parcel) ?? null) === null);
}

/** Tried again later where the failure may pass, else an exception. */
export function* failUpdate(claim: Claim, failure: SyncFailure): Work<UpdateEnded> {
	if (failure.kind === 'rejected') yield* takeTurnOf(claim.id);
	const row = yield* heldUpdate(claim);
	if (row.moot === 1) {
		yield* end(row.id, 'superseded', failure.message);
		return { id: row.id, state: 'superseded', dueAt: null };
	}
	const retry = failure.kind === 'rejected' ? null : (retries[failure.kind] ?? inVain);
	if (retry === null || (retry.isTry && row.attempts >= mostTries)) {
		if (retry === null && row.effect === 'create') yield* endHandingOver(row.order_id);
		const kind = retry === null ? 'update_refused' : 'update_not_sent';
		yield* giveUp(yield* storeOf(row.store), row, { kind, why: failure.message });
		if (retry === null) yield* cancelStands(row);
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

const end = (id: number, state: UpdateState, detail: string): Work<void> =>
	run(
		'UPDATE outbox SET state = ?, lease_until = NULL, detail = ?, ended_at = {now} WHERE id = ?',
		state,
		detail,
		id,
	);

const notNow = ({ id, number }: HeldUpdate, why: string) =>
	new Failure(
		'unavailable',
		`Channel update ${id} of order ${number} was not sent: ${why}. The next claim decides anew.`,
	);
