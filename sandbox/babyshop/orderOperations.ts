import { z } from 'zod';
import { listReply } from './lists';
import { localTime, sortable } from './localTime';
import type { Operation } from './operations';
import type { Order } from './order';
import { pageOf, paging } from './paging';
import { parsed } from './parsed';
import { Refused, generic } from './refused';
import { isStatus } from './statuses';
import type { BabyshopOptions } from './types';
import type { World } from './world';

/** That a status which there is not is refused is a guess (reference/babyshop-vinculum.md 8.1). */
const statusList = z
	.string()
	.min(1)
	.transform((text) => text.split(','))
	.refine((codes) => codes.every((code) => isStatus(code) || code === '7'), 'is no status');

const orderList = z.strictObject({
	updateDate: localTime.optional(),
	filterStatusList: statusList.optional(),
	...paging,
});

const orderFetch = z.strictObject({
	orderNo: z.array(z.string().min(1).max(50)).min(1),
	...paging,
});

const compare = (one: string | number, other: string | number) =>
	one < other ? -1 : Number(one > other);

const byNumber = (one: Order, other: Order) => compare(one.number, other.number);

/** No order is documented, so that none must be relied upon (reference/babyshop-vinculum.md 8.1). */
const sorts: Readonly<
	Record<NonNullable<BabyshopOptions['listOrder']>, (one: Order, other: Order) => number>
> = {
	number: byNumber,
	newest: (one, other) => compare(other.updatedAt, one.updatedAt),
	oldest: (one, other) => compare(one.updatedAt, other.updatedAt),
};

/** Date and statuses together narrow it down, which is a guess (reference/babyshop-vinculum.md 8.1). */
const listed = (world: World, seller: string, asked: z.infer<typeof orderList>) => {
	const { updateDate, filterStatusList } = asked;
	if (updateDate === undefined && filterStatusList === undefined) {
		throw generic('updateDate or filterStatusList is needed');
	}
	const since = updateDate ? sortable(updateDate) : '';
	return world.orders
		.listed()
		.filter(({ row }) => row.seller === seller)
		.filter(({ row }) => filterStatusList?.includes(row.status) ?? true)
		.filter(({ row }) => row.stamp >= since)
		.toSorted((one, other) => sorts[world.settings.listOrder](one.row, other.row));
};

export const orderOperations: readonly Operation[] = [
	{
		name: 'orderList',
		answer(world, seller, body) {
			const asked = parsed(orderList, body);
			const rows = pageOf(listed(world, seller, asked), asked);
			return listReply(
				world,
				'orderList',
				rows.map(({ answer }) => answer),
			);
		},
	},
	{
		name: 'orderFetch',
		/** What is not the seller's is silently missing, and no order of rows is promised: guesses (reference/babyshop-vinculum.md 8.2). */
		answer(world, seller, body) {
			const asked = parsed(orderFetch, body);
			const orders = [...new Set(asked.orderNo)]
				.flatMap((number) => world.orders.find(number) ?? [])
				.filter((order) => order.seller === seller)
				.toSorted(byNumber);
			const bad = orders.find(({ fetchCode }) => fetchCode !== null);
			if (bad?.fetchCode != null) throw new Refused(bad.fetchCode, 'Order cannot be given');
			return listReply(world, 'orders', pageOf(orders, asked).map(world.orders.answer));
		},
	},
];
