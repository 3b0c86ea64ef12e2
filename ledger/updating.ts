import type { HoldReason, HubStatus } from '../domain/hubStatus';
import { placeOf } from '../domain/intake';
import { asEdited } from '../domain/asEdited';
import { asFollowed } from '../domain/lineChanges';
import type { MappedOrder, Order } from '../domain/order';
import { differences } from '../domain/orderEdit';
import { hasLeft } from '../domain/transitions';
import { askedBy, keepsCopy, wishOf, type Asked } from './asked';
import { channelCopy } from './channelCopy';
import {
	cancelledAfterInvoice,
	editedTooLate,
	shippedThoughCancelled,
	tooLateToCancel,
} from './conflicts';
import { contentHash } from './contentHash';
import { changedUnits, soldUntold, withUnitsThere } from './countedThere';
import type { WaitingOrder } from './deciding';
import { eventOf, tell } from './events';
import { resolve } from './exceptions';
import { withdraw } from './handingOver';
import { heeds, isHeld } from './heeding';
import { replaceLines } from './lines';
import { storeOf } from './lookups';
import { supersede } from './outbox';
import { partCancelIn, takePartCancel, type PartCancel } from './partCancels';
import type { KnownOrder } from './remembering';
import { free, ship } from './reserving';
import { cancelAgain } from './requeuing';
import { routeOrders, waitingColumns } from './routing';
import type { Store } from './storeShapes';
import type { RecordOutcome } from './syncShapes';
import { shipUnreserved } from './shipping';
import { elements, rows, run, type Work } from './statement';

export interface Updated {
	readonly outcome: RecordOutcome;
	/** Its content was replaced: when it waits for a hub it has to be routed before the transaction ends. */
	readonly edited: boolean;
	/** SKUs whose stock has changed: to be settled before the transaction ends. */
	readonly touched: readonly string[];
}

/** What following the channel came to: why it cannot be followed, for a person, or null; and the SKUs it touched. */
interface Followed {
	readonly refusal: string | null;
	readonly touched: readonly string[];
}

/** Takes in a newer revision of an order that the hub has. Older and repeated ones change nothing. */
export function* updateOrder(store: Store, known: KnownOrder, given: MappedOrder): Work<Updated> {
	const hash = contentHash(channelCopy(given));
	if (hash === known.content_hash) return unchanged(given, 'this revision is known');
	if (given.revisedAt !== null && known.revised_at !== null && given.revisedAt < known.revised_at) {
		return unchanged(given, 'a newer revision is known');
	}
	const had = JSON.parse(known.body) as Order;
	const part = yield* partCancelIn(known, had, asFollowed(had, asEdited(had, given)));
	const { copy, order } = part;
	const change = { ...part, given, hash, asked: askedBy(known, copy, order) };
	yield* write(store, known, change);
	const isEdited = change.asked === 'edit' || part.units.length > 0;
	const type = isEdited ? 'order_edited' : 'order_updated';
	yield* tell(store.code, [{ type, order: known.id, detail: order.statuses[0] ?? null }]);
	yield* soldUntold(store, known, given);
	const taken = yield* takePartCancel(store, known, part);
	const followed = yield* follow(store, known, change);
	const touched = [...taken.touched, ...followed.touched];
	const refusals = [taken.refusal, followed.refusal].flatMap((refusal) => refusal ?? []);
	const outcome = refusals.length === 0 ? 'updated' : 'exception';
	const reason = [...refusals, ...(order.notFollowed ?? [])].join(' ') || null;
	return { outcome: { id: order.id, outcome, reason }, edited: change.asked === 'edit', touched };
}

/** A newer revision, and what it asks. */
interface Change extends PartCancel {
	/** As it came. */
	readonly given: MappedOrder;
	/** Of the channel's own content. */
	readonly hash: string;
	readonly asked: Asked;
}

/** All that changes in the order's own row, at once: the row is long. An edited order waits for a hub again, unless held. */
function* write(
	store: Store,
	known: KnownOrder,
	{ copy, order, given, hash, asked }: Change,
): Work<void> {
	const kept = keepsCopy.includes(asked) ? copy : channelCopy(order);
	const waits = asked === 'edit' && !isHeld(known);
	yield* run(
		`UPDATE orders SET number = ?, revised_at = COALESCE(?, revised_at), content_hash = ?, channel_status = ?,
			mapped_status = ?, flag = ?, body = ?, status = ?, hold_reason = ?, hub = ?,
			updated_at = {now} WHERE id = ?`,
		order.number,
		order.revisedAt,
		hash,
		order.statuses[0] ?? '',
		order.hubStatus ?? known.mapped_status,
		asked === 'shippedThoughCancelled' ? flagOfLines(order) : flagOf(store, known, order),
		JSON.stringify({
			...withUnitsThere(kept, given),
			memo: order.memo ?? copy.memo,
			notFollowed: order.notFollowed,
			hubEdit: keepsCopy.includes(asked) ? copy.hubEdit : order.hubEdit,
		}),
		waits ? 'created' : known.status,
		waits ? null : known.hold_reason,
		asked === 'edit' ? null : known.hub,
		known.id,
	);
}

