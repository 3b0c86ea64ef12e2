import { omniful } from '../../channels/omniful/connector';
import { orderInput } from '../../channels/omniful/orderInput';
import type { Order } from '../../domain/order';
import { stockedOmniful } from './omnifulShop';
import type { OmnifulShop } from './omnifulShop';
import { handOverOf, iconicOrder, sydney, told, unitItem } from './shopifyHandOver';
import { failureOf } from './testShop';

const { updates } = omniful;

describe('an order handed over to Omniful', () => {
	let shop: OmnifulShop;
	beforeEach(async () => {
		shop = await stockedOmniful();
	});
	afterEach(() => shop.close());

	const create = async (handOver = shop.handOver()) =>
		await updates.send(shop.seller, told('create', handOver));
	const orders = () => shop.sandbox.state().orders;

	it('is created once in one call, with a line for each SKU and the marks of the hub', async () => {
		const sent = await create();
		expect(sent).toMatchObject({ outcome: 'sent', omsOrder: { number: '21900' } });
		expect(shop.sandbox.calls().map(({ kind }) => kind)).toEqual(['token', 'order/create']);
		expect(orders()).toMatchObject([
			{
				id: sent.omsOrder?.id,
				orderId: expect.stringMatching(/^theIconic-900-[0-9a-f]{10}$/),
				alias: '21900',
				hub: 'RUH',
				paymentMethod: 'prepaid',
				isCod: false,
				total: 330,
				currency: 'AUD',
				items: [
					{ sku: 'AAA', quantity: 2, price: 110 },
					{ sku: 'BBB', quantity: 1, price: 110 },
				],
				externalFields: {
					'Order Hub': 'theIconic 4711 900',
					'Order Hub line 1': '["1","AAA",1]',
				},
			},
		]);
	});

	it('is there already when it is handed over again, also once it was cancelled', async () => {
		const first = await create();
		shop.sandbox.cancel(first.omsOrder?.id ?? '');
		const before = shop.sandbox.calls().length;
		expect(await create()).toMatchObject({ outcome: 'already', omsOrder: first.omsOrder });
		expect(shop.sandbox.calls(before).map(({ kind }) => kind)).toEqual([
			...['order/create', 'orders/search', 'order/get'],
		]);
		expect(orders()).toHaveLength(1);
	});

	it.each(['dropAfter', 'cutOff', 'torn'] as const)(
		'is there once when the answer to create is lost (%s)',
		async (fault) => {
			shop.sandbox.setFaults({ [fault]: 1, forTheNext: 1, only: 'order/create' });
			const { kind } = await failureOf(create());
			expect(['unavailable', 'malformed']).toContain(kind);
			expect(await create()).toMatchObject({ outcome: 'already' });
			expect(orders()).toHaveLength(1);
		},
	);

	it.each(['cutOff', 'torn'] as const)(
		'is not given up when the answer that it is there already is lost as well (%s)',
		async (fault) => {
			const lost = async (of: 'dropAfter' | typeof fault) => {
				shop.sandbox.setFaults({ [of]: 1, forTheNext: 1, only: 'order/create' });
				return (await failureOf(create())).kind;
			};
			await lost('dropAfter');
			expect(['unavailable', 'malformed']).toContain(await lost(fault));
			expect(await create()).toMatchObject({ outcome: 'already' });
		},
	);

	it('is there once when many hand it over at once', async () => {
		const all = await Promise.all(Array.from({ length: 8 }, async () => await create()));
		expect(new Set(all.map(({ omsOrder }) => omsOrder?.id)).size).toBe(1);
		expect(all.filter(({ outcome }) => outcome === 'sent')).toHaveLength(1);
		expect(orders()).toHaveLength(1);
	});

	it('is not taken for another one under the same id', async () => {
		await create();
		const cancelled = shop.handOver('900', [
			unitItem('1', 'A', { ordered: 2, cancelled: 1 }),
			unitItem('3', 'B'),
		]);
		// Units that were cancelled since are still there.
		expect(await create(cancelled)).toMatchObject({ outcome: 'already' });
		const other = shop.handOver('900', [unitItem('1', 'A')]);
		expect((await failureOf(create(other))).message).toMatch(/it has 2 of AAA, not 1/);
		const more = shop.handOver('900', [unitItem('1', 'A', { ordered: 3 }), unitItem('3', 'B')]);
		expect((await failureOf(create(more))).message).toMatch(/it has 2 of AAA, not 3/);
		const stranger = { ...shop.handOver(), key: 'theIconic 4711 901' };
		expect((await create(stranger)).outcome).toBe('sent');
	});

	it('is not taken for one under its id that somebody else made', async () => {
		const { order_id: orderId } = orderInput(shop.handOver(), {
			...{ account: 'seller-client', hub: 'RUH', hasTenant: false },
		});
		shop.sandbox.place([{ orderId, lines: [{ sku: 'AAA', quantity: 2 }, { sku: 'BBB' }] }]);
		const failure = await failureOf(create());
		expect(failure.kind).toBe('rejected');
		expect(failure.message).toMatch(/does not have the mark of the hub/);
	});

	it('has lines of the same SKU apart where their prices differ', async () => {
		const dear = { minor: 20_000, currency: 'AUD' };
		const lines = [unitItem('1', 'A'), unitItem('2', 'A'), unitItem('3', 'A', { unitPrice: dear })];
		await create(shop.handOver('900', lines));
		const [made] = orders();
		expect(made?.items.map(({ sku, quantity, price }) => [sku, quantity, price])).toEqual([
			['AAA', 2, 110],
			['AAA', 1, expect.any(Number)],
		]);
		expect(new Set(made?.items.map(({ price }) => price)).size).toBe(2);
	});

	it('is refused with what to correct where the hub is not mapped', async () => {
		const http = shop.caller('DXB');
		const failure = await failureOf(updates.send(http, told('create', shop.handOver())));
		expect(failure).toMatchObject({ kind: 'rejected' });
		expect(failure.message).toMatch(/Invalid hub code\..*Hub Mappings/);
		expect(orders()).toEqual([]);
	});

	it('goes to the hub that it was assigned to, and to no two of them', async () => {
		const from = (...locations: readonly string[]) => {
			const handOver = shop.handOver();
			const lines = handOver.lines.map((line, at) => ({
				...line,
				from: [{ location: locations[at % locations.length] ?? '', quantity: line.quantity }],
			}));
			return { ...handOver, lines };
		};
		expect((await failureOf(create(from('JED', 'RUH')))).message).toMatch(/JED, RUH.*one hub/);
		expect(shop.calls()).toBe(0);
		const { omsOrder } = await create(from('JED'));
		expect(shop.sandbox.order(omsOrder?.id ?? '').hub).toBe('JED');
	});

	it('goes without a hub where none is named, and is routed there', async () => {
		const http = shop.caller('');
		const { omsOrder } = await updates.send(http, told('create', shop.handOver()));
		shop.sandbox.route();
		expect(shop.sandbox.order(omsOrder?.id ?? '')).toMatchObject({
			hub: 'RUH',
			status: 'new_order',
		});
	});

	it('with nothing that is open is refused without asking', async () => {
		expect((await failureOf(create({ ...shop.handOver(), lines: [] }))).kind).toBe('rejected');
		expect(shop.calls()).toBe(0);
	});
});

