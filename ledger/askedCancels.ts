import { takesOff, type CancelReason, type ChannelUpdate } from '../domain/channelUpdate';
import { hasLeft } from '../domain/transitions';
import { isBound, isInvoiced } from './bindingInvoice';
import { tell } from './events';
import { resolve } from './exceptions';
import { withdraw } from './handingOver';
import type { HeldUpdate } from './heldUpdate';
import { orderById, type OrderRow } from './orders';
import { free } from './reserving';
import { settle } from './settling';
import { first, run, type Work } from './statement';

/** Whether the update asks the channel to cancel, all or some: what becomes of it changes stock. */
export function* isCancel(update: number): Work<boolean> {
	const row = yield* first<{ effect: string }>('SELECT effect FROM outbox WHERE id = ?', update);
	return row !== undefined && takesOff(row.effect);
}

/** The channel has taken the cancel that it was asked for first, so the order is off here as well. The caller has the seller's turn. */
export function* cancelTaken({ order_id, store, sold_by, body }: HeldUpdate): Work<void> {
	const order = yield* orderById(order_id);
	const isOpen = order.status !== 'cancelled' && !hasLeft(order.status);
	if (store !== sold_by || !isOpen || !isBound(order)) return;
	yield* callOff(order, 'cancelled', (JSON.parse(body) as ChannelUpdate).reason);
}

/**
 * The channel had cancelled the order while it may have been making the invoice. By now it has refused that, so there is none, and the
 * cancel stands. The caller has the seller's turn.
 */
export function* cancelStands({ order_id, store }: HeldUpdate): Work<void> {
	const disputed = yield* first(
		`SELECT orders.id FROM orders JOIN exceptions e ON e.store = orders.store AND e.kind = 'cancelled_after_invoice'
			AND e.reference = orders.channel_id AND e.state = 'open'
		WHERE orders.id = ? AND orders.store = ? AND orders.mapped_status = 'cancelled' AND NOT ${isInvoiced}`,
		order_id,
		store,
	);
	const order = yield* orderById(order_id);
	if (disputed === undefined || order.status === 'cancelled' || hasLeft(order.status)) return;
	yield* callOff(order, 'by the channel');
	yield* resolve(store, ['cancelled_after_invoice'], [order.channel_id]);
}

function* callOff(order: OrderRow, detail: string, reason?: CancelReason): Work<void> {
	const freed = yield* free(order.id);
	yield* run(
		"UPDATE orders SET status = 'cancelled', hold_reason = NULL, updated_at = {now} WHERE id = ?",
		order.id,
	);
	yield* tell(order.store, [{ type: 'order_cancelled', order: order.id, detail }]);
	yield* withdraw(order, reason);
	yield* settle(
		order.seller,
		freed.map(({ sku }) => sku),
	);
}
