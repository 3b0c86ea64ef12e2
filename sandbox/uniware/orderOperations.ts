import { z } from 'zod';
import { type Reply, done, refusalReply } from './answers';
import { codeList, parsed } from './body';
import { cancelled } from './cancelling';
import { checkOrder, created, failureIn } from './creating';
import type { Operation } from './operation';
import { type SaleOrder, orderStatus, withItems } from './order';
import { orderAnswer, orderDetail } from './orderAnswer';
import { cancelBody, createBody } from './orderInput';
import { searched } from './orderSearch';
import { Refused } from './refused';
import type { OrderChangeKind } from './stateTypes';
import type { World } from './world';

export const orderWith = ({ orders }: World, code: string): SaleOrder => {
	const order = orders.find(code);
	if (order) return order;
	throw new Refused('INVALID_SALE_ORDER_CODE', `There is no sale order ${code}`, 'code');
};

/** The order changed by a call; failures leave it as it was. */
export const changedByApi = (
	world: World,
	code: string,
	what: OrderChangeKind,
	change: (order: SaleOrder) => SaleOrder,
): SaleOrder => {
	orderWith(world, code);
	return world.orders.change(code, { what, by: 'api' }, change);
};

const named = z.strictObject({ saleOrderCode: z.string().min(1) });
const namedItems = named.extend({ saleOrderItemCodes: codeList });
const getBody = z.strictObject({
	code: z.string().min(1),
	facilityCodes: codeList.optional(),
	paymentDetailRequired: z.boolean().optional(),
});

const create: Operation = {
	name: 'saleOrder/create',
	path: '/oms/saleOrder/create',
	answer(world, { body, facility }): Reply {
		const { saleOrder } = parsed(createBody, body);
		if (facility !== null) world.places.checked(facility);
		checkOrder(world, saleOrder);
		const failure = failureIn(world, saleOrder);
		if (failure) {
			world.failedOrders.put(saleOrder.code ?? `FAILED-${world.newId()}`, saleOrder, failure);
			return refusalReply(failure, 'failed_order');
		}
		if (saleOrder.code !== undefined) world.failedOrders.clear(saleOrder.code);
		const order = world.orders.add(created(world, saleOrder, facility), 'api');
		return done({ saleOrderDetailDTO: orderDetail(world, order) }, 'created');
	},
};

/** The other calls of this family are in camel case; so written, get is not found (reference/uniware-oker.md 1.1). */
const get: Operation = {
	name: 'saleorder/get',
	path: '/oms/saleorder/get',
	answer(world, { body }) {
		const { code, facilityCodes } = parsed(getBody, body);
		const order = orderWith(world, code);
		return done({ saleOrderDTO: orderAnswer(world, order, facilityCodes ?? null) });
	},
};

const cancel: Operation = {
	name: 'saleOrder/cancel',
	path: '/oms/saleOrder/cancel',
	answer(world, { body }) {
		const asked = parsed(cancelBody, body);
		changedByApi(world, asked.saleOrderCode, 'cancelled', (order) =>
			cancelled(order, {
				items: asked.saleOrderItemCodes,
				reason: asked.cancellationReason,
				tellsChannel: asked.cancelOnChannel && asked.cancelledBySeller !== true,
			}),
		);
		return done({}, 'cancelled');
	},
};

const checkGoing = (order: SaleOrder): SaleOrder => {
	const status = orderStatus(order);
	if (status !== 'COMPLETE' && status !== 'CANCELLED') return order;
	throw new Refused('INVALID_SALE_ORDER_STATE', `Order ${order.code} is ${status}`);
};

const holding = (name: 'hold' | 'unhold'): Operation => ({
	name: `saleOrder/${name}`,
	path: `/oms/saleOrder/${name}`,
	answer(world, { body }) {
		const { saleOrderCode } = parsed(named, body);
		const what = name === 'hold' ? 'held' : 'released';
		changedByApi(world, saleOrderCode, what, (order) => ({
			...checkGoing(order),
			isOnHold: name === 'hold',
		}));
		return done({}, what);
	},
});

const holdingItems = (name: 'holdSaleOrderItems' | 'unholdSaleOrderItems'): Operation => ({
	name: `saleOrder/${name}`,
	path: `/oms/saleOrder/${name}`,
	answer(world, { body }) {
		const { saleOrderCode, saleOrderItemCodes } = parsed(namedItems, body);
		const isOnHold = name === 'holdSaleOrderItems';
		const what = isOnHold ? 'held' : 'released';
		changedByApi(world, saleOrderCode, what, (order) =>
			withItems(
				checkGoing(order),
				({ input }) => saleOrderItemCodes.includes(input.code),
				(item) => ({ ...item, isOnHold }),
			),
		);
		return done({}, what);
	},
});

const verify: Operation = {
	name: 'saleOrder/verify',
	path: '/oms/saleOrder/verify',
	answer(world, { body }) {
		const { saleOrderCode } = parsed(named, body);
		changedByApi(world, saleOrderCode, 'verified', (order) => {
			if (!order.isVerified) return { ...order, isVerified: true };
			throw new Refused('INVALID_SALE_ORDER_STATE', `Order ${order.code} is verified`);
		});
		return done({}, 'verified');
	},
};

export const orderOperations: readonly Operation[] = [
	create,
	get,
	{
		name: 'saleOrder/search',
		path: '/oms/saleOrder/search',
		answer: (world, { body }) => searched(world, body),
	},
	cancel,
	holding('hold'),
	holding('unhold'),
	holdingItems('holdSaleOrderItems'),
	holdingItems('unholdSaleOrderItems'),
	verify,
];
