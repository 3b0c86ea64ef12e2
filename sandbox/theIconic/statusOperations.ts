import { z } from 'zod';
import { mayBecomeShipped } from './actions';
import { ended } from './cancelling';
import { type Chosen, checkProcessable, checkStatus, chosen, itemId } from './chosen';
import type { Operation } from './operations';
import type { Failure } from './order';
import { confirmed } from './packingOperations';
import { withStatus } from './packing';
import { unprocessable } from './refused';
import { jsonBody } from './requestBody';
import type { OrderChangeKind } from './stateTypes';
import type { IconicReason } from './types';
import type { World } from './world';

const orderItemIds = z.array(itemId).readonly();
const onlyIds = z.object({ orderItemIds });
const withReason = onlyIds.extend({ reason: z.string(), reasonDetail: z.string().nullish() });
const perhapsReason = onlyIds.extend({ reason: z.string().nullish() });

interface Said {
	readonly reason?: string | null | undefined;
	readonly reasonDetail?: string | null | undefined;
}

/** Anything but a name of the list is refused (reference/the-iconic-sellercenter.md 8). */
const failureOf = ({ settings }: World, type: IconicReason['type'], said: Said): Failure => {
	const known = settings.reasons.find((one) => one.type === type && one.name === said.reason);
	if (!known) throw unprocessable(`The reason "${said.reason}" is not valid`);
	return { type, name: known.name, details: said.reasonDetail ?? '' };
};

type Act = (world: World, one: Chosen, said: Said) => readonly number[];

const ship: Act = (world, one) => {
	checkStatus(one, ['ready_to_ship']);
	for (const item of one.items) {
		if (item.shipmentType === 'crossdocking') {
			throw unprocessable(`E073: Order item ${item.id} goes through the warehouse`);
		}
		if (!mayBecomeShipped(one.order, item, world.writing)) {
			throw unprocessable('E028: The status is not available for this shipping provider');
		}
	}
	world.orders.byApi(one.order, 'shipped', (order) => withStatus(order, one.ids, 'shipped'));
	return one.ids;
};

/** Those that are delivered already are taken, too, and stay as they are (reference/the-iconic-sellercenter.md 8). */
const deliver: Act = (world, one) => {
	checkStatus(one, ['shipped', 'delivered']);
	const other = one.items.find((item) => item.shipmentType !== 'dropshipping');
	if (other) throw unprocessable(`E073: Order item ${other.id} goes through the warehouse`);
	const moving = one.items.filter(({ status }) => status === 'shipped').map(({ id }) => id);
	if (moving.length > 0) {
		world.orders.byApi(one.order, 'delivered', (order) => withStatus(order, moving, 'delivered'));
	}
	return one.ids;
};

/** Of one item perhaps all that is in its package (reference/the-iconic-sellercenter.md 8). */
const withPackages = ({ settings }: World, { order, items, ids }: Chosen) => {
	if (!settings.cancelsPackage) return ids;
	const packages = new Set(items.flatMap((item) => item.package ?? []));
	return order.items
		.filter((item) => ids.includes(item.id) || packages.has(item.package ?? 0))
		.filter(({ status }) => status !== 'canceled')
		.map(({ id }) => id);
};

const cancel: Act = (world, one, said) => {
	const failure = failureOf(world, 'canceled', said);
	checkStatus(one, ['pending', 'ready_to_ship']);
	checkProcessable(one);
	const ids = withPackages(world, one);
	world.orders.byApi(one.order, 'cancelled', (order) =>
		ended(order, ids, { status: 'canceled', failure }),
	);
	return ids;
};

const fail: Act = (world, one, said) => {
	const failure = failureOf(world, 'failed', said);
	checkStatus(one, ['shipped']);
	world.orders.byApi(one.order, 'delivery_failed', (order) =>
		ended(order, one.ids, { status: 'failed', failure }),
	);
	return one.ids;
};

const takeBack: Act = (world, one, said) => {
	const failure = said.reason == null ? null : failureOf(world, 'returned', said);
	checkStatus(one, ['delivered']);
	world.orders.byApi(one.order, 'returned', (order) =>
		ended(order, one.ids, { status: 'returned', failure }),
	);
	return one.ids;
};

type Shape = z.ZodType<Said & { readonly orderItemIds: readonly number[] }, z.ZodTypeDef, unknown>;

const statusWrite = (
	{
		name,
		path,
		effect,
	}: { readonly name: string; readonly path: string; readonly effect: OrderChangeKind },
	shape: Shape,
	act: Act,
): Operation => ({
	name,
	at: `POST /v2/orders/statuses/${path}`,
	answer(world, { request }) {
		const { orderItemIds: wanted, ...said } = jsonBody(shape, request);
		const one = chosen(world, wanted);
		if (!one) return confirmed([]);
		const ids = act(world, one, said);
		const isChanged = world.orders.find(one.order.id) !== one.order;
		return confirmed(ids, isChanged ? effect : null);
	},
});

/** Each acts on items of one order, and answers those that it has moved (reference/the-iconic-sellercenter.md 8). */
export const statusOperations: readonly Operation[] = [
	statusWrite({ name: 'setToShipped', path: 'set-to-shipped', effect: 'shipped' }, onlyIds, ship),
	statusWrite(
		{ name: 'setToDelivered', path: 'set-to-delivered', effect: 'delivered' },
		onlyIds,
		deliver,
	),
	statusWrite(
		{ name: 'setToCancelled', path: 'set-to-cancelled', effect: 'cancelled' },
		withReason,
		cancel,
	),
	statusWrite(
		{ name: 'setToDeliveryFailed', path: 'set-to-delivery-failed', effect: 'delivery_failed' },
		withReason,
		fail,
	),
	statusWrite(
		{ name: 'setToReturned', path: 'set-to-returned', effect: 'returned' },
		perhapsReason,
		takeBack,
	),
];
