import { reply } from './answers';
import type { Operation } from './operations';
import type { Order } from './order';
import { orderAnswer } from './orderAnswer';
import { type OrderQuery, checkPlayed, isWanted, orderQuery } from './orderFilters';
import { openPage } from './pages';
import { parsed } from './parsed';
import { notFound } from './refused';
import { micros } from './stamps';
import type { World } from './world';

/** Exact look-ups show what is, lists what is in view by now: a guess. */
const candidates = ({ orders }: World, asked: OrderQuery): readonly Order[] => {
	const { 'orderIds[]': ids, 'orderNumbers[]': numbers, updateDateStart } = asked;
	if (ids || numbers) {
		const byId = ids?.flatMap((id) => orders.find(id) ?? []);
		const byNumber = numbers?.flatMap((number) => orders.withNumber(number) ?? []);
		const both = byId && byNumber ? byId.filter((one) => byNumber.includes(one)) : undefined;
		return [...new Set(both ?? byId ?? byNumber)];
	}
	return orders.listed(updateDateStart === undefined ? null : Math.floor(updateDateStart / 1000));
};

/** Of two at the same instant the lower id comes first, also downwards: a guess. */
const sorted = (found: readonly Order[], { sort, sortDir }: OrderQuery) => {
	const turn = sortDir === 'asc' ? 1 : -1;
	const key = ({ id, placedAt, updatedAt }: Order) =>
		micros(sort === 'createdAt' ? placedAt : updatedAt, id);
	return found.toSorted((one, other) => turn * (key(one) - key(other)) || one.id - other.id);
};

export const orderWith = ({ orders }: World, id: string): Order => {
	const order = /^\d+$/.test(id) ? orders.find(Number(id)) : null;
	if (!order) throw notFound(`order ${id}`);
	return order;
};

export const orderOperations: readonly Operation[] = [
	{
		name: 'getOrders',
		at: 'GET /v2/orders',
		answer(world, { query }) {
			const asked = parsed(orderQuery, query);
			checkPlayed(asked);
			const found = candidates(world, asked).filter((order) => isWanted(order, asked));
			return openPage({
				rows: sorted(found, asked),
				paging: asked,
				answer: (order) => orderAnswer(order, world.writing),
			});
		},
	},
	{
		name: 'getOrder',
		at: 'GET /v2/orders/{orderId}',
		answer: (world, { params }) =>
			reply(200, orderAnswer(orderWith(world, params.orderId ?? ''), world.writing)),
	},
];
