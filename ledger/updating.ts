import type { HoldReason, HubStatus } from '../domain/hubStatus';
import { placeOf } from '../domain/intake';
import type { MappedOrder, Order } from '../domain/order';
import { differences } from '../domain/orderEdit';
import { asIntake, channelTransitions, hasLeft, isUnpicked, mayMove } from '../domain/transitions';
import { channelCopy } from './channelCopy';
import { contentHash } from './contentHash';
import { tell } from './events';
import { raise, resolve } from './exceptions';
import { replaceLines } from './lines';
import { free, ship } from './reserving';
import { routeOrders } from './routing';
import type { RecordOutcome, Store } from './shapes';
import { shipUnreserved } from './shipping';
import { first, run, type Work } from './statement';

export interface KnownOrder {
	readonly id: number;
	readonly channel_id: string;
	readonly number: string;
	readonly status: HubStatus;
	readonly hold_reason: HoldReason | null;
	readonly hub: string | null;
	readonly mapped_status: HubStatus | null;
	readonly revised_at: string | null;
	readonly content_hash: string;
	readonly body: string;
}

/** Takes in a newer revision of an order that the hub has. Older and repeated ones change nothing. */
export function* updateOrder(
	store: Store,
	known: KnownOrder,
	order: MappedOrder,
): Work<RecordOutcome> {
	const copy = channelCopy(order);
	const hash = contentHash(copy);
	if (hash === known.content_hash) return unchanged(order, 'this revision is known');
	if (order.revisedAt !== null && known.revised_at !== null && order.revisedAt < known.revised_at) {
		return unchanged(order, 'a newer revision is known');
	}
	yield* run(
		`UPDATE orders SET number = ?, revised_at = COALESCE(?, revised_at), content_hash = ?, channel_status = ?,
			mapped_status = ?, flag = ?, updated_at = {now} WHERE id = ?`,
		order.number,
		order.revisedAt,
		hash,
		order.statuses[0] ?? '',
		order.hubStatus ?? known.mapped_status,
		flagOf(store, known, order),
		known.id,
	);
	yield* tell(store.code, [
		{ type: 'order_updated', order: known.id, detail: order.statuses[0] ?? null },
	]);
	yield* resolve(store.code, ['unreadable'], [order.id]);
	const ended = yield* follow(store, known, order);
	if (ended !== null) return { id: order.id, outcome: 'exception', reason: ended };
	return { id: order.id, outcome: 'updated', reason: null };
}

/** Lets the hub's order follow the channel's; answers why it cannot, for a person, or null. */
function* follow(store: Store, known: KnownOrder, order: MappedOrder): Work<string | null> {
	const wish = order.hubStatus === null ? null : asIntake(order.hubStatus);
	if (wish === 'cancelled' && hasLeft(known.status))
		return yield* tooLateToCancel(store, known, order);
	if (wish === 'cancelled') return yield* cancel(store, known, order);
	if (known.status === 'cancelled') return null;
	const edits = differences(JSON.parse(known.body) as Order, channelCopy(order));
	if (edits.length > 0 && !isUnpicked(known.status)) {
		const refusal = yield* editedTooLate(store, known, order, edits);
		yield* move(store, known, wish, order);
		return refusal;
	}
	yield* resolve(store.code, ['order_edited'], [order.id]);
	yield* run(
		'UPDATE orders SET body = ? WHERE id = ?',
		JSON.stringify(channelCopy(order)),
		known.id,
	);
	if (edits.length > 0) yield* replaceContent(store, known, order);
	yield* move(store, known, wish, order);
	yield* rerouteIf(edits.length > 0, store, known.id);
	return null;
}

function* cancel(store: Store, known: KnownOrder, order: MappedOrder): Work<null> {
	yield* run(
		'UPDATE orders SET body = ? WHERE id = ?',
		JSON.stringify(channelCopy(order)),
		known.id,
	);
	if (known.status === 'cancelled') return null;
	yield* free(known.id);
	yield* setStatus(known.id, 'cancelled', null);
	yield* tell(store.code, [{ type: 'order_cancelled', order: known.id, detail: 'by the channel' }]);
	return null;
}

