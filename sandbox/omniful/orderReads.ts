import { listed } from './answers';
import type { Operation } from './operation';
import type { Order } from './order';
import { orderRow } from './orderAnswer';
import { checkNames, cursorPageOf, dayRange, one, several } from './query';

const isAmong = (values: readonly string[] | undefined, value: string) =>
	values === undefined || values.includes(value);

/** Newest first: the order of rows is not documented (reference/omniful.md 5 number 6). */
const list: Operation = {
	name: 'orders/list',
	method: 'GET',
	path: '/v2/seller/orders',
	family: 'seller',
	needs: 'orderSync',
	answer(world, { query }) {
		checkNames(query, [
			...['created_from', 'created_to', 'order_id', 'order_ids', 'per_page'],
			...['search_after', 'search_before'],
		]);
		const isCreated = dayRange(query, 'created', world.now());
		const ids = several(query, 'order_id', 'order_ids');
		const rows = world.orders
			.shown()
			.filter(({ createdAt, input }) => isCreated(createdAt) && isAmong(ids, input.order_id));
		const { rows: page, meta } = cursorPageOf(rows, query, ({ id }) => id);
		return listed(page.map(orderRow), meta);
	},
};

/** "max 100 rows", and no pages (reference/omniful.md 1.3, 1.6). */
const mostFound = 100;

const search: Operation = {
	name: 'orders/search',
	method: 'GET',
	path: '/v2/seller/orders/search',
	family: 'seller',
	needs: 'orderSync',
	answer(world, { query }) {
		checkNames(query, [
			...['created_from', 'created_to', 'updated_from', 'updated_to', 'order_id', 'order_ids'],
			...['order_alias', 'order_aliases', 'status', 'statuses', 'awb_number', 'shipment_status'],
		]);
		const now = world.now();
		const [isCreated, isUpdated] = [
			dayRange(query, 'created', now),
			dayRange(query, 'updated', now),
		];
		const ids = several(query, 'order_id', 'order_ids');
		const aliases = several(query, 'order_alias', 'order_aliases');
		const statuses = several(query, 'status', 'statuses');
		const awb = one(query, 'awb_number');
		const isWanted = ({ createdAt, updatedAt, input, status, shipment }: Order) =>
			[
				isCreated(createdAt),
				isUpdated(updatedAt),
				isAmong(ids, input.order_id),
				isAmong(aliases, input.order_alias ?? ''),
				isAmong(statuses, status),
				awb === undefined || shipment?.awb === awb,
			].every(Boolean);
		return listed(world.orders.shown().filter(isWanted).slice(0, mostFound).map(orderRow), null);
	},
};

export const orderReads: readonly Operation[] = [list, search];
