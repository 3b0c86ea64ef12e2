import { refused, type Failure } from '../domain/failure';
import type { HubStatus } from '../domain/hubStatus';
import type { Order } from '../domain/order';
import { shown } from '../domain/sku';
import {
	hasLeft,
	hubTransitions,
	isParcelStatus,
	leastAdvanced,
	mayMove,
} from '../domain/transitions';
import { pieceFault } from '../domain/wholeOrder';
import { announce } from './announcing';
import { isAskedFirst } from './bindingInvoice';
import { eventOf, tell } from './events';
import { resolve } from './exceptions';
import { checkOwn } from './handedOver';
import { withdraw } from './handingOver';
import { storeOf } from './lookups';
import { readyStatuses } from './manifestShapes';
import { getOrder, orderRow, type OrderRow } from './orders';
import { moveParcels, parcelsOf } from './parcels';
import { checkApproved } from './releasing';
import { free, ship, shipOut } from './reserving';
import { settle } from './settling';
import type { LedgerOrder, LedgerParcel, StatusDetail } from './orderShapes';
import { run, type Work } from './statement';
import { listed, parcelOf, theParcel, track } from './tracking';
import { isWithoutStock } from './withoutStock';

/**
 * Moves an order, or one parcel of it, as the warehouse or a person says. Shipping consumes its stock, cancelling and
 * holding free it. What the channel is to hear enters the outbox; where it has to agree to a cancel, the order waits for that.
 */
export function* changeStatus(
	store: string,
	id: string,
	status: HubStatus,
	{ parcel: number, tracking, reason, by, note }: StatusDetail = {},
): Work<LedgerOrder> {
	if (reason !== undefined && status !== 'cancelled') throw reasonless(id, status);
	const order = yield* orderRow(store, id);
	const parcels = (yield* parcelsOf([order.id])).get(order.id) ?? [];
	const named = number === undefined ? null : parcelOf(order, parcels, number);
	if (tracking !== undefined && parcels.length > 0) {
		yield* track(order, named ?? theParcel(order, parcels), tracking);
	}
	if (status === 'on_hold') yield* checkOwn(order, 'cannot become on_hold');
	if (status === 'created') checkApproved(order, 'cannot become created');
	checkPiece(order, parcels, status);
	const moving =
		named === null ? wholeOrder(order, parcels, status) : oneParcel(order, named, status);
	const waits = status === 'cancelled' && moving !== null && (yield* isAskedFirst(order, reason));
	if (moving !== null && !waits)
		yield* advance(order, parcels, moving, { status, reason, by, note });
	return yield* getOrder(store, id);
}

const inOnePiece: readonly HubStatus[] = [...readyStatuses, 'shipped'];

/** From packing on, an order that goes as a whole is in one box. What has left all the same has left. */
function checkPiece({ number, body }: OrderRow, parcels: readonly LedgerParcel[], to: HubStatus) {
	const fault = inOnePiece.includes(to) ? pieceFault(JSON.parse(body) as Order, parcels) : null;
	if (fault !== null) throw refused(`Order ${number} cannot become ${to}: ${fault}`);
}

/** The parcels that move; null when there is nothing to do. */
function wholeOrder(
	order: OrderRow,
	parcels: readonly LedgerParcel[],
	status: HubStatus,
): readonly LedgerParcel[] | null {
	if (order.status === status) return null;
	checkMove(`Order ${order.number}`, order.status, status);
	const here = parcels.filter(({ shippedAt }) => shippedAt === null);
	if (here.length === 0 && (status === 'new_order' || status === 'hub_assigned')) {
		throw refused(
			`Order ${order.number} has no hub yet. Hub Router assigns one, with its reservation.`,
		);
	}
	const gone = parcels.filter((parcel) => hasLeft(parcel.status));
	if ((status === 'cancelled' || status === 'on_hold') && gone.length > 0) {
		throw refused(
			`Order ${order.number} cannot become ${status}: parcel ${listed(gone)} has left. Handle it as a return.`,
		);
	}
	const begun = here.filter((parcel) => !mayMove(hubTransitions, parcel.status, 'on_hold'));
	if (status === 'on_hold' && begun.length > 0) {
		throw refused(
			`Order ${order.number} cannot become on_hold: parcel ${listed(begun)} is being picked. Ship it, or cancel the order.`,
		);
	}
	return parcels.filter((parcel) => mayMove(hubTransitions, parcel.status, status));
}

