import { z } from 'zod';
import { done, listed } from './answers';
import { money, parsed } from './body';
import type { Operation } from './operation';
import { unitsIn } from './order';
import { ofChannel } from './orderOperations';
import { cursorPageOf } from './query';
import { Refused } from './refused';
import type { ReturnOrder } from './returns';
import type { World } from './world';

const returnItem = z.strictObject({
	seller_sku_code: z.string().min(1),
	return_quantity: z.number().int().min(1),
	return_reasons: z
		.array(z.strictObject({ reason: z.string().min(1), quantity: z.number().int().min(1) }))
		.readonly(),
	unit_price: money.optional(),
	discount: money.optional(),
	total: money.optional(),
});

const returnBody = z.strictObject({
	return_order_id: z.string().min(1),
	hub_code: z.string().optional(),
	return_items: z.array(returnItem).min(1).readonly(),
	additional_charges: z.array(z.unknown()).readonly().optional(),
});

const answerOf = (one: ReturnOrder) => ({
	id: one.id,
	return_order_id: one.returnOrderId,
	order_id: one.order,
	hub_code: one.hub ?? '',
	status: one.status,
	return_items: [...one.units].map(([sku, quantity]) => ({
		seller_sku_code: sku,
		return_quantity: quantity,
	})),
	created_at: new Date(one.createdAt).toISOString(),
	updated_at: new Date(one.updatedAt).toISOString(),
});

/** Units that are on their way back already count. */
const checkUnits = (world: World, order: string, units: ReadonlyMap<string, number>) => {
	const bought = unitsIn(world.orders.found(order));
	const back = world.returns.of(order);
	for (const [sku, quantity] of units) {
		const earlier = back.reduce((sum, one) => sum + (one.units.get(sku) ?? 0), 0);
		if (earlier + quantity > (bought.get(sku) ?? 0)) {
			throw new Refused(`return quantity of ${sku} is more than ordered`);
		}
	}
};

const create: Operation = {
	name: 'return/create',
	method: 'POST',
	path: '/v1/orders/:order/return_orders',
	family: 'seller',
	needs: 'orderSync',
	answer(world, asked) {
		const given = parsed(returnBody, asked.body);
		const order = ofChannel(world, asked);
		if (world.returns.named(given.return_order_id))
			throw new Refused('reference id already exists');
		if (order.status !== 'delivered') throw new Refused('order is not delivered');
		const units = new Map(
			given.return_items.map((item) => [item.seller_sku_code, item.return_quantity]),
		);
		checkUnits(world, order.input.order_id, units);
		const made = world.returns.add({
			returnOrderId: given.return_order_id,
			order: order.input.order_id,
			hub: given.hub_code ?? order.hub,
			units,
			reason: given.return_items[0]?.return_reasons[0]?.reason ?? '',
		});
		world.webhooks.emit('return.order.create.event', answerOf(made));
		return done(answerOf(made), 'return_created');
	},
};

export const returnOperations: readonly Operation[] = [
	create,
	{
		name: 'returns/list',
		method: 'GET',
		path: '/v2/seller/return_orders',
		family: 'seller',
		answer(world, { query }) {
			const { rows, meta } = cursorPageOf(world.returns.all(), query, ({ id }) => id);
			return listed(rows.map(answerOf), meta);
		},
	},
];
