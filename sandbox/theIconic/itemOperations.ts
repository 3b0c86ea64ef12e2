import { z } from 'zod';
import { reply, rowsReply } from './answers';
import { itemAnswer } from './itemAnswer';
import type { Operation } from './operations';
import type { Item, Order } from './order';
import { orderWith } from './orderOperations';
import { countedPage } from './pages';
import { parsed } from './parsed';
import { flag, paging, sortDir, texts, wholes } from './query';
import { notPlayed } from './refused';
import { endOf, isWithin, micros, stamp, startOf } from './stamps';
import { progress } from './statuses';
import type { World } from './world';

/** All that an item may be, but for one that is not paid yet. */
const statuses = z.enum([...progress, 'canceled']).exclude(['payment_pending']);

const itemQuery = z.strictObject({
	...paging,
	'orderItemIds[]': wholes.optional(),
	'orderIds[]': wholes.optional(),
	'orderNumbers[]': texts.optional(),
	'status[]': z.array(statuses).readonly().optional(),
	createdAtStart: startOf.optional(),
	createdAtEnd: endOf.optional(),
	updatedAtStart: startOf.optional(),
	updatedAtEnd: endOf.optional(),
	shipmentType: z.enum(['warehouse', 'dropshipping', 'crossdocking']).optional(),
	returnedBy: z.enum(['seller', 'region']).optional(),
	'srcIds[]': texts.optional(),
	sort: z.literal('updatedAt').optional(),
	sortDir,
	includeVoucherDetails: flag.optional(),
});

type ItemQuery = z.infer<typeof itemQuery>;

interface Unit {
	readonly order: Order;
	readonly item: Item;
}

const isDated = ({ order, item }: Unit, asked: ItemQuery) =>
	isWithin(micros(item.createdAt, order.id), asked.createdAtStart, asked.createdAtEnd) &&
	isWithin(micros(item.updatedAt, order.id), asked.updatedAtStart, asked.updatedAtEnd);

const isWanted = ({ order, item }: Unit, asked: ItemQuery) =>
	(asked['orderItemIds[]']?.includes(item.id) ?? true) &&
	(asked['orderIds[]']?.includes(order.id) ?? true) &&
	(asked['orderNumbers[]']?.includes(order.number) ?? true) &&
	(asked['status[]']?.some((status) => status === item.status) ?? true) &&
	(asked.shipmentType === undefined || asked.shipmentType === item.shipmentType);

/** By id when nothing else is asked for, which is a guess. */
const sorted = (units: readonly Unit[], { sort, sortDir: direction }: ItemQuery) => {
	const turn = direction === 'asc' ? 1 : -1;
	const key = ({ order, item }: Unit) => (sort ? micros(item.updatedAt, order.id) : 0);
	return units.toSorted(
		(one, other) => turn * (key(one) - key(other) || one.item.id - other.item.id),
	);
};

const unitsOf = ({ orders }: World, asked: ItemQuery): readonly Unit[] => {
	const named = asked['orderItemIds[]']?.flatMap((id) => orders.ofItem(id) ?? []);
	return [...new Set(named ?? orders.listed(null))].flatMap((order) =>
		order.items.map((item) => ({ order, item })),
	);
};

const packagesQuery = z.strictObject({ 'orderItemIds[]': wholes.optional() });

/** Without ids: none, which is a guess. */
const packagesOf = ({ orders }: World, ids: readonly number[]) =>
	[...new Set(ids.flatMap((id) => orders.ofItem(id) ?? []))].flatMap(({ items, packages }) =>
		packages
			.map(({ id }) => ({
				id,
				srcId: null,
				orderItemIds: items.filter((item) => item.package === id).map((item) => item.id),
			}))
			.filter(({ orderItemIds }) => orderItemIds.some((id) => ids.includes(id))),
	);

const editors = { api: 'api', panel: 'system' } as const;

const historyOf = (order: Order, ids: readonly number[] | undefined) =>
	order.history.flatMap(({ at, by, what, items }) =>
		items
			.filter(({ id }) => ids?.includes(id) ?? true)
			.map(({ id, status }) => ({
				orderItemId: id,
				shopSku: order.items.find((item) => item.id === id)?.shopSku ?? '',
				status,
				note: what,
				createdAt: stamp(at, order.id),
				editor: editors[by],
			})),
	);

export const itemOperations: readonly Operation[] = [
	{
		name: 'getOrderItems',
		at: 'GET /v2/order-items',
		answer(world, { query }) {
			const asked = parsed(itemQuery, query);
			if (asked.returnedBy || asked['srcIds[]']) throw notPlayed('returnedBy and srcIds[]');
			const units = unitsOf(world, asked).filter(
				(unit) => isDated(unit, asked) && isWanted(unit, asked),
			);
			return countedPage({
				rows: sorted(units, asked),
				paging: asked,
				answer: ({ order, item }) => itemAnswer(order, item, world.writing),
			});
		},
	},
	{
		name: 'getPackages',
		at: 'GET /v2/order-items/packages',
		answer: (world, { query }) =>
			rowsReply(packagesOf(world, parsed(packagesQuery, query)['orderItemIds[]'] ?? [])),
	},
	{
		name: 'getOrderHistory',
		at: 'GET /v2/order/{orderId}/history',
		answer(world, { params, query }) {
			const asked = parsed(packagesQuery, query);
			const order = orderWith(world, params.orderId ?? '');
			return reply(200, historyOf(order, asked['orderItemIds[]']));
		},
	},
];
