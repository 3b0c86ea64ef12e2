import { accountAsked } from '../../channels/shopify/account';
import * as bulk from '../../channels/shopify/bulkRequests';
import * as fulfilments from '../../channels/shopify/fulfilmentRequests';
import { allLevels, levelPage, levelsOf, variantsPerCall } from '../../channels/shopify/levels';
import { variantsAsked } from '../../channels/shopify/listings';
import { locationsAsked } from '../../channels/shopify/locations';
import * as edits from '../../channels/shopify/editRequests';
import * as reads from '../../channels/shopify/orderRequests';
import * as writes from '../../channels/shopify/orderWrites';
import { activateStock, mostActivations, setStock } from '../../channels/shopify/stockWrites';
import * as hooks from '../../channels/shopify/subscriptions';
import type { HttpRequest } from '../../channels/connector';
import { handOverOf, iconicOrder, sydney, unitItem, variantId } from './shopifyHandOver';
import { askedIn, costOf, faultsOf } from './shopifySchema';

const times = <Made>(count: number, make: (at: number) => Made) =>
	Array.from({ length: count }, (_, at) => make(at));

const order = 'gid://shopify/Order/1';
const location = 'gid://shopify/Location/1';
const locations = (count: number) => times(count, (at) => `gid://shopify/Location/${at + 1}`);
const variants = (count: number) => times(count, variantId);

const lines = [unitItem('1', 'A'), unitItem('2', 'A'), unitItem('3', 'B')];
const sold = iconicOrder('900', lines, { total: { minor: 34_000, currency: 'AUD' } });
const handOver = handOverOf(sold, () => variantId(1), {
	billTo: sydney,
	extraLine: true,
	shippingMethods: [{ country: 'AU', method: 'Express' }],
});

const write = {
	item: 'gid://shopify/InventoryItem/1',
	location,
	quantity: 3,
	level: { available: 1, changedAt: '2026-11-29T00:00:00Z' },
	sequence: 7,
};

const tracking = { number: 'AP1', carrier: 'Australia Post', url: 'https://post.example/AP1' };

/** Every request there is, with all that it can carry, at the largest that is sent. */
const asked: Readonly<Record<string, HttpRequest>> = {
	accountAsked: accountAsked(),
	locationsAsked: locationsAsked('c'),
	variantsAsked: variantsAsked('c'),
	...Object.fromEntries(
		[1, 2, 3, 10, 50, 120].flatMap((count) => {
			const some = variants(variantsPerCall(count));
			return [
				[`levelPage of ${count}`, levelPage(locations(count), 'c')],
				[`levelPage of ${count}, the first`, levelPage(locations(count), null)],
				[`levelsOf ${count}`, levelsOf(some, locations(count))],
			];
		}),
	),
	runBulk: bulk.runBulk(allLevels(locations(3))),
	bulkState: bulk.bulkState('1'),
	newestBulk: bulk.newestBulk(),
	cancelBulk: bulk.cancelBulk('1'),
	setStock: setStock(
		times(250, () => write),
		1,
	),
	activateStock: activateStock(
		times(mostActivations, () => ({ ...write, level: null })),
		1,
	),
	ordersChanged: reads.ordersChanged("updated_at:>='2026-11-29T00:00:00Z'", 'c'),
	orderIdsChanged: reads.orderIdsChanged('', null),
	ordersById: reads.ordersById(times(reads.ordersPerCall, () => order)),
	moreLines: reads.moreLines(order, 'c'),
	latestOrders: reads.latestOrders("name:'1001'", 'c'),
	handOversChanged: reads.handOversChanged("updated_at:>='2026-11-29T00:00:00Z'", null),
	handOversById: reads.handOversById(times(reads.handOversPerCall, () => order)),
	handOverLines: reads.handOverLines(order, 'c'),
	reducible: edits.reducible(order, 'c'),
	beginEdit: edits.beginEdit(order),
	setLine: edits.setLine(
		'gid://shopify/CalculatedOrder/1',
		'gid://shopify/CalculatedLineItem/1',
		2,
	),
	commitEdit: edits.commitEdit('gid://shopify/CalculatedOrder/1', 'why'),
	fulfilmentIds: reads.fulfilmentIds(order),
	fulfilmentsById: reads.fulfilmentsById(times(reads.fulfilmentsPerCall, () => order)),
	fulfilmentLines: reads.fulfilmentLines('gid://shopify/Fulfillment/1', 'c'),
	handedOver: writes.handedOver(handOver),
	'defineMark of orders': writes.defineMark('ORDER'),
	'defineMark of customers': writes.defineMark('CUSTOMER'),
	setCustomer: writes.setCustomer(handOver),
	createOrder: writes.createOrder(handOver, 'gid://shopify/Customer/1'),
	markOrder: writes.markOrder(order, handOver),
	cancelState: writes.cancelState(handOver),
	'cancelState by id': writes.cancelState({ ...handOver, id: order }),
	cancelOrder: writes.cancelOrder(order, 'CUSTOMER', 'note'),
	jobState: writes.jobState('gid://shopify/Job/1'),
	fulfilmentsAsked: fulfilments.fulfilmentsAsked(order, 'c'),
	fulfil: fulfilments.fulfil({
		orders: [{ id: 'gid://shopify/FulfillmentOrder/1', lines: [{ id: 'l', quantity: 1 }] }],
		tracking,
		notifyCustomer: false,
	}),
	subscriptionsAsked: hooks.subscriptionsAsked('c'),
	subscribed: hooks.subscribed({ topic: 'ORDERS_FULFILLED', uri: 'https://hub.example/hook' }),
	unsubscribed: hooks.unsubscribed('gid://shopify/WebhookSubscription/1'),
};

