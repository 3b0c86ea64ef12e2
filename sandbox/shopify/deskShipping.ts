import { SandboxRefusal } from '../wire';
import { whyNot } from './cancelling';
import { gid, numberIn } from './ids';
import type { RawFulfillment, RawOrder, RawTracking } from './raw';
import { type ShippedUnits, openOrders, withFulfillment } from './shipping';
import type {
	ShopifyCancellation,
	ShopifyFulfilment,
	ShopifyProgress,
	ShopifyTrackingEdit,
} from './types';
import type { World } from './world';

const trackingsOf = (given: ShopifyFulfilment['tracking']): readonly RawTracking[] =>
	[given ?? []]
		.flat()
		.map(({ company = null, number = null, url = null }) => ({ company, number, url }));

/** Takes what is wanted of each line from what is left to ship, in the order of the fulfilment orders. */
const wantedUnits = (
	order: RawOrder,
	{ lines, location }: ShopifyFulfilment,
): readonly ShippedUnits[] => {
	const left = (lines ?? []).map((line) => ({ ...line, left: line.quantity ?? Infinity }));
	const take = (lineId: string, remaining: number) => {
		const sku = order.lines.find(({ id }) => id === lineId)?.sku;
		const row = left.find(
			(one) =>
				one.left > 0 &&
				(one.line === undefined || numberIn('LineItem', one.line) === lineId) &&
				(one.sku === undefined || one.sku === sku),
		);
		const units = lines ? Math.min(row?.left ?? 0, remaining) : remaining;
		if (row) row.left -= units;
		return units;
	};
	return openOrders(order)
		.filter(({ locationId }) => !location || locationId === location)
		.flatMap((one) =>
			one.lines.map(({ id, lineId, remaining }) => ({
				fulfillmentOrderId: one.id,
				lineId: id,
				quantity: take(lineId, remaining),
			})),
		)
		.filter(({ quantity }) => quantity > 0);
};

export const fulfilled = (
	world: World,
	order: RawOrder,
	fulfilment: ShopifyFulfilment,
): RawOrder => {
	const { location: named, tracking, displayStatus = 'FULFILLED' } = fulfilment;
	const location = named === undefined ? undefined : world.places.named(named).id;
	const units = wantedUnits(order, { ...fulfilment, location });
	if (units.length === 0) throw new SandboxRefusal('there is nothing left to ship of it');
	const places = Map.groupBy(
		units,
		({ fulfillmentOrderId }) =>
			order.fulfillmentOrders.find(({ id }) => id === fulfillmentOrderId)?.locationId,
	);
	const shipment = { tracking: trackingsOf(tracking), displayStatus, byApi: false };
	return [...places.values()].reduce(
		(current, part) => world.orders.ship(current, { ...shipment, units: part }),
		order,
	);
};

const fulfilmentOf = (order: RawOrder, id: string | undefined): RawFulfillment => {
	const number = id === undefined ? order.fulfillments.at(-1)?.id : numberIn('Fulfillment', id);
	const found = order.fulfillments.find((one) => one.id === number);
	if (!found) throw new SandboxRefusal(`${gid('Order', order.id)} has no such fulfilment`);
	return found;
};

const changed = (
	world: World,
	order: RawOrder,
	by: {
		id: string | undefined;
		what: 'tracking_changed' | 'progressed';
		change: Partial<RawFulfillment>;
	},
): RawOrder => {
	const { id } = fulfilmentOf(order, by.id);
	const change = { ...by.change, updatedAt: world.now() };
	const next = withFulfillment(order, id, change) ?? order;
	return world.orders.edit(next, { what: by.what, byApi: false });
};

export const tracked = (world: World, order: RawOrder, edit: ShopifyTrackingEdit): RawOrder => {
	const change = { tracking: trackingsOf(edit.tracking) };
	return changed(world, order, { id: edit.fulfilment, what: 'tracking_changed', change });
};

export const progressed = (world: World, order: RawOrder, progress: ShopifyProgress): RawOrder => {
	const { displayStatus, fulfilment: id } = progress;
	const deliveredAt = displayStatus === 'DELIVERED' ? world.now() : null;
	return changed(world, order, { id, what: 'progressed', change: { displayStatus, deliveredAt } });
};

export const unfulfilled = (world: World, order: RawOrder, id: string | undefined): RawOrder =>
	world.orders.unship(order, fulfilmentOf(order, id), false);

export const cancelledInAdmin = (
	world: World,
	order: RawOrder,
	{ reason = 'CUSTOMER', restock = true }: ShopifyCancellation,
): RawOrder => {
	const why = whyNot(order);
	if (why) throw new SandboxRefusal(why);
	return world.orders.cancel(order, { reason, restock, refund: true, staffNote: null }, false);
};
