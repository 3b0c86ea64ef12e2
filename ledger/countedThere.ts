import type { ChannelUpdate } from '../domain/channelUpdate';
import type { MappedOrder, Order, OrderUnits } from '../domain/order';
import type { HubStatus } from '../domain/hubStatus';
import { hasLeft } from '../domain/transitions';
import type { HeldUpdate } from './heldUpdate';
import { listedSkus } from './lines';
import { storeOf } from './lookups';
import { orderById } from './orders';
import type { KnownOrder } from './remembering';
import { each, rows, type Work } from './statement';
import type { Store } from './storeShapes';

/**
 * What customers order, change and cancel, a channel may take off its figures by itself or give back, at the order's location or,
 * where it names none, at any. What it confirmed of them before, or is just being told, is then not what it shows any more, also
 * where the hub's own figure comes back to the same: the next push says it again. What it is still to decide on stays as it is.
 */
export function* countedThere(
	{ code, settings }: Store,
	orders: readonly OrderUnits[],
): Work<void> {
	// Such a channel leaves the figure as it was told, and takes its own reservations off when it sells.
	if (settings.addReservations) return;
	yield* sayAgain(code, orders);
}

function* sayAgain(code: string, orders: readonly OrderUnits[]): Work<void> {
	const lines = orders
		.map(unitsOf)
		.flatMap(({ location, lines: of }) =>
			of.map(({ listing, sku }) => ({ listing, sku, location })),
		);
	const listings = new Set(lines.flatMap(({ listing }) => listing ?? []));
	const listed = yield* listedSkus(code, [...listings]);
	const places = lines.flatMap(({ listing, sku: written, location }) => {
		const sku = (listing === null ? undefined : listed.get(listing)) ?? written;
		return sku === null ? [] : [[sku, location] as const];
	});
	const once = new Map(places.map((place) => [JSON.stringify(place), place]));
	yield* each(
		`UPDATE published SET confirmed = NULL, sent = NULL, refused = NULL
		WHERE store = ? AND sku = ? AND location = COALESCE(?, location)
			AND (confirmed IS NOT NULL OR (sent IS NOT NULL AND ticket IS NULL))`,
		[...once.keys()].sort().map((key) => [code, ...(once.get(key) ?? [])]),
	);
}

/** Whether units of the order changed on the channel by the newer revision, also where the hub does not follow it. */
export const changedUnits = (known: KnownOrder, had: Order, given: MappedOrder): boolean =>
	(known.mapped_status === 'cancelled') !== (given.hubStatus === 'cancelled') ||
	!hasUnitsOf(thereOf(had), given);

/** What the channel has of an order, as far as the hub has heard. */
export const thereOf = (copy: Order): OrderUnits => copy.unitsThere ?? copy;

/** The hub's copy of an order of which the channel has those units. */
export const withUnitsThere = (copy: Order, there: OrderUnits): Order => ({
	...copy,
	unitsThere: hasUnitsOf(copy, there) ? undefined : unitsOf(there),
});

const hasUnitsOf = (one: OrderUnits, other: OrderUnits): boolean =>
	JSON.stringify(unitsOf(one)) === JSON.stringify(unitsOf(other));

const unitsOf = ({ location, lines, linesGone = [] }: OrderUnits): OrderUnits => ({
	location,
	lines: [...lines, ...linesGone].map(({ id, listing, sku, ordered, cancelled }) => ({
		...{ id, listing, sku, ordered, cancelled },
	})),
});

/**
 * The channel has heard that goods have left. One that takes off by itself what it has reserved may take them off its figure now, and
 * that may have been told without them already. Whether The Iconic does so is not written anywhere (reference/the-iconic-sellercenter.md
 * 6); the figure said once more is right either way.
 */
export function* soldThere({ id, store: code, sold_by, order_id, body }: HeldUpdate): Work<void> {
	const update = JSON.parse(body) as ChannelUpdate;
	const store = yield* storeOf(code);
	const isSold = update.effect === 'status' && hasLeft(update.hubStatus) && code === sold_by;
	if (!isSold || !store.settings.addReservations) return;
	const gone = (yield* leavingIn(code, order_id))
		.filter((one) => one.state === 'done' && one.id < id)
		.flatMap(({ parcels }) => parcels);
	if (update.parcels.every(({ parcel }) => gone.includes(parcel))) return;
	const left = new Set(update.parcels.flatMap(({ lines }) => lines.map(({ line }) => line)));
	const order = yield* orderById(order_id);
	const there = thereOf(JSON.parse(order.body) as Order);
	const lines = there.lines.filter(({ id: line }) => left.has(line));
	yield* sayAgain(code, [{ ...there, lines, linesGone: [] }]);
}

/** The same where nobody tells it and the channel says of goods that have left here that they have left there. */
export function* soldUntold(
	{ code, settings }: Store,
	known: KnownOrder,
	given: MappedOrder,
): Work<void> {
	const isNews = isGone(given.hubStatus) && !isGone(known.mapped_status);
	if (!settings.addReservations || !isNews || !hasLeft(known.status)) return;
	const telling = yield* leavingIn(code, known.id);
	if (telling.some(({ state }) => tells.includes(state))) return;
	const lines = given.lines.filter(({ ordered, cancelled }) => ordered > cancelled);
	yield* sayAgain(code, [{ ...given, lines, linesGone: [] }]);
}

const isGone = (status: HubStatus | null) => status !== null && hasLeft(status);

/** States of an update that the channel has heard of or will. */
const tells = ['pending', 'claimed', 'waiting', 'done'];

/** What of the order the channel was to hear as gone. */
function* leavingIn(store: string, order: number) {
	const updates = yield* rows<{ id: number; state: string; body: string }>(
		"SELECT id, state, body FROM outbox WHERE order_id = ? AND store = ? AND effect = 'status'",
		order,
		store,
	);
	return updates.flatMap(({ id, state, body }) => {
		const { hubStatus, parcels } = JSON.parse(body) as ChannelUpdate;
		return isGone(hubStatus) ? [{ id, state, parcels: parcels.map(({ parcel }) => parcel) }] : [];
	});
}

/** The channel has taken the hub's own cancel, of all or of some units, and may have given the units back by that. */
export function* givenBackThere({ store, sold_by, order_id }: HeldUpdate): Work<void> {
	if (store !== sold_by) return;
	const { body } = yield* orderById(order_id);
	yield* countedThere(yield* storeOf(store), [thereOf(JSON.parse(body) as Order)]);
}