function* move(store: Store, known: KnownOrder, wish: HubStatus | null, order: Order): Work<void> {
	if (wish === null || !mayMove(channelTransitions, known.status, wish)) return;
	if (wish === 'created') {
		const heldByChannel =
			known.hold_reason === 'require_manual_approval' && known.mapped_status === 'on_hold';
		if (heldByChannel) yield* setStatus(known.id, 'created', null);
		return;
	}
	if (wish === 'on_hold') {
		yield* free(known.id);
		yield* setStatus(known.id, 'on_hold', 'require_manual_approval');
	} else {
		if (!hasLeft(known.status)) {
			yield* ship(known.id);
			yield* shipUnreserved(
				store,
				known.id,
				order,
				known.hub ?? placeOf(order.location, store.settings).hub,
			);
		}
		yield* setStatus(known.id, wish, null);
	}
	yield* tell(store.code, [{ type: 'status_changed', order: known.id, detail: wish }]);
}

/** Lines and reservation are replaced; the order waits for a hub again unless it is held for another reason. */
function* replaceContent(store: Store, known: KnownOrder, order: MappedOrder): Work<void> {
	yield* free(known.id);
	yield* replaceLines(known.id, channelCopy(order));
	const heldByPerson =
		known.hold_reason === 'forceful_on_hold' || known.hold_reason === 'require_manual_approval';
	if (!heldByPerson) yield* setStatus(known.id, 'created', null);
	yield* run('UPDATE orders SET hub = NULL WHERE id = ?', known.id);
	yield* tell(store.code, [{ type: 'order_edited', order: known.id }]);
}

function* rerouteIf(edited: boolean, store: Store, id: number): Work<void> {
	const order = yield* first<{
		id: number;
		channel_id: string;
		number: string;
		body: string;
		status: HubStatus;
	}>('SELECT id, channel_id, number, body, status FROM orders WHERE id = ?', id);
	if (edited && order?.status === 'created') yield* routeOrders(store, [order]);
}

function* editedTooLate(
	store: Store,
	known: KnownOrder,
	order: MappedOrder,
	edits: readonly unknown[],
): Work<string> {
	const cause = `Order ${order.number} was edited on the channel when the hub had it as ${known.status}.`;
	yield* raise({
		store: store.code,
		kind: 'order_edited',
		reference: order.id,
		cause,
		advice:
			'Compare the two. Change what is still possible by hand, or cancel the order in the hub.',
		settingsVersion: store.version,
		payload: edits,
	});
	return cause;
}

function* tooLateToCancel(store: Store, known: KnownOrder, order: MappedOrder): Work<string> {
	const cause = `Order ${order.number} was cancelled on the channel when the hub had it as ${known.status}.`;
	yield* raise({
		store: store.code,
		kind: 'cancelled_after_shipping',
		reference: order.id,
		cause,
		advice: 'Call the parcel back with the carrier, or handle it as a return.',
		settingsVersion: store.version,
		payload: { hub: known.status, channel: order.statuses },
	});
	return cause;
}

function* setStatus(id: number, status: HubStatus, holdReason: HoldReason | null): Work<void> {
	yield* run('UPDATE orders SET status = ?, hold_reason = ? WHERE id = ?', status, holdReason, id);
}

function flagOf(store: Store, known: KnownOrder, order: MappedOrder): string | null {
	if (order.hubStatus === null) return 'unmapped_status';
	if (known.status === 'cancelled' && order.hubStatus !== 'cancelled') return 'active_on_channel';
	const place = placeOf(order.location, store.settings);
	if (!place.known) return 'unknown_location';
	return order.location !== null && place.hub === null ? 'unmapped_location' : null;
}

const unchanged = ({ id }: Order, reason: string): RecordOutcome => ({
	id,
	outcome: 'unchanged',
	reason,
});
