import { takesOff, type ChannelUpdate } from '../domain/channelUpdate';
import { hasLeft } from '../domain/transitions';
import { isBound } from './bindingInvoice';
import { tell } from './events';
import { withdraw } from './handingOver';
import type { HeldUpdate } from './heldUpdate';
import { orderById } from './orders';
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
	const freed = yield* free(order.id);
	yield* run(
		"UPDATE orders SET status = 'cancelled', hold_reason = NULL, updated_at = {now} WHERE id = ?",
		order.id,
	);
	yield* tell(store, [{ type: 'order_cancelled', order: order.id, detail: 'cancelled' }]);
	yield* withdraw(order, (JSON.parse(body) as ChannelUpdate).reason);
	yield* settle(
		order.seller,
		freed.map(({ sku }) => sku),
	);
}