describe('the order as Omniful takes it', () => {
	const inputOf = (
		change: Partial<Order> = {},
		as: Parameters<OmnifulShop['handOver']>[2] = {},
		lines = [unitItem('1', 'A', { ordered: 2 })],
	) =>
		orderInput(
			handOverOf(iconicOrder('900', lines, change), () => 'AAA', as),
			{
				...{ account: 'seller-client', hub: 'RUH', hasTenant: false },
			},
		);

	it('says what each line is worth with its tax and without', () => {
		expect(inputOf({}, { taxesIncluded: true }).order_items).toEqual([
			{
				...{ sku_code: 'AAA', quantity: 2, name: 'A', selling_price: 110, unit_price: 100 },
				...{ subtotal: 200, tax: 20, tax_inclusive: true, total: 220 },
			},
		]);
		const total = { minor: 24_000, currency: 'AUD' };
		const { order_items: items, invoice } = inputOf({ total }, { taxesIncluded: false });
		expect(items).toMatchObject([{ selling_price: 120, unit_price: 110, total: 240 }]);
		expect(invoice).toMatchObject({ total: 240, shipping_price: 0, discount: 0 });
	});

	it.each([
		['shipping', 25_000, { total: 250, shipping_price: 30, discount: 0 }],
		['a discount', 20_000, { total: 200, shipping_price: 0, discount: 20 }],
	])('counts %s beside the goods', (_, minor, amounts) => {
		const order = { total: { minor, currency: 'AUD' } };
		expect(inputOf(order, { taxesIncluded: true }).invoice).toMatchObject(amounts);
	});

	it('is paid later where the courier takes the money', () => {
		expect(inputOf({ payment: 'cash_on_delivery' })).toMatchObject({
			payment_method: 'postpaid',
			is_cash_on_delivery: true,
			invoice: { total_paid: 0, total_due: 220 },
		});
	});

	it('names people and countries as Omniful wants them, and sends no empty text', () => {
		const { shipping_address: address, customer } = inputOf();
		expect(address).toEqual({
			...{ first_name: 'Mia', last_name: 'van Dyk', address1: 'Unit 4' },
			...{ address2: '12 Harbour St, Level 2', city: 'Sydney', state: 'New South Wales' },
			...{ zip: '2000', country: 'Australia', country_code: 'AU', phone: '0412 345 678' },
		});
		expect(customer).toEqual({ first_name: 'Mia', last_name: 'van Dyk' });
		expect(() => inputOf({ shipTo: { ...sydney, lines: [] } })).toThrow(/without street/);
		expect(() => inputOf({ shipTo: null })).toThrow(/no shipping address/);
	});
});