/** Lets the hub's order follow the channel's. */
function* follow(store: Store, known: KnownOrder, change: Change): Work<Followed> {
	const { copy, order, given, asked } = change;
	if (asked === 'leave') {
		if (changedUnits(known, copy, given)) yield* cancelAgain(store.code, known.id);
		return { refusal: null, touched: [] };
	}
	if (asked === 'cancelTooLate') {
		return { refusal: yield* tooLateToCancel(store, known, order), touched: [] };
	}
	if (asked === 'cancelInvoiced') {
		return { refusal: yield* cancelledAfterInvoice(store, known, order), touched: [] };
	}
	if (order.invoiceBinds === true) {
		yield* resolve(store.code, ['cancelled_after_invoice'], [order.id]);
	}
	if (asked === 'cancel') return { refusal: null, touched: yield* cancel(store, known) };
	const wish = wishOf(order);
	if (asked === 'edit') yield* replaceLines(known.id, order);
	// What has left takes stock by its new lines; what the others hold is given back with the rest of the page.
	const isGone = asked === 'edit' && wish !== null && hasLeft(wish);
	const freed = isGone ? yield* free(known.id) : [];
	const moved = yield* move(store, known, wish, order);
	const touched = [...freed.map(({ sku }) => sku), ...moved];
	if (asked === 'shippedThoughCancelled') {
		return { refusal: yield* shippedThoughCancelled(store, known, order), touched };
	}
	if (asked !== 'editTooLate') return { refusal: null, touched };
	const edits = differences(copy, order);
	return { refusal: yield* editedTooLate(store, known, order, edits), touched };
}

function* cancel(store: Store, known: KnownOrder): Work<readonly string[]> {
	yield* supersede(store.code, [known.id]);
	if (known.status === 'cancelled') return [];
	const freed = yield* free(known.id);
	yield* setStatus(known.id, 'cancelled', null);
	yield* withdraw(known);
	yield* tell(store.code, [{ type: 'order_cancelled', order: known.id, detail: 'by the channel' }]);
	return freed.map(({ sku }) => sku);
}

/** Answers the SKUs whose stock changed. */
function* move(
	store: Store,
	known: KnownOrder,
	wish: HubStatus | null,
	order: Order,
): Work<readonly string[]> {
	if (wish === null || !heeds(known, wish)) return [];
	if (wish === 'created') {
		const heldByChannel =
			known.hold_reason === 'require_manual_approval' &&
			known.mapped_status === 'on_hold' &&
			known.needs_approval === 0;
		if (heldByChannel) yield* setStatus(known.id, 'created', null);
		return [];
	}
	const touched: string[] = [];
	if (wish === 'on_hold') {
		touched.push(...(yield* free(known.id)).map(({ sku }) => sku));
		yield* setStatus(known.id, 'on_hold', 'require_manual_approval');
	} else {
		if (!hasLeft(known.status)) touched.push(...(yield* leave(store, known, order)));
		yield* setStatus(known.id, wish, null);
	}
	yield* tell(store.code, [{ type: eventOf(wish), order: known.id, detail: wish }]);
	return touched;
}

/** The channel says that the goods are gone: what was reserved, and the rest from where it must have come. */
function* leave(store: Store, known: KnownOrder, order: Order): Work<readonly string[]> {
	yield* ship(known.id);
	const from = known.hub ?? placeOf(order.location, store.settings).hub;
	return yield* shipUnreserved(store, known.id, order, from);
}

/** Gives back what the replaced content held, and routes what waits for a hub again by the settings in force; answers the SKUs. */
export function* rerouteEdited(store: string, ids: readonly number[]): Work<readonly string[]> {
	if (ids.length === 0) return [];
	const freed = yield* free(...ids);
	const waiting = yield* rows<WaitingOrder>(
		`SELECT ${waitingColumns} FROM orders WHERE id IN {ids} AND status = 'created'
		ORDER BY placed_at, id`,
		elements(ids),
	);
	yield* routeOrders(yield* storeOf(store), waiting);
	return freed.map(({ sku }) => sku);
}

function* setStatus(id: number, status: HubStatus, holdReason: HoldReason | null): Work<void> {
	yield* run('UPDATE orders SET status = ?, hold_reason = ? WHERE id = ?', status, holdReason, id);
}

function flagOf(store: Store, known: KnownOrder, order: MappedOrder): string | null {
	if (order.hubStatus === null) return 'unmapped_status';
	if (known.status === 'cancelled' && order.hubStatus !== 'cancelled') return 'active_on_channel';
	const place = placeOf(order.location, store.settings);
	if (!place.known) return 'unknown_location';
	return order.location !== null && place.hub === null ? 'unmapped_location' : flagOfLines(order);
}

/** The channel has changed single lines of an order that goes as a whole. */
const flagOfLines = ({ notFollowed }: Order) =>
	notFollowed === undefined ? null : 'item_level_change';

const unchanged = ({ id }: Order, reason: string): Updated => ({
	outcome: { id, outcome: 'unchanged', reason },
	edited: false,
	touched: [],
});
