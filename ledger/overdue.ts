import { holdReasonLabel } from '../domain/holdReason';
import type { HoldReason } from '../domain/hubStatus';
import { instant } from '../domain/instant';
import { isInvoiced } from './bindingInvoice';
import { tell } from './events';
import { isWithOms } from './handedOver';
import { storeOf } from './lookups';
import { changeStatus } from './moving';
import type { OrdersCancelled } from './orderShapes';
import { rows, type Work } from './statement';
import { storeInTurn } from './turn';

interface OverdueOrder {
	readonly id: number;
	readonly channel_id: string;
	readonly number: string;
	readonly hold_reason: HoldReason | null;
	readonly since: number;
}

/** SQL, of a row of `orders`: the channel was asked to cancel it, or has refused to. */
const isAsked = `EXISTS (SELECT 1 FROM outbox u WHERE u.order_id = orders.id AND u.store = orders.store
	AND u.effect = 'cancel' AND u.state <> 'superseded')`;

/**
 * Cancels orders that are on hold for longer than the store's settings allow, the longest first, as a person would. What an OMS
 * has or may have is the OMS's to cancel.
 */
export function* cancelOverdue(code: string, limit: number): Work<OrdersCancelled> {
	const none = { cancelled: [], waiting: false };
	if ((yield* storeOf(code)).settings.cancelHeldMinutes === null) return none;
	const { settings } = yield* storeInTurn(code);
	const minutes = settings.cancelHeldMinutes;
	if (minutes === null) return none;
	const overdue = yield* rows<OverdueOrder>(
		`SELECT orders.id, channel_id, number, hold_reason, h.since FROM holds h JOIN orders ON orders.id = h.order_id
		WHERE store = ? AND status = 'on_hold' AND h.since <= {now} - CAST(? AS BIGINT) AND NOT ${isWithOms}
			AND NOT ${isInvoiced} AND NOT ${isAsked}
			AND NOT EXISTS (SELECT 1 FROM parcels p WHERE p.order_id = orders.id AND p.shipped_at IS NOT NULL)
		ORDER BY h.since, orders.id LIMIT ?`,
		code,
		minutes * 60_000,
		limit,
	);
	for (const { id, channel_id, hold_reason } of overdue) {
		const why = hold_reason === null ? '' : `, for ${holdReasonLabel(hold_reason)}`;
		const detail = `on hold for more than ${minutes} minutes${why}`;
		yield* tell(code, [{ type: 'order_overdue', order: id, detail }]);
		const reason = hold_reason === 'inventory_not_present' ? 'out_of_stock' : undefined;
		yield* changeStatus(code, channel_id, 'cancelled', { reason });
	}
	return {
		cancelled: overdue.map((one) => ({
			...{ store: code, order: one.channel_id, number: one.number },
			...{ holdReason: one.hold_reason, heldSince: instant(one.since) },
		})),
		waiting: overdue.length === limit,
	};
}