function oneParcel(
	order: OrderRow,
	parcel: LedgerParcel,
	status: HubStatus,
): readonly LedgerParcel[] | null {
	if (parcel.status === status) return null;
	const what = `Parcel ${parcel.parcel} of order ${order.number}`;
	if (status === 'cancelled') throw cancelledAlone(what, order);
	if (!isParcelStatus(status)) {
		throw refused(`${what} cannot become ${status} alone. Move the whole order.`);
	}
	checkMove(what, parcel.status, status);
	return [parcel];
}

function cancelledAlone(what: string, { body }: OrderRow): Failure {
	const { isWhole } = JSON.parse(body) as Order;
	const why = isWhole
		? 'the channel takes the cancel of a whole order only'
		: 'an order is cancelled as a whole';
	return refused(`${what} cannot be cancelled alone: ${why}. Cancel the whole order.`);
}

const reasonless = (id: string, status: HubStatus) =>
	refused(
		`Order ${shown(id)} was not moved: a reason goes with a cancel, not with ${status}. Leave it out.`,
	);

function checkMove(what: string, from: HubStatus, to: HubStatus): void {
	if (mayMove(hubTransitions, from, to)) return;
	const next = hubTransitions[from].join(', ') || 'nothing';
	throw refused(`${what} is ${from} and cannot become ${to}. From here it can become: ${next}.`);
}

function* advance(
	order: OrderRow,
	parcels: readonly LedgerParcel[],
	moving: readonly LedgerParcel[],
	{ status, reason, by, note }: Omit<StatusDetail, 'parcel' | 'tracking'> & { status: HubStatus },
): Work<void> {
	const store = yield* storeOf(order.store);
	const isGivenBack = status === 'cancelled' || status === 'on_hold';
	const freed = isGivenBack ? yield* free(order.id) : [];
	if (!isGivenBack) yield* carryOut(order, moving, status);
	const moved = new Set(moving.map(({ parcel }) => parcel));
	const after = parcels.map((one) => (moved.has(one.parcel) ? status : one.status));
	const whole = isGivenBack ? status : (leastAdvanced(after) ?? status);
	yield* run(
		'UPDATE orders SET status = ?, hold_reason = ?, updated_at = {now} WHERE id = ?',
		whole,
		whole === 'on_hold' ? 'forceful_on_hold' : null,
		order.id,
	);
	const only = moving.length < parcels.length ? [...moved] : undefined;
	yield* tell(
		order.store,
		(only?.length && !isGivenBack ? only : [null]).map((parcel) => ({
			type: eventOf(status),
			...{ order: order.id, parcel, detail: note ?? status, by },
		})),
	);
	yield* announce(store, [order], status, { parcels: only, reason });
	if (status === 'cancelled') {
		yield* withdraw(order, reason);
		yield* resolve(order.store, ['cancelled_after_invoice'], [order.channel_id]);
	}
	yield* settle(
		order.seller,
		freed.map(({ sku }) => sku),
	);
}

function* carryOut(
	order: OrderRow,
	moving: readonly LedgerParcel[],
	status: HubStatus,
): Work<void> {
	const leaving = hasLeft(status) ? moving.filter(({ shippedAt }) => shippedAt === null) : [];
	if (yield* isWithoutStock(order.id)) yield* shipOut(leaving.map(({ parcel }) => parcel));
	else for (const { hub } of leaving) yield* ship(order.id, hub);
	yield* moveParcels(
		moving.map(({ parcel }) => parcel),
		status,
	);
}
