import { z } from 'zod';
import { type Reply, done } from './answers';
import { parsed } from './body';
import type { Asked, Operation } from './operation';
import { type Order, orderOf } from './order';
import { createAnswer, orderDetail } from './orderAnswer';
import { type OrderInput, orderInput } from './orderInput';
import { Refused } from './refused';
import { hasLeft } from './statuses';
import type { World } from './world';

/** By the id that the channel gave it, as writes of the seller family take it (reference/omniful.md 1.7); the words are a guess. */
export const ofChannel = (world: World, { params }: Asked): Order => {
	const order = world.orders.named(params.order ?? '');
	if (order) return order;
	throw new Refused('order not found');
};

export const changedByApi = (
	world: World,
	{ id }: Order,
	what: string,
	change: (order: Order) => Order,
): Order => world.orders.change(id, { what, by: 'api' }, change);

const checkOrder = (world: World, input: OrderInput) => {
	if (world.orders.named(input.order_id)) throw new Refused('Order Already Exist');
	const { hub_code: hub } = input;
	if (hub !== undefined && !world.hubs.find(hub)?.active) throw new Refused('Invalid hub code.');
	const { national_address_code: code, country_code: country } = input.shipping_address;
	// "must always be sent" in Saudi Arabia; that it is refused without is not known (reference/omniful.md 1.5).
	if (country === 'SA' && code === '') throw new Refused('national address code is required');
};

const create: Operation = {
	name: 'order/create',
	method: 'POST',
	path: '/v1/orders',
	family: 'seller',
	needs: 'orderSync',
	answer(world, { body }): Reply {
		const input = parsed(orderInput, body);
		checkOrder(world, input);
		const order = world.orders.add(orderOf(input, world.now()), 'api');
		return done(createAnswer(order), 'created');
	},
};

/** The path takes the id of Omniful, never that of the channel (reference/omniful.md 1.6). */
const get: Operation = {
	name: 'order/get',
	method: 'GET',
	path: '/v1/seller/orders/:id',
	family: 'seller',
	needs: 'orderSync',
	answer(world, { params: { id = '' } }) {
		if (!/^[0-9a-f]{24}$/.test(id)) throw new Refused('invalid object id');
		const order = world.orders.find(id);
		if (!order) throw new Refused('order not found');
		return done(orderDetail(order));
	},
};

const approve: Operation = {
	name: 'order/approve',
	method: 'PUT',
	path: '/v1/orders/:order/approve',
	family: 'seller',
	needs: 'orderSync',
	answer(world, asked) {
		const order = ofChannel(world, asked);
		if (order.holdReason !== 'require_manual_approval') {
			throw new Refused('order is not waiting for approval');
		}
		changedByApi(world, order, 'approved', (before) => ({
			...before,
			isApproved: true,
			status: 'new_order',
			holdReason: null,
		}));
		return done('Order approved successfully', 'approved');
	},
};

const cancelBody = z.strictObject({ cancel_reason: z.string().optional() });

const cancel: Operation = {
	name: 'order/cancel',
	method: 'PUT',
	path: '/v1/orders/:order/cancel',
	family: 'seller',
	needs: 'orderSync',
	answer(world, asked) {
		const { cancel_reason: reason = '' } = parsed(cancelBody, asked.body);
		if (reason === '') throw new Refused('cancellation reason is required');
		const order = ofChannel(world, asked);
		if (order.status === 'cancelled') throw new Refused('order is already cancelled');
		if (hasLeft(order.status)) throw new Refused(`order can not be cancelled in ${order.status}`);
		changedByApi(world, order, 'cancelled', (before) => ({
			...before,
			status: 'cancelled',
			holdReason: null,
			cancelReason: reason,
		}));
		return done({ message: 'Order cancelled successfully' }, 'cancelled');
	},
};

export const orderOperations: readonly Operation[] = [create, get, approve, cancel];