const isBuilder = ([, value]: readonly [string, unknown]) => typeof value === 'function';

describe('what is asked of Shopify', () => {
	it('is tried here in full', () => {
		const builders = [bulk, reads, writes, edits, fulfilments].flatMap((from) =>
			Object.entries(from)
				.filter(isBuilder)
				.map(([name]) => name),
		);
		const tried = Object.keys(asked).map((name) => name.split(' ')[0]);
		const others = ['customerKey'];
		expect(builders.filter((name) => !tried.includes(name) && !others.includes(name))).toEqual([]);
	});

	it.each(Object.entries(asked))(
		'%s fits the schema, and uses nothing that is going away',
		(_, one) => {
			expect(faultsOf(askedIn(one))).toEqual([]);
		},
	);

	it.each([1, 3, 120])('what a bulk operation asks of %d locations fits the schema', (count) => {
		expect(faultsOf({ query: allLevels(locations(count)), variables: {} })).toEqual([]);
	});

	it.each(Object.entries(asked))('%s costs less than a query may', (_, one) => {
		expect(costOf(askedIn(one))).toBeLessThan(1_000);
	});

	it.each(Object.entries(asked))('%s is marked as writing if it is a mutation', (_, one) => {
		expect(one.writes ?? false).toBe(askedIn(one).query.startsWith('mutation'));
		expect(one).toMatchObject({ method: 'POST', path: '/admin/api/2026-07/graphql.json' });
	});

	it('would see a deprecated field, one that is not there, and one in the variables', () => {
		const old =
			'mutation M($i: MailingAddressInput!) { customerSet(input: {addresses: [$i]}) { customer { email nope } } }';
		const faults = faultsOf({ query: old, variables: { i: { country: 'Australia' } } });
		expect(faults.join('\n')).toMatch(/"nope"[^]*email is deprecated[^]*country is deprecated/);
	});

	it('counts points as the reference does', () => {
		const query = `query Q($n: Int!) {
			shop { name }
			orders(first: $n) {
				nodes { id fulfillments(first: 3) { id } lineItems(first: 5) { nodes { id variant { id } } } }
				pageInfo { hasNextPage }
			}
		}`;
		expect(costOf({ query, variables: { n: 10 } })).toBe(1 + 2 + 10 * (1 + 3 + (2 + 5 * 2)) + 1);
		const mutation = 'mutation M { tagsAdd(id: "1", tags: []) { node { id } } }';
		expect(costOf({ query: mutation, variables: {} })).toBe(11);
	});

	it('keeps a write that is compared with what was there, also with nothing', () => {
		const unknown = { ...write, level: null };
		const { variables } = askedIn(setStock([write, unknown], 1));
		const { quantities } = variables.input as { quantities: readonly object[] };
		expect(quantities).toMatchObject([{ changeFromQuantity: 1 }, { changeFromQuantity: null }]);
	});

	it('names a write by its content', () => {
		const keyOf = (...given: Parameters<typeof setStock>) =>
			askedIn(setStock(...given)).variables.key;
		const key = keyOf([write], 1);
		expect(keyOf([{ ...write }], 1)).toBe(key);
		const others = [
			keyOf([write], 2),
			keyOf([{ ...write, quantity: 4 }], 1),
			keyOf([{ ...write, sequence: 8 }], 1),
			keyOf([{ ...write, level: { ...write.level, changedAt: '2026-11-29T00:00:01Z' } }], 1),
		];
		expect(new Set([key, ...others]).size).toBe(5);
	});
});
