import type { OmsOrder } from '../domain/oms';
import { hasLeft } from '../domain/transitions';
import { announce } from './announcing';
import { confirmHandOver } from './confirmingHandOver';
import { tell } from './events';
import { raise, resolve } from './exceptions';
import { handedOverOf } from './handedOver';
import { storeOf } from './lookups';
import { cancelledAfterLeaving } from './omsConflicts';
import { orderById, type OrderRow } from './orders';
import { supersede } from './outbox';
import { parcelsOf } from './parcels';
import { free } from './reserving';
import type { Store } from './storeShapes';
import type { RecordOutcome } from './syncShapes';
import { run, type Work } from './statement';
import { takeLosses } from './takingLosses';
import { takeParcel } from './takingParcels';

/** An order of an OMS that is taken in, and what comes of it. */
export interface Taking {
	readonly oms: Store;
	/** Whose order it is. */
	readonly store: Store;
	/** The ledger's id. */
	readonly id: number;
	readonly given: OmsOrder;
	readonly changes: string[];
	/** What cannot be followed, as long as the OMS says it. */
	readonly faults: string[];
	/** What needs a person from now on. */
	readonly conflicts: string[];
}

/**
 * Lets the hub's order follow the OMS's: what left, how it travels, what was taken off, and whether it is cancelled. The page also confirms a
 * hand-over whose answer was lost. Older revisions and repeated ones change nothing.
 */
export function* takeInFulfilments(oms: Store, id: number, given: OmsOrder): Work<RecordOutcome> {
	const known = (yield* handedOverOf([id])).get(id);
	if (known === undefined) return unchanged(given, 'its hand-over was given up');
	if (known.seen_at !== null && given.revisedAt < known.seen_at) {
		return unchanged(given, 'a newer revision is known');
	}
	yield* confirmHandOver(id, given);
	const store = yield* storeOf((yield* orderById(id)).store);
	const changes = known.handed_over_at === null ? ['it is handed over'] : [];
	const faults = [...given.faults];
	const taking: Taking = { oms, store, id, given, changes, faults, conflicts: [] };
	for (const parcel of given.parcels) yield* takeParcel(taking, parcel);
	if (given.cancelled === null) yield* takeLosses(taking);
	else yield* takeCancel(taking);
	yield* takeWaiting(taking, known.waits_for);
	yield* run('UPDATE oms_orders SET seen_at = ? WHERE order_id = ?', given.revisedAt, id);
	return yield* conclude(taking);
}

/** What keeps the OMS from shipping is shown on the order; what is done about it is its people's. */
function* takeWaiting({ store, id, given, changes }: Taking, before: string | null): Work<void> {
	const waitsFor = given.waitsFor ?? null;
	if (waitsFor === before) return;
	yield* run('UPDATE oms_orders SET waits_for = ? WHERE order_id = ?', waitsFor, id);
	yield* tell(store.code, [{ type: 'order_updated', order: id, detail: waitsFor }]);
	changes.push(waitsFor ?? 'nothing keeps it any more');
}

const unchanged = ({ id }: OmsOrder, reason: string): RecordOutcome => ({
	id,
	outcome: 'unchanged',
	reason,
});

/** Cancelled in the OMS: the channel hears of it as of a cancel by a person, the OMS does not. */
function* takeCancel(taking: Taking): Work<void> {
	const { oms, store, id, given, changes } = taking;
	const order = yield* orderById(id);
	if (order.status === 'cancelled') return;
	const parcels = (yield* parcelsOf([id])).get(id) ?? [];
	if (hasLeft(order.status) || parcels.some(({ shippedAt }) => shippedAt !== null)) {
		return yield* cancelledAfterLeaving(taking, order);
	}
	yield* free(id);
	yield* run(
		"UPDATE orders SET status = 'cancelled', hold_reason = NULL, updated_at = {now} WHERE id = ?",
		id,
	);
	yield* tell(store.code, [{ type: 'order_cancelled', order: id, detail: `by ${oms.code}` }]);
	yield* supersede(oms.code, [id]);
	yield* announce(store, [order], 'cancelled', { reason: given.cancelled?.reason ?? undefined });
	changes.push('it is cancelled');
}

function* conclude(taking: Taking): Work<RecordOutcome> {
	const { given, changes, conflicts } = taking;
	const isUnclear = yield* reportFaults(taking, yield* orderById(taking.id));
	const reasons = [...conflicts, ...(isUnclear ? taking.faults : [])];
	if (reasons.length > 0) return { id: given.id, outcome: 'exception', reason: reasons.join(' ') };
	if (changes.length === 0) return unchanged(given, 'nothing of it is new');
	return { id: given.id, outcome: 'updated', reason: null };
}

/** Answers whether they are news. */
function* reportFaults({ oms, given, faults }: Taking, { id, number }: OrderRow): Work<boolean> {
	if (faults.length === 0) {
		yield* resolve(oms.code, ['fulfilment_unclear'], [given.id]);
		return false;
	}
	return yield* raise({
		store: oms.code,
		kind: 'fulfilment_unclear',
		reference: given.id,
		cause: `Not all of what ${oms.channel} says of order ${number} (there ${given.number}, ${given.id}) can be followed: ${faults.join(' ')}`,
		advice: `Look at the order in ${oms.channel}. What could be followed, the hub has. This closes when the rest is clear, too.`,
		settingsVersion: oms.version,
		order: id,
		payload: given,
	});
}
