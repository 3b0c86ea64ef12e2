import type { CancelReason, ChannelUpdate, LineReduced } from '../domain/channelUpdate';
import type { HoldReason, HubStatus } from '../domain/hubStatus';
import type { Announced } from './announcing';
import { handedOverOf, omsOf } from './handedOver';
import { storeOf } from './lookups';
import { enqueue } from './outbox';
import type { Store } from './storeShapes';
import { run, type Work } from './statement';

/** The sale has happened, so the OMS gets the order although the hub found no goods or no hub for it. */
const soldAllTheSame: readonly (HoldReason | null)[] = [
	'inventory_not_present',
	'not_able_to_route',
];

/** SQL, of a row `o` of `orders`: the same as it stands now. What is picked by hand meanwhile is out of the OMS's stock, too. */
export const isForOms = `(o.status IN ('hub_assigned', 'new_order', 'picked', 'consolidated', 'packed', 'ready_to_ship', 'ready_for_handover')
	OR (o.status = 'on_hold' AND o.hold_reason IN ('inventory_not_present', 'not_able_to_route')))`;

/** Whether an order that is routed so goes to the OMS. What else holds it has to be solved first. */
export const isSold = ({
	status,
	holdReason,
}: {
	readonly status: HubStatus;
	readonly holdReason: HoldReason | null;
}) => status === 'new_order' || (status === 'on_hold' && soldAllTheSame.includes(holdReason));

const create = {
	effect: 'create',
	hubStatus: 'new_order',
	channelStatus: 'created',
	parcels: [],
} as const;
const cancel = {
	effect: 'cancel',
	hubStatus: 'cancelled',
	channelStatus: 'cancelled',
	parcels: [],
} as const;

const reduce = {
	effect: 'reduce',
	hubStatus: 'new_order',
	channelStatus: 'reduced',
	parcels: [],
} as const;

/** The OMS that ships the store's orders, if one does, is to have these; each is told once. */
export function* handOver(store: Store, orders: readonly Announced[]): Work<void> {
	const oms = orders.length === 0 ? null : yield* omsOf(store);
	if (oms !== null) yield* say(oms, orders, create);
}

/** A cancelled order: an OMS that has it or may have it is to cancel it, too. Another one does not hear of it any more. */
export function* withdraw(order: Announced, reason?: CancelReason): Work<void> {
	const given = (yield* handedOverOf([order.id])).get(order.id);
	if (given !== undefined) {
		yield* say(given.oms, [order], reason === undefined ? cancel : { ...cancel, reason });
		return;
	}
	yield* run(
		`UPDATE outbox SET state = 'superseded', ended_at = {now}
		WHERE order_id = ? AND effect = 'create' AND state IN ('pending', 'waiting')`,
		order.id,
	);
}

/** Units of an order that an OMS has or may have are cancelled alone: it is to take them off, too. */
export function* withdrawUnits(order: Announced, lines: readonly LineReduced[]): Work<void> {
	const given = (yield* handedOverOf([order.id])).get(order.id);
	if (given !== undefined) yield* say(given.oms, [order], { ...reduce, lines });
}

function* say(
	oms: string,
	orders: readonly Announced[],
	told: Omit<ChannelUpdate, 'order' | 'number'>,
): Work<void> {
	yield* enqueue(
		yield* storeOf(oms),
		orders.map(({ id, channel_id, number }) => ({
			order: id,
			update: { ...told, order: channel_id, number },
			isUrgent: true,
		})),
	);
}
