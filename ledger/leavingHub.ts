import type { HubStatus } from '../domain/hubStatus';
import type { LineUnits } from '../domain/omsUnits';
import {
	channelTransitions,
	hubTransitions,
	isReturn,
	leastAdvanced,
	mayMove,
} from '../domain/transitions';
import { announce } from './announcing';
import { isCancelledThere } from './cancelledThere';
import { eventOf, tell } from './events';
import type { Taking } from './fulfilling';
import type { OpenLine } from './lines';
import type { LedgerParcel } from './orderShapes';
import { orderById, type OrderRow } from './orders';
import { moveParcels, parcelsOf } from './parcels';
import { leave, shipOut } from './reserving';
import type { Store } from './storeShapes';
import { run, type Work } from './statement';
import { takeOutOfParcels } from './unpacking';

interface From {
	readonly order: OrderRow;
	readonly open: readonly OpenLine[];
	/** The hub that the OMS names, or null where it names none that is known. */
	readonly hub: string | null;
}

/**
 * The units leave: as the parcel that was planned with just these, else as one of their own, and the planned ones keep the rest.
 * Answers the parcel.
 */
export function* leaveHub(
	{ id, store, oms }: Taking,
	units: readonly LineUnits[],
	{ order, open, hub }: From,
): Work<number> {
	const parcels = (yield* parcelsOf([id])).get(id) ?? [];
	const planned = parcels
		.filter(({ shippedAt }) => shippedAt === null)
		.toSorted((a, b) => Number(b.hub === hub) - Number(a.hub === hub));
	const from = hub ?? planned[0]?.hub ?? order.hub ?? firstHub(store) ?? firstHub(oms) ?? '';
	const whole = planned.find((one) => holdsJust(one, units));
	if (whole !== undefined) {
		yield* run('UPDATE parcels SET hub = ? WHERE id = ?', hub ?? whole.hub, whole.parcel);
		yield* shipOut([whole.parcel]);
		return whole.parcel;
	}
	yield* takeOutOfParcels(planned, units);
	const skus = new Map([
		...open.map(({ line, sku }) => [line, sku ?? ''] as const),
		...planned.flatMap(({ lines }) => lines.map(({ line, sku }) => [line, sku] as const)),
	]);
	const { seller } = order;
	const [left] = yield* leave(
		units.map(({ line, quantity }) => ({
			...{ order_id: id, line_id: line, seller, quantity },
			...{ sku: skus.get(line) ?? '', hub: from },
		})),
	);
	return left ?? 0;
}

const firstHub = ({ settings }: Store) => settings.hubMap[0]?.hub;

const holdsJust = ({ lines }: LedgerParcel, units: readonly LineUnits[]) =>
	lines.length === units.length &&
	units.every(({ line, quantity }) =>
		lines.some((one) => one.line === line && one.quantity === quantity),
	);

/** One parcel moves on, and the order with it as far as it may; the channel hears of it unless the order is cancelled there. */
export function* moveOn({ store, id }: Taking, parcel: number, status: HubStatus): Work<void> {
	const order = yield* orderById(id);
	const isSilent = yield* isCancelledThere(order);
	yield* moveParcels([parcel], status);
	const parcels = (yield* parcelsOf([id])).get(id) ?? [];
	const whole = leastAdvanced(parcels.map((one) => one.status));
	// What was cancelled and left all the same has left.
	const mayBe = (to: HubStatus) =>
		order.status === 'cancelled' ||
		mayMove(isReturn(to) ? channelTransitions : hubTransitions, order.status, to);
	if (whole !== null && mayBe(whole)) {
		yield* run(
			'UPDATE orders SET status = ?, hub = ?, hold_reason = NULL, updated_at = {now} WHERE id = ?',
			whole,
			parcels[0]?.hub || order.hub,
			id,
		);
	}
	yield* tell(store.code, [{ type: eventOf(status), order: id, parcel, detail: status }]);
	const only = parcels.length > 1 ? [parcel] : undefined;
	if (!isSilent) yield* announce(store, [order], status, { parcels: only });
}
