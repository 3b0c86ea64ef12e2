import { refused } from '../domain/failure';
import { holdReasonLabel, wayOut } from '../domain/holdReason';
import type { HoldReason } from '../domain/hubStatus';
import type { WaitingOrder } from './deciding';
import { tell } from './events';
import { storeOf } from './lookups';
import { getOrder, orderRow, type OrderRow } from './orders';
import { routeOrders } from './routing';
import type { LedgerOrder } from './orderShapes';
import { run, type Work } from './statement';

type Standing = Pick<OrderRow, 'number' | 'status' | 'hold_reason'>;

interface Act {
	/** What it takes the order out of. */
	readonly from: HoldReason;
	readonly event: 'order_released' | 'order_approved';
	readonly done: string;
}

export const release: Act = { from: 'forceful_on_hold', event: 'order_released', done: 'released' };
export const approve: Act = {
	from: 'require_manual_approval',
	event: 'order_approved',
	done: 'approved',
};
/** What no rule could place, a person may. */
export const byHand = { from: 'not_able_to_route', done: 'routed by hand' } as const;

/** Takes an order up again that a person put on hold, and routes it at once. */
export const releaseOrder = (store: string, id: string, by: string | null = null) =>
	takeUp(store, id, release, by);

/** A person says yes to an order that waits for that, and it is routed at once. */
export const approveOrder = (store: string, id: string, by: string | null = null) =>
	takeUp(store, id, approve, by);

function* takeUp(code: string, id: string, act: Act, by: string | null): Work<LedgerOrder> {
	const order = yield* orderRow(code, id);
	checkHeldFor(order, act);
	yield* run('UPDATE orders SET needs_approval = 0 WHERE id = ?', order.id);
	yield* beginAnew(order.id);
	yield* tell(code, [{ type: act.event, order: order.id, detail: act.from, by }]);
	yield* routeOrders(yield* storeOf(code), [asWaiting(order)]);
	return yield* getOrder(code, id);
}

/** Refuses what the act does not take an order out of. */
export function checkHeldFor(order: Standing, { from, done }: Pick<Act, 'from' | 'done'>): void {
	checkOnHold(order, done);
	if (order.hold_reason !== from) throw stillHeld(order, `cannot be ${done}`);
}

/** Somebody else may have seen to it meanwhile. */
export function checkOnHold({ number, status }: Standing, done: string): void {
	if (status === 'on_hold') return;
	throw refused(`Order ${number} is ${status}, not on hold. It was not ${done}.`);
}

const stillHeld = ({ number, hold_reason: reason }: Standing, what: string) =>
	reason === null
		? refused(`Order ${number} ${what}: it is on hold. Cancel it, or look at its order log.`)
		: refused(
				`Order ${number} ${what}: it is on hold for ${holdReasonLabel(reason)}. ${wayOut[reason]}`,
			);

/** What nobody has approved goes nowhere before somebody does. `what` is what it cannot. */
export function checkApproved(order: Standing, what: string): void {
	if (order.status === 'on_hold' && order.hold_reason === 'require_manual_approval')
		throw stillHeld(order, what);
}

/** A person has looked at it: how long it is on hold counts from now. */
export function* beginAnew(order: number): Work<void> {
	yield* run('UPDATE holds SET since = {now} WHERE order_id = ?', order);
}

export const asWaiting = ({
	id,
	channel_id,
	number,
	status,
	hold_reason,
	body,
}: OrderRow): WaitingOrder => ({
	id,
	channel_id,
	number,
	status,
	hold_reason,
	body,
});
