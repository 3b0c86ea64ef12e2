import type { HoldReason, HubStatus } from '../domain/hubStatus';
import { placeOf } from '../domain/intake';
import type { MappedOrder, Order } from '../domain/order';
import { differences } from '../domain/orderEdit';
import { asIntake, channelTransitions, hasLeft, isUnpicked, mayMove } from '../domain/transitions';
import { channelCopy } from './channelCopy';
import { editedTooLate, tooLateToCancel } from './conflicts';
import { contentHash } from './contentHash';
import { tell } from './events';
import { replaceLines } from './lines';
import type { KnownOrder } from './remembering';
import { free, ship } from './reserving';
import { routeOrders, type WaitingOrder } from './routing';
import type { RecordOutcome, Store } from './shapes';
import { shipUnreserved } from './shipping';
import { elements, rows, run, type Work } from './statement';

export interface Updated {
	readonly outcome: RecordOutcome;
	/** Its content was replaced: when it waits for a hub it has to be routed before the transaction ends. */
	readonly edited: boolean;
}

/** Takes in a newer revision of an order that the hub has. Older and repeated ones change nothing. */
export function* updateOrder(store: Store, known: KnownOrder, order: MappedOrder): Work<Updated> {
	const hash = contentHash(channelCopy(order));
	if (hash === known.content_hash) return unchanged(order, 'this revision is known');
	if (order.revisedAt !== null && known.revised_at !== null && order.revisedAt < known.revised_at) {
		return unchanged(order, 'a newer revision is known');
	}
	const turn = turnOf(known, order);
	yield* write(store, known, order, { hash, turn });
	const type = turn === 'edit' ? 'order_edited' : 'order_updated';
	yield* tell(store.code, [{ type, order: known.id, detail: order.statuses[0] ?? null }]);
	const refusal = yield* follow(store, known, order, turn);
	const outcome = refusal === null ? 'updated' : 'exception';
	return { outcome: { id: order.id, outcome, reason: refusal }, edited: turn === 'edit' };
}

/** What the channel's revision asks of the hub. */
type Turn = 'cancel' | 'cancelTooLate' | 'leave' | 'edit' | 'editTooLate' | 'follow';

function turnOf(known: KnownOrder, order: MappedOrder): Turn {
	const isCancelled = wishOf(order) === 'cancelled';
	if (isCancelled && hasLeft(known.status)) return 'cancelTooLate';
	if (isCancelled) return 'cancel';
	if (known.status === 'cancelled') return 'leave';
	const isSame = differences(JSON.parse(known.body) as Order, order).length === 0;
	if (isSame) return 'follow';
	return isUnpicked(known.status) ? 'edit' : 'editTooLate';
}

const wishOf = ({ hubStatus }: MappedOrder) => (hubStatus === null ? null : asIntake(hubStatus));

const keepsCopy: readonly Turn[] = ['cancelTooLate', 'leave', 'editTooLate'];

/** All that changes in the order's own row, at once: the row is long. An edited order waits for a hub again, unless held. */
function* write(
	store: Store,
	known: KnownOrder,
	order: MappedOrder,
	{ hash, turn }: { hash: string; turn: Turn },
): Work<void> {
	const isHeld =
		known.hold_reason === 'forceful_on_hold' || known.hold_reason === 'require_manual_approval';
	const waits = turn === 'edit' && !isHeld;
	yield* run(
		`UPDATE orders SET number = ?, revised_at = COALESCE(?, revised_at), content_hash = ?, channel_status = ?,
			mapped_status = ?, flag = ?, body = COALESCE(?, body), status = ?, hold_reason = ?, hub = ?,
			updated_at = {now} WHERE id = ?`,
		order.number,
		order.revisedAt,
		hash,
		order.statuses[0] ?? '',
		order.hubStatus ?? known.mapped_status,
		flagOf(store, known, order),
		keepsCopy.includes(turn) ? null : JSON.stringify(channelCopy(order)),
		waits ? 'created' : known.status,
		waits ? null : known.hold_reason,
		turn === 'edit' ? null : known.hub,
		known.id,
	);
}

/** Lets the hub's order follow the channel's; answers why it cannot, for a person, or null. */
function* follow(
	store: Store,
	known: KnownOrder,
	order: MappedOrder,
	turn: Turn,
): Work<string | null> {
	if (turn === 'cancelTooLate') return yield* tooLateToCancel(store, known, order);
	if (turn === 'cancel') yield* cancel(store, known);
	if (turn === 'cancel' || turn === 'leave') return null;
	const wish = wishOf(order);
	if (turn === 'edit') {
		yield* replaceLines(known.id, order);
		// What has left takes stock by its new lines; what the others hold is given back with the rest of the page.
		if (wish !== null && hasLeft(wish)) yield* free(known.id);
	}
	yield* move(store, known, wish, order);
	if (turn !== 'editTooLate') return null;
	const edits = differences(JSON.parse(known.body) as Order, order);
	return yield* editedTooLate(store, known, order, edits);
}

function* cancel(store: Store, known: KnownOrder): Work<void> {
	if (known.status === 'cancelled') return;
	yield* free(known.id);
	yield* setStatus(known.id, 'cancelled', null);
	yield* tell(store.code, [{ type: 'order_cancelled', order: known.id, detail: 'by the channel' }]);
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

/** Gives back what the replaced content held, and routes the orders that wait for a hub again, all in one go. */
export function* rerouteEdited(store: Store, ids: readonly number[]): Work<void> {
	if (ids.length === 0) return;
	yield* free(...ids);
	const waiting = yield* rows<WaitingOrder>(
		`SELECT id, channel_id, number, body FROM orders WHERE id IN {ids} AND status = 'created'
		ORDER BY placed_at, id`,
		elements(ids),
	);
	yield* routeOrders(store, waiting);
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

const unchanged = ({ id }: Order, reason: string): Updated => ({
	outcome: { id, outcome: 'unchanged', reason },
	edited: false,
});
