import { SandboxRefusal } from '../wire';
import type { Order } from './order';
import { newObjectId, orderOf, unitsIn } from './order';
import { orderInput } from './orderInput';
import { type HoldReason, type OrderStatus, hasLeft, warehouseSteps } from './statuses';
import type { OmnifulAdvance, OmnifulOrderDraft } from './types';
import type { World } from './world';

const nobody = { address1: '1 Sample Street', city: 'Riyadh', country: 'Saudi Arabia' };

/** An order that did not come by this API. */
export const placed = (world: World, draft: OmnifulOrderDraft): Order => {
	const orderId = draft.orderId ?? `SO-${newObjectId().slice(12)}`;
	if (world.orders.named(orderId)) throw new SandboxRefusal(`there is an order ${orderId} already`);
	const lines = draft.lines.map(({ sku, quantity = 1, price = 100 }) => ({
		sku_code: sku,
		quantity,
		selling_price: price,
	}));
	for (const { sku_code: sku } of lines) {
		if (!world.catalog.find(sku)) throw new SandboxRefusal(`nothing has the SKU ${sku}`);
	}
	const total = lines.reduce((sum, line) => sum + line.quantity * line.selling_price, 0);
	const input = orderInput.parse({
		order_id: orderId,
		order_alias: draft.alias,
		hub_code: draft.hub,
		order_items: lines,
		billing_address: nobody,
		shipping_address: nobody,
		invoice: { currency: 'SAR', total },
		customer: { first_name: 'A. Buyer' },
		payment_method: 'prepaid',
		is_cash_on_delivery: false,
		type: 'b2c',
	});
	const order = orderOf(input, draft.placedAt ?? world.now());
	const updatedAt = draft.updatedAt ?? world.now();
	return world.orders.add({ ...order, updatedAt, overrides: draft.overrides ?? null }, 'desk');
};

const held = (order: Order, holdReason: HoldReason): Order =>
	order.status === 'on_hold' && order.holdReason === holdReason
		? order
		: { ...order, status: 'on_hold', holdReason };

/** What routing and reservation make of a waiting order (reference/omniful.md 4.1, 4.3); which hub is chosen is not played. */
const routedIn =
	({ catalog, hubs, stock, settings }: World) =>
	(order: Order): Order => {
		if ([...unitsIn(order).keys()].some((sku) => !catalog.find(sku))) {
			return held(order, 'sku_not_valid');
		}
		const [first] = hubs.active();
		const hub =
			order.hub ?? (hubs.active().find(({ code }) => stock.covers(order, code)) ?? first)?.code;
		if (hub === undefined) return held(order, 'not_able_to_route');
		const placedAt = order.hub === hub ? order : { ...order, hub };
		if (!stock.covers(order, hub)) return held(placedAt, 'inventory_not_present');
		if (settings.manualApproval && !order.isApproved) {
			return held(placedAt, 'require_manual_approval');
		}
		return { ...placedAt, status: 'new_order', holdReason: null };
	};

/** That stock which arrives releases an order by itself is a guess (reference/omniful.md 4.3). */
const isWaiting = ({ status, holdReason }: Order) =>
	status === 'created' || (status === 'on_hold' && holdReason !== 'forceful_on_hold');

const isTimedOut = ({ status, input, createdAt }: Order, now: number) => {
	const { cancel_order_after_seconds: seconds } = input;
	return status === 'on_hold' && seconds > 0 && now >= createdAt + seconds * 1000;
};

export const route = (world: World): void => {
	for (const order of world.orders.all()) {
		if (isTimedOut(order, world.now())) {
			byDesk(world, order.id, 'cancelled', cancelledFor('Not released in time'));
		} else if (isWaiting(order)) byDesk(world, order.id, 'routed', routedIn(world));
	}
};

/** What comes about by itself: routing, a moment after the order was created. */
export const settle = (world: World): void => {
	const due = world.now() - world.routeMs;
	for (const order of world.orders.all()) {
		if (isTimedOut(order, world.now())) {
			byDesk(world, order.id, 'cancelled', cancelledFor('Not released in time'));
		} else if (isWaiting(order) && order.createdAt <= due) {
			byDesk(world, order.id, 'routed', routedIn(world));
		}
	}
};

export const byDesk = (
	world: World,
	id: string,
	what: string,
	change: (order: Order) => Order,
): Order => world.orders.change(id, { what, by: 'desk' }, change);

const cancelledFor =
	(reason: string) =>
	(order: Order): Order => ({
		...order,
		status: 'cancelled',
		holdReason: null,
		cancelReason: reason,
	});

export const cancelled = (world: World, id: string, reason: string): Order =>
	byDesk(world, id, 'cancelled', (order) => {
		if (hasLeft(order.status)) throw new SandboxRefusal(`order ${id} is ${order.status}`);
		return cancelledFor(reason)(order);
	});

export const heldByHand = (world: World, id: string, reason: HoldReason): Order =>
	byDesk(world, id, 'held', (order) => held(order, reason));

export const released = (world: World, id: string): Order =>
	byDesk(world, id, 'released', (order) => routedIn(world)({ ...order, isApproved: true }));

type Step = (order: Order, given: OmnifulAdvance, now: number) => Order;

const steps: Readonly<Partial<Record<OrderStatus, Step>>> = {
	packed: (order, { packed }) => ({
		...order,
		packed: packed ?? order.input.order_items.map(({ quantity }) => quantity),
	}),
	ready_to_ship: (order, { awb, courier = 'aramex' }, now) => ({
		...order,
		shipment: order.shipment ?? {
			awb: awb ?? `AWB${order.id.slice(-8)}`,
			label: null,
			trackingUrl: `https://track.example/${order.id.slice(-8)}`,
			courier: { tag: courier, name: courier },
			boxes: 1,
			weight: null,
			createdAt: now,
			deliveryStatus: 'ready_to_ship',
		},
	}),
	shipped: (order, _given, now) => ({ ...order, shippedAt: now }),
	delivered: (order, _given, now) => ({ ...order, deliveredAt: now }),
};

/** An order, step by step, as far as was asked. */
export const advanced = (world: World, id: string, given: OmnifulAdvance): Order => {
	const before = world.orders.found(id);
	const [from, to] = [before.status, given.to].map((one) => warehouseSteps.indexOf(one));
	if (given.to === 'return_to_origin' && before.status === 'shipped') {
		return byDesk(world, id, given.to, (order) => ({ ...order, status: given.to }));
	}
	if (from === undefined || to === undefined || from < 0 || to <= from) {
		throw new SandboxRefusal(`order ${id} is ${before.status}, it does not become ${given.to}`);
	}
	for (const status of warehouseSteps.slice(from + 1, to + 1)) {
		byDesk(world, id, status, (order) => {
			const next = steps[status]?.(order, given, world.now()) ?? order;
			return { ...next, status };
		});
	}
	return world.orders.found(id);
};
