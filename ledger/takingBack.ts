import type { ChannelUpdate } from '../domain/channelUpdate';
import type { OmsParcel } from '../domain/oms';
import { hasLeft, leastAdvanced } from '../domain/transitions';
import { isCancelledThere } from './cancelledThere';
import { tell } from './events';
import type { Taking } from './fulfilling';
import { takenBackTooLate } from './omsConflicts';
import { linkParcel, unlinkParcels } from './omsParcels';
import type { LedgerParcel } from './orderShapes';
import { orderById, type OrderRow } from './orders';
import { contentsOf, parcelsOf } from './parcels';
import { countShipped } from './reserving';
import { elements, rows, run, type Work } from './statement';

/** The OMS said that it had left, and says now that it has not: planned again, unless the channel may have heard of it. */
export function* takeBackParcel(
	taking: Taking,
	given: OmsParcel,
	{ parcel, status }: LedgerParcel,
): Work<void> {
	const { oms, id, changes } = taking;
	const order = yield* orderById(id);
	const told = yield* tellings(order, parcel);
	const isToo = status !== 'shipped' || told.some(isHeard) || (yield* isPast(order));
	if (isToo) {
		yield* unlinkParcels([parcel]);
		return yield* takenBackTooLate(taking, order, parcel);
	}
	yield* run(
		"UPDATE outbox SET state = 'superseded', ended_at = {now} WHERE id IN {ids}",
		elements(told.map((one) => one.id)),
	);
	yield* countShipped(yield* contentsOf([parcel]), -1);
	yield* run(
		`UPDATE parcels SET status = 'new_order', shipped_at = NULL, tracking_number = NULL, carrier = NULL, tracking_url = NULL
		WHERE id = ?`,
		parcel,
	);
	yield* linkParcel({ oms: oms.code, order: id }, given, null);
	yield* restate(taking);
	changes.push(`parcel ${parcel} has not left`);
}

/** It has left for the channel as well, or for good. */
function* isPast(order: OrderRow): Work<boolean> {
	const isFurther = hasLeft(order.status) && order.status !== 'shipped';
	const isGoneThere = order.mapped_status !== null && hasLeft(order.mapped_status);
	return isFurther || isGoneThere || (yield* isCancelledThere(order));
}

interface Telling {
	readonly id: number;
	readonly state: string;
	readonly attempts: number;
	readonly body: string;
}

/** What the channel was told, or is to be told, of the parcel having left. */
function* tellings({ id, store }: OrderRow, parcel: number): Work<readonly Telling[]> {
	const found = yield* rows<Telling>(
		`SELECT id, state, attempts, body FROM outbox WHERE order_id = ? AND store = ? AND effect IN ('status', 'tracking')
			AND state <> 'superseded' ORDER BY id`,
		id,
		store,
	);
	return found.filter(({ body }) => {
		const { hubStatus, parcels } = JSON.parse(body) as ChannelUpdate;
		return hasLeft(hubStatus) && parcels.some((one) => one.parcel === parcel);
	});
}

/** Once it was tried, nobody knows for certain that it was not heard. */
const isHeard = ({ state, attempts }: Telling) =>
	attempts > 0 || (state !== 'pending' && state !== 'waiting');

function* restate({ id, store }: Taking): Work<void> {
	const parcels = (yield* parcelsOf([id])).get(id) ?? [];
	const whole = leastAdvanced(parcels.map(({ status }) => status)) ?? 'new_order';
	yield* run('UPDATE orders SET status = ?, updated_at = {now} WHERE id = ?', whole, id);
	yield* tell(store.code, [{ type: 'status_changed', order: id, detail: whole }]);
}
