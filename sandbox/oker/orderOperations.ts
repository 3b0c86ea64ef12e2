import { reply } from './answers';
import { withCancelled } from './cancelling';
import { type NamedItem, itemIn } from './named';
import type { Operation } from './operation';
import { type Item, type Order, hasLeft, isOpen, openItems, statusOf } from './order';
import { orderAnswer } from './orderAnswer';
import { pageReply, pagingOf } from './pages';
import { badRequest, conflict, notSupported, unknownOrder, unprocessable } from './refused';
import type { World } from './world';

type Values = Readonly<Record<string, unknown>>;

const textsOf = (value: unknown): readonly string[] | null =>
	Array.isArray(value) ? value.map(String) : null;

const timeOf = (value: unknown): number | null =>
	value === undefined ? null : Date.parse(String(value));

const dayMs = 86_400_000;

/** Status sync: exact, whatever lists show. That too many are refused so is a guess. */
const named = ({ orders, settings: { limits } }: World, ids: readonly string[]) => {
	if (ids.length > limits.maxOrderIds) {
		throw unprocessable('TOO_MANY_ENTRIES', `At most ${limits.maxOrderIds} order ids per call`);
	}
	return [...new Set(ids)].flatMap((id) => orders.find(id) ?? []);
};

/** The end is exclusive. That a wider window than the limit is refused, and how, is a guess. */
const windowOf = ({ now, settings: { limits } }: World, values: Values, isRequired: boolean) => {
	const from = timeOf(values.orderDateFrom);
	const to = timeOf(values.orderDateTo) ?? now() + 1;
	if (from === null && isRequired) {
		throw badRequest([{ field: 'orderDateFrom', message: 'is required' }]);
	}
	if (from !== null && isRequired && to - from > limits.orderWindowDays * dayMs) {
		const message = `must be at most ${limits.orderWindowDays} days after orderDateFrom`;
		throw badRequest([{ field: 'orderDateTo', message }]);
	}
	return { from: from ?? Number.NEGATIVE_INFINITY, to };
};

const listed = (world: World, values: Values): readonly Order[] => {
	const { orders, settings } = world;
	const { capabilities, tellsStages } = settings;
	const since = capabilities.updatedSince ? timeOf(values.updatedSince) : null;
	const statuses = textsOf(values.orderStatus) ?? (since === null ? ['CREATED'] : null);
	const facilities = capabilities.facilityFilter ? textsOf(values.facilityCode) : null;
	const { from, to } = windowOf(world, values, since === null);
	return orders
		.listed(since)
		.filter(({ placedAt }) => placedAt >= from && placedAt < to)
		.filter((order) => statuses?.includes(statusOf(order, tellsStages)) ?? true)
		.filter(
			({ items }) =>
				facilities === null || items.some((one) => facilities.includes(one.facility ?? '')),
		);
};

const byDate = (one: Order, other: Order) =>
	one.placedAt - other.placedAt || (one.id < other.id ? -1 : 1);

interface CancelBody {
	readonly orderId: string;
	readonly orderItems: readonly (NamedItem & { readonly quantity: number })[];
}

/** The items that a cancel takes off; none where all of them are off already. */
const cancelledBy = (world: World, order: Order, { orderItems }: CancelBody): readonly Item[] => {
	const items = orderItems.map((one) => itemIn(order, one)).filter(isOpen);
	if (items.length === 0) return [];
	if (items.some(hasLeft))
		throw conflict('ALREADY_DISPATCHED', `Order ${order.id} is already dispatched`);
	if (order.invoice) throw conflict('ALREADY_INVOICED', `Order ${order.id} is already invoiced`);
	const isFull = (item: Item) =>
		orderItems.some((one) => one.orderItemId === item.id && one.quantity === item.quantity);
	const due = world.settings.capabilities.partialCancel ? items : openItems(order);
	if (!due.every(isFull)) {
		throw unprocessable(
			'PARTIAL_CANCEL_NOT_ALLOWED',
			'Every open item must be named with its full quantity',
		);
	}
	return items;
};

export const orderOperations: readonly Operation[] = [
	{
		id: 'listOrders',
		answer(world, { values }) {
			const ids = textsOf(values.orderIds);
			const rows = ids === null ? listed(world, values) : named(world, ids);
			const answers = rows.toSorted(byDate).map((order) => orderAnswer(order, world.settings));
			return pageReply(world, 'orders', answers, pagingOf(world, values, ids === null ? 50 : 5));
		},
	},
	{
		id: 'acknowledgeOrder',
		answer(world, { body }) {
			const { orderId } = body as { orderId: string };
			if (!world.settings.capabilities.acknowledge) throw notSupported('acknowledge');
			const order = world.orders.find(orderId);
			if (!order) throw unknownOrder(orderId);
			if (order.isAcknowledged) return reply(200, { status: 'SUCCESS' });
			world.orders.byApi(order, 'acknowledged', (one) => ({ ...one, isAcknowledged: true }));
			return reply(200, { status: 'SUCCESS' }, 'acknowledged');
		},
	},
	{
		id: 'cancelOrder',
		answer(world, { body }) {
			const wanted = body as CancelBody;
			const order = world.orders.find(wanted.orderId);
			if (!order) throw unknownOrder(wanted.orderId);
			const ids = cancelledBy(world, order, wanted).map(({ id }) => id);
			const done = { status: 'SUCCESS', orderItems: [] };
			if (ids.length === 0) return reply(200, done);
			world.orders.byApi(order, 'cancelled', (one) => withCancelled(one, ids));
			return reply(200, done, 'cancelled');
		},
	},
];
