import { refused } from '../domain/failure';
import type { HubStatus } from '../domain/hubStatus';
import type { Order } from '../domain/order';
import { mapBack } from '../domain/statusMap';
import type { CancelReason } from '../domain/channelUpdate';
import { announce } from './announcing';
import { storeOf } from './lookups';
import type { OrderRow } from './orders';
import { first, type Work } from './statement';

const packedStatuses: readonly HubStatus[] = ['packed', 'ready_to_ship', 'ready_for_handover'];

/**
 * SQL, of a row of `orders`: the channel has invoiced it, or may have, because it is being told that the order is packed, or was
 * and never said how that ended.
 */
export const isInvoiced = `(EXISTS (SELECT 1 FROM issued_invoices i WHERE i.order_id = orders.id)
	OR (orders.status IN ('packed', 'ready_to_ship', 'ready_for_handover') AND EXISTS (SELECT 1 FROM outbox u
		WHERE u.order_id = orders.id AND u.store = orders.store AND u.effect = 'status'
			AND (u.state = 'claimed' OR (u.state = 'pending' AND u.attempts > 0)))))`;

/** The channel takes no cancel of the order once it is invoiced. */
export const isBound = ({ body }: Pick<OrderRow, 'body'>): boolean =>
	(JSON.parse(body) as Order).invoiceBinds === true;

/**
 * Where an invoice binds, a cancel goes to the channel first: answers whether it was asked, and the order stays what it is until
 * the channel has taken it. Once the order is packed nobody is asked, unless the channel has cancelled it itself.
 */
export function* isAskedFirst(order: OrderRow, reason?: CancelReason): Work<boolean> {
	if (!isBound(order) || order.mapped_status === 'cancelled') return false;
	const store = yield* storeOf(order.store);
	if (packedStatuses.includes(order.status) || (yield* isInvoicedNow(order))) {
		throw refused(
			`Order ${order.number} is ${order.status} and cannot be cancelled: ${store.channel} takes a cancel only before the order is packed and invoiced. Ship it, or have ${store.channel} cancel it: that comes in by itself.`,
		);
	}
	const { workspaceStatusMap, automatedCancellation } = store.settings;
	const isTold = automatedCancellation && mapBack('cancelled', workspaceStatusMap) !== null;
	if (isTold) yield* announce(store, [order], 'cancelled', { reason });
	return isTold;
}

function* isInvoicedNow({ id }: OrderRow): Work<boolean> {
	const found = yield* first(`SELECT id FROM orders WHERE id = ? AND ${isInvoiced}`, id);
	return found !== undefined;
}
