import { shopify } from '../../channels/shopify/connector';
import type { HandOver, OmsOrderSettings } from '../../domain/oms';
import type { OrderLine } from '../../domain/order';
import { handOverOf, iconicOrder, told, unitItem } from './shopifyHandOver';
import { shopifyShop, writesOf } from './shopifyShop';
import type { ShopifyShop } from './shopifyShop';
import { failureOf, faultOf } from './testShop';
import type { Mishap } from './testShop';

const { send } = shopify.updates;

describe('an order that Shopify is to ship', () => {
	let shop: ShopifyShop;
	const open = async (options: Parameters<typeof shopifyShop>[0] = {}) => {
		shop = await shopifyShop(options);
		const sku = (name: string) => ({ sku: name, stocks: { [place()]: 5 } });
		shop.sandbox.seed([{ title: 'Dress', variants: [sku('A'), sku('B')] }]);
	};
	beforeEach(async () => await open());
	afterEach(() => shop.close());

	const place = () => shop.sandbox.state().locations[0]?.id ?? '';
	const listingOf = (sku: string) => {
		const variants = shop.sandbox.state().products.flatMap((product) => product.variants);
		return variants.find((variant) => variant.sku === sku)?.id ?? 'gid://shopify/ProductVariant/9';
	};
	const handOver = (
		id = '900',
		lines: readonly OrderLine[] = [unitItem('1', 'A'), unitItem('2', 'A'), unitItem('3', 'B')],
		as: Partial<OmsOrderSettings> = {},
	): HandOver => handOverOf(iconicOrder(id, lines), listingOf, as);
	const orders = () => shop.sandbox.state().orders;
	const available = (sku: string) =>
		shop.sandbox.stock().find((one) => one.sku === sku && one.location === place())?.available;

	it('is created as the channel has it, and leaves the stock', async () => {
		const sent = await send(shop.seller, told('create', handOver()));
		const [order] = orders();
		expect(sent).toEqual({
			outcome: 'sent',
			detail: expect.stringContaining('21900'),
			omsOrder: { id: order?.id, number: '21900' },
		});
		expect(order).toMatchObject({
			name: '21900',
			note: 'The Iconic',
			tags: ['The Iconic'],
			financialStatus: 'PAID',
			fulfillmentStatus: 'UNFULFILLED',
			currency: 'AUD',
			total: 330,
			tax: 30,
			shippingLines: [],
			billingAddress: { lastName: 'Iconic' },
			shippingAddress: { address1: 'Unit 4', provinceCode: 'NSW' },
			metafields: [{ namespace: 'order_hub', key: 'order', value: 'theIconic 4711 900' }],
			lines: [
				{ sku: 'A', quantity: 2, price: 110, requiresShipping: true },
				{ sku: 'B', quantity: 1, price: 110, requiresShipping: true },
			],
		});
		expect([available('A'), available('B')]).toEqual([3, 4]);
	});

	it('is created also where there is nothing left, because it is sold', async () => {
		shop.sandbox.setStock([{ sku: 'A', quantity: 1 }]);
		await send(shop.seller, told('create', handOver()));
		expect(available('A')).toBe(-1);
	});

	it('is found again and not created again', async () => {
		const update = told('create', handOver());
		const first = await send(shop.seller, update);
		const since = shop.sandbox.calls().at(-1)?.seq;
		const second = await send(shop.seller, update);
		expect(writesOf(shop, since)).toEqual([]);
		expect(second).toEqual({
			outcome: 'already',
			detail: expect.stringContaining('21900'),
			omsOrder: first.omsOrder,
		});
		expect(orders()).toHaveLength(1);
	});

	it.each<Mishap>(['hangsUp', 'hangsUpAfter', 'cutOff', 'webPage', 'down', 'tooMany'])(
		'is created once when it comes to %s, also while searches lag behind',
		async (mishap) => {
			await shop.close();
			await open({ searchLagMs: 600_000 });
			const update = told('create', handOver());
			shop.sandbox.setFaults({ [faultOf[mishap]]: 1, only: 'orderCreate', forTheNext: 1 });
			await failureOf(send(shop.seller, update));
			const { omsOrder } = await send(shop.seller, update);
			expect(orders().map(({ id }) => id)).toEqual([omsOrder?.id]);
			expect(available('A')).toBe(3);
		},
	);

	it('is created once when Shopify breaks down after it has created it', async () => {
		const update = told('create', handOver());
		shop.sandbox.setFaults({ internal: 1, only: 'orderCreate', forTheNext: 1 });
		expect((await failureOf(send(shop.seller, update))).kind).toBe('unavailable');
		expect((await send(shop.seller, update)).outcome).toBe('already');
		expect(orders()).toHaveLength(1);
	});

	it('is created once by two senders at once, and both know it', async () => {
		const update = told('create', handOver());
		const sent = await Promise.all([send(shop.seller, update), send(shop.seller, update)]);
		expect(orders()).toHaveLength(1);
		expect(sent.map(({ omsOrder }) => omsOrder?.id)).toEqual([orders()[0]?.id, orders()[0]?.id]);
	});

	it('is taken back where Shopify took a second one without its mark', async () => {
		await shop.close();
		await open({ takenId: 'createWithout', cancelMs: 0 });
		const update = told('create', handOver());
		const sent = await Promise.all([send(shop.seller, update), send(shop.seller, update)]);
		await send(shop.seller, update);
		expect(new Set(sent.map(({ omsOrder }) => omsOrder?.id)).size).toBe(1);
		expect(orders().filter(({ cancelledAt }) => cancelledAt === null)).toHaveLength(1);
		expect(available('A')).toBe(3);
	});

	it('is marked where it is there without the mark, so that its fulfilments are found', async () => {
		await send(shop.seller, told('create', handOver('899')));
		const [before] = shop.sandbox.place([
			{ name: '21900', sourceIdentifier: 'theIconic 4711 900', lines: [{ sku: 'A', quantity: 2 }] },
		]);
		const { outcome, omsOrder } = await send(shop.seller, told('create', handOver()));
		expect([outcome, omsOrder?.id]).toEqual(['already', before?.id]);
		const { orders: found } = await shopify.oms.get(shop.seller, [before?.id ?? '']);
		expect(found.map(({ key }) => key)).toEqual(['theIconic 4711 900']);
		expect(orders()).toHaveLength(2);
	});

	it('is marked afterwards where Shopify did not take the mark with it', async () => {
		await shop.close();
		await open({ searchLagMs: 600_000 });
		const unmarking: typeof shop.seller = async (request) => {
			const text = JSON.stringify(request.body).replace(/"metafields":\[[^\]]*\],/, '');
			return await shop.seller({ ...request, body: JSON.parse(text) });
		};
		const update = told('create', handOver());
		expect((await send(unmarking, update)).outcome).toBe('sent');
		expect((await send(shop.seller, update)).outcome).toBe('already');
		expect(orders()).toHaveLength(1);
	});

	it('is another order where only the case of the channel order id differs', async () => {
		shop.sandbox.place([
			{ sourceIdentifier: 'THEICONIC 4711 900', lines: [{ sku: 'A', quantity: 2 }] },
		]);
		expect((await send(shop.seller, told('create', handOver()))).outcome).toBe('sent');
	});

	it('has the metafields defined once, whoever is first', async () => {
		await Promise.all(
			['900', '901', '902'].map(
				async (id) => await send(shop.seller, told('create', handOver(id))),
			),
		);
		await send(shop.seller, told('create', handOver('903')));
		expect(shop.sandbox.state().definitions).toEqual([
			{ ownerType: 'ORDER', namespace: 'order_hub', key: 'order', type: 'id' },
			{ ownerType: 'CUSTOMER', namespace: 'order_hub', key: 'customer', type: 'id' },
		]);
	});

	it('is sold to one customer, who is made once', async () => {
		await Promise.all(
			['900', '901', '902'].map(
				async (id) => await send(shop.seller, told('create', handOver(id))),
			),
		);
		await send(shop.seller, told('create', handOver('903')));
		const { customers } = shop.sandbox.state();
		expect(customers.map(({ name }) => name)).toEqual(['The Iconic']);
		expect(new Set(orders().map(({ customer }) => customer))).toEqual(new Set([customers[0]?.id]));
	});

	it('takes two calls once the store knows the marks and the customer, one of which writes', async () => {
		await send(shop.seller, told('create', handOver()));
		const [since, calls] = [shop.sandbox.calls().at(-1)?.seq, shop.calls()];
		await send(shop.seller, told('create', handOver('901')));
		expect(shop.calls() - calls).toBe(2);
		expect(writesOf(shop, since)).toEqual(['orderCreate']);
	});

	it('has a line that names the channel and a shipping method where they are set', async () => {
		const shippingMethods = [{ country: 'AU', method: 'Standard AU' }];
		const as = { extraLine: true, shippingMethods };
		await send(shop.seller, told('create', handOver('900', undefined, as)));
		expect(orders()[0]).toMatchObject({
			total: 330,
			shippingLines: [{ title: 'Standard AU', price: 0 }],
			lines: [{ sku: 'A' }, { sku: 'B' }, { title: 'The Iconic', requiresShipping: false }],
		});
	});

	it('is refused with the words of Shopify, and nothing is created', async () => {
		const lines = [unitItem('1', 'NOT THERE')];
		const failure = await failureOf(send(shop.seller, told('create', handOver('900', lines))));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(
				/21900: order\.lineItems\.0\.variantId: there is no such variant/,
			),
		});
		expect(orders()).toEqual([]);
	});

	it('waits for the next minute of a development store', async () => {
		await shop.close();
		await open({ developmentStore: true });
		for (let id = 900; id < 905; id++)
			await send(shop.seller, told('create', handOver(String(id))));
		expect(await failureOf(send(shop.seller, told('create', handOver('905'))))).toMatchObject({
			kind: 'rateLimited',
			retryAfterMs: 60_000,
		});
	});

	it.each([
		['nothing handed over', { handOver: undefined }],
		['no line', { handOver: { ...handOverOf(iconicOrder('1', []), String), lines: [] } }],
		['another listing', { handOver: handOverOf(iconicOrder('1', [unitItem('1', 'A')]), String) }],
	])('is refused with %s, without asking', async (_, change) => {
		const failure = await failureOf(send(shop.seller, told('create', handOver(), change)));
		expect(failure).toMatchObject({ kind: 'rejected', message: expect.stringMatching(/21900/) });
		expect(shop.calls()).toBe(0);
	});

	it('says so when the credential is refused', async () => {
		const failure = await failureOf(send(shop.stranger, told('create', handOver())));
		expect(failure.kind).toBe('unauthorised');
	});
});
