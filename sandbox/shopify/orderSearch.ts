import { type ConnectionArguments, type SortKey, connection } from './connection';
import { displayName } from './customers';
import { wholeSecond } from './instants';
import { isWithinReach } from './orderCreate';
import { orderView } from './orderView';
import type { RawOrder } from './raw';
import { notPlayed } from './refusal';
import { type SearchFields, searchTest } from './search';
import { displayStatus } from './shipping';
import type { World } from './world';

/** What searches call the states; the first two are two words for one (reference/shopify.md 9). */
const fulfillmentWords: Readonly<Record<string, readonly string[]>> = {
	UNFULFILLED: ['unfulfilled', 'unshipped'],
	PARTIALLY_FULFILLED: ['partial'],
	// That a partly fulfilled one is not among these is expected (reference/shopify.md 9).
	FULFILLED: ['fulfilled', 'shipped'],
};

const statusWords = ({ cancelledAt }: RawOrder): readonly string[] =>
	cancelledAt === null ? ['open', 'not_closed'] : ['cancelled', 'not_closed'];

const fields = (world: World): SearchFields<RawOrder> => ({
	id: ({ id }) => Number(id),
	name: ({ name }) => name,
	tag: ({ tags }) => tags,
	sku: ({ lines }) => lines.flatMap(({ sku }) => sku ?? []),
	source_identifier: ({ sourceIdentifier }) => sourceIdentifier,
	source_name: ({ sourceName }) => sourceName,
	po_number: ({ poNumber }) => poNumber,
	email: ({ email }) => email,
	customer_id: ({ customerId }) => Number(customerId),
	test: ({ test }) => test,
	status: (order) => statusWords(order),
	fulfillment_status: (order) => fulfillmentWords[displayStatus(order)] ?? [],
	financial_status: ({ financialStatus }) => financialStatus,
	created_at: ({ createdAt }) => wholeSecond(createdAt),
	updated_at: ({ updatedAt }) => wholeSecond(updatedAt),
	processed_at: ({ processedAt }) => wholeSecond(processedAt),
	customer: ({ customerId }) => {
		const customer = world.customers.find(customerId);
		return customer && displayName(customer);
	},
});

const sortKeys: Readonly<Record<string, (order: RawOrder) => SortKey>> = {
	ID: ({ id }) => [Number(id), 0],
	CREATED_AT: ({ id, createdAt }) => [wholeSecond(createdAt), Number(id)],
	UPDATED_AT: ({ id, updatedAt }) => [wholeSecond(updatedAt), Number(id)],
	PROCESSED_AT: ({ id, processedAt }) => [wholeSecond(processedAt), Number(id)],
	ORDER_NUMBER: ({ id, number }) => [number, Number(id)],
};

/**
 * `orders`: a search looks at each order as it was when it was last indexed, and shows it as it is. That a list without a search
 * does not lag is a guess (reference/shopify.md 6).
 */
export const ordersAsked = (
	world: World,
	args: ConnectionArguments & { readonly query?: string | null; readonly sortKey?: string | null },
) => {
	const keyOf = sortKeys[args.sortKey ?? 'PROCESSED_AT'];
	if (!keyOf) throw notPlayed(`sortKey ${args.sortKey}`);
	const isWanted = searchTest(args.query, fields(world));
	const rows = args.query?.trim()
		? world.orders.indexed()
		: world.orders.all().map(({ order }) => order);
	return connection(
		rows.filter((order) => isWithinReach(world, order) && isWanted(order)),
		args,
		{
			type: 'Order',
			keyOf,
			view: (order) => orderView(world, world.orders.find(order.id) ?? order),
		},
	);
};
