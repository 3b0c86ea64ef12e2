import fc from 'fast-check';
import { longestCode, orderCode, unitCode } from '../../channels/uniware/orderKey';
import { orderInput } from '../../channels/uniware/orderInput';
import { uniware } from '../../channels/uniware/connector';
import { Failure } from '../../domain/failure';
import type { Order } from '../../domain/order';
import { iconicOrder, sydney, told, unitItem } from './shopifyHandOver';
import { failureOf } from './testShop';
import { stockedShop } from './uniwareShop';
import type { UniwareShop } from './uniwareShop';

const { updates } = uniware;

const seller = {
	account: 'demo.unicommerce.com',
	facility: 'WH_MAIN',
	channel: 'ORDER_HUB',
	isShippedByMarketplace: false,
};

describe('an order handed over to Uniware', () => {
	let shop: UniwareShop;
	beforeEach(async () => {
		shop = await stockedShop();
	});
	afterEach(() => shop.close());

	const create = async (handOver = shop.handOver()) =>
		await updates.send(shop.seller, told('create', handOver));
	const orders = () => shop.sandbox.state().orders;

	it('is looked for, and created once, with a row for each unit', async () => {
		const sent = await create();
		expect(sent).toMatchObject({ outcome: 'sent', omsOrder: { number: '21900' } });
		expect(sent.omsOrder?.id).toMatch(/^theIconic-900-[0-9a-f]{10}$/);
		expect(shop.sandbox.calls().map(({ kind, code }) => [kind, code])).toEqual([
			['token', null],
			['saleorder/get', 'INVALID_SALE_ORDER_CODE'],
			['saleOrder/create', null],
		]);
		expect(orders()).toMatchObject([
			{
				code: sent.omsOrder?.id,
				displayCode: '21900',
				channel: 'ORDER_HUB',
				status: 'CREATED',
				thirdPartyShipping: false,
				taxExempted: false,
				prepaid: 330,
				items: [
					{ code: '1-1', line: '1', sku: 'AAA', facility: 'WH_MAIN', price: 110 },
					{ code: '2-1', line: '2', sku: 'AAA' },
					{ code: '3-1', line: '3', sku: 'BBB' },
				],
			},
		]);
	});

	it('is there already when it is handed over again', async () => {
		const first = await create();
		const before = shop.sandbox.calls().length;
		const second = await create();
		expect(second).toMatchObject({ outcome: 'already', omsOrder: first.omsOrder });
		expect(shop.sandbox.calls(before).map(({ kind }) => kind)).toEqual(['saleorder/get']);
	});

	it.each(['dropAfter', 'cutOff', 'torn'] as const)(
		'is there once when the answer to create is lost (%s)',
		async (fault) => {
			shop.sandbox.setFaults({ [fault]: 1, forTheNext: 1, only: 'saleOrder/create' });
			const { kind } = await failureOf(create());
			expect(['unavailable', 'malformed']).toContain(kind);
			expect(await create()).toMatchObject({ outcome: 'already' });
			expect(orders()).toHaveLength(1);
		},
	);

	it('is there once when the tenant hangs up before it has it', async () => {
		shop.sandbox.setFaults({ dropBefore: 1, forTheNext: 1, only: 'saleOrder/create' });
		await failureOf(create());
		expect(await create()).toMatchObject({ outcome: 'sent' });
		expect(orders()).toHaveLength(1);
	});

	it('is there once when many hand it over at once', async () => {
		const all = await Promise.all(Array.from({ length: 8 }, async () => await create()));
		expect(new Set(all.map(({ omsOrder }) => omsOrder?.id)).size).toBe(1);
		expect(all.filter(({ outcome }) => outcome === 'sent')).toHaveLength(1);
		expect(orders()).toHaveLength(1);
	});

	it('is created with a fresh login when the token has ended', async () => {
		await uniware.account(shop.seller);
		shop.sandbox.expireTokens();
		expect(await create()).toMatchObject({ outcome: 'sent' });
	});

	it('is not taken for another one of the same code', async () => {
		const code = (await create()).omsOrder?.id ?? '';
		const more = shop.handOver('900', [unitItem('1', 'A', { ordered: 2 }), unitItem('3', 'B')]);
		expect(await create(more)).toMatchObject({ outcome: 'already' });
		const less = shop.handOver('900', [unitItem('1', 'A')]);
		expect((await failureOf(create(less))).message).toMatch(/1 x BBB, 2 x AAA, not 1 x AAA/);
		shop.sandbox.edit(code, { additionalInfo: 'Order Hub: theIconic 4712 900' });
		expect((await failureOf(create())).message).toMatch(/mark of the hub/);
	});

	it('names the facility of each unit, one packet for each; what has none is for the default one', async () => {
		shop.sandbox.setStock([{ sku: 'AAA', facility: 'WH_SOUTH', quantity: 5 }]);
		const lines = [unitItem('1', 'A', { ordered: 3 }), unitItem('3', 'B')];
		const whole = shop.handOver('900', lines);
		const handOver = {
			...whole,
			lines: whole.lines.map((line) => ({
				...line,
				from: line.line === '1' ? [{ location: 'WH_SOUTH', quantity: 2 }] : [],
			})),
		};
		const code = (await create(handOver)).omsOrder?.id ?? '';
		const call = shop.sandbox.calls().find(({ kind }) => kind === 'saleOrder/create');
		expect(call?.facility).toBe('WH_MAIN');
		expect(call?.body).toMatchObject({
			saleOrder: {
				saleOrderItems: [
					{ code: '1-1', facilityCode: 'WH_SOUTH', packetNumber: 1 },
					{ code: '1-2', facilityCode: 'WH_SOUTH', packetNumber: 1 },
					{ code: '1-3', packetNumber: 2 },
					{ code: '3-1', packetNumber: 2 },
				],
			},
		});
		expect(JSON.stringify(call?.body).match(/facilityCode/g)).toHaveLength(2);
		shop.sandbox.allocate(code);
		expect(
			shop.sandbox
				.order(code)
				.packages.map(({ facility }) => facility)
				.sort(),
		).toEqual(['WH_MAIN', 'WH_SOUTH']);
	});

	it('to a facility that the tenant has not is refused with the cure, and is not put elsewhere', async () => {
		const whole = shop.handOver('900', [unitItem('1', 'A')]);
		const lines = whole.lines.map((line) => {
			return { ...line, from: [{ location: 'WH_GONE', quantity: 1 }] };
		});
		const failure = await failureOf(create({ ...whole, lines }));
		expect(failure.kind).toBe('rejected');
		expect(failure.message).toMatch(/WH_GONE.*INVALID_FACILITY_CODE.*Correct the facility/);
		expect(orders()).toEqual([]);
	});

	it('whose units were cancelled in part meanwhile is known all the same, and no other one is', async () => {
		await create(shop.handOver('900', [unitItem('1', 'A', { ordered: 2 }), unitItem('3', 'B')]));
		const lines = [unitItem('1', 'A', { ordered: 2, cancelled: 1 }), unitItem('3', 'B')];
		expect(await create(shop.handOver('900', lines))).toMatchObject({ outcome: 'already' });
		const without = shop.handOver('900', [
			unitItem('1', 'A', { ordered: 2 }),
			unitItem('3', 'B', { cancelled: 1 }),
		]);
		expect(await create({ ...without, lines: without.lines.slice(0, 1) })).toMatchObject({
			outcome: 'already',
		});
		const more = shop.handOver('900', [unitItem('1', 'A', { ordered: 3 }), unitItem('3', 'B')]);
		expect((await failureOf(create(more))).message).toMatch(/2 x AAA, not .*3 x AAA/);
	});

	it('of an unmapped SKU is refused with the cure, and a Failed Order until then', async () => {
		const handOver = shop.handOver('900', [unitItem('1', 'C')]);
		for (let tries = 0; tries < 2; tries++) {
			const failure = await failureOf(create(handOver));
			expect(failure).toBeInstanceOf(Failure);
			expect(failure.kind).toBe('rejected');
			expect(failure.message).toMatch(/SKU CCC is not mapped.*SKU_NOT_MAPPED.*map the SKU/);
		}
		expect(shop.sandbox.state().failedOrders).toMatchObject([{ units: { CCC: 1 }, tries: 2 }]);
		shop.sandbox.seed([{ sku: 'CCC' }]);
		expect(await create(handOver)).toMatchObject({ outcome: 'sent' });
		expect(shop.sandbox.state().failedOrders).toEqual([]);
	});

	it('says what to correct where the credential names no channel of the tenant', async () => {
		const http = shop.caller({ channel: 'NOBODY' });
		const failure = await failureOf(updates.send(http, told('create', shop.handOver())));
		expect(failure).toMatchObject({ kind: 'rejected' });
		expect(failure.message).toMatch(/INVALID_CHANNEL_CODE.*Channel Code in the credential/);
		const none = await failureOf(
			updates.send(shop.caller({ channel: '' }), told('create', shop.handOver())),
		);
		expect(none.message).toMatch(/no channel code/);
	});

	it('with nothing that is open is refused without asking', async () => {
		const handOver = { ...shop.handOver(), lines: [] };
		expect((await failureOf(create(handOver))).kind).toBe('rejected');
		expect(shop.calls()).toBe(0);
	});

	it('waits as long as the tenant says when there are too many calls', async () => {
		shop.sandbox.setFaults({ rate429: 1, forTheNext: 1, only: 'saleOrder/create' });
		expect(await failureOf(create())).toMatchObject({ kind: 'rateLimited', retryAfterMs: 1_000 });
	});

	it('is tried again later when what stands behind the tenant fails', async () => {
		const http: typeof shop.seller = async (request) => {
			const answer = await shop.seller(request);
			if (!request.path.endsWith('/create')) return answer;
			const errors = [{ code: 1_111_111, message: 'THIRD_PARTY_API_RETURNED_ERROR' }];
			return { ...answer, body: { successful: false, errors } };
		};
		const asSeller = Object.assign(http, { seller: shop.seller.seller });
		const failure = await failureOf(updates.send(asSeller, told('create', shop.handOver())));
		expect(failure.kind).toBe('unavailable');
	});
});

describe('the sale order of a hand-over', () => {
	const inputOf = (
		change: Partial<Order> = {},
		as: Parameters<UniwareShop['handOver']>[2] = {},
		lines = [unitItem('1', 'A', { ordered: 2 })],
	) => {
		const order = iconicOrder('900', lines, change);
		const shop = { order, key: 'theIconic 4711 900', channel: 'theIconic' };
		const given = {
			...{ customer: '', billTo: null, extraLine: false, shippingMethods: [] },
			...{ taxesIncluded: true, ...as },
		};
		const handed = order.lines.map(({ id, ordered }) => {
			return { line: id, sku: 'AAA', listing: 'AAA', quantity: ordered, from: [] };
		});
		const handOver = { ...shop, id: null, store: 'the-iconic', lines: handed, kept: [], as: given };
		return orderInput(handOver, seller);
	};

	it('says every flag, and what was paid', () => {
		expect(inputOf()).toMatchObject({
			cashOnDelivery: false,
			thirdPartyShipping: false,
			taxExempted: false,
			cformProvided: false,
			verificationRequired: false,
			totalPrepaidAmount: 220,
			totalShippingCharges: 0,
			totalDiscount: 0,
			additionalInfo: 'Order Hub: theIconic 4711 900',
		});
	});

	it.each([
		['shipping', 25_000, { totalPrepaidAmount: 250, totalShippingCharges: 30, totalDiscount: 0 }],
		['a discount', 20_000, { totalPrepaidAmount: 200, totalShippingCharges: 0, totalDiscount: 20 }],
	])('counts %s beside the goods', (_, minor, amounts) => {
		expect(inputOf({ total: { minor, currency: 'AUD' } })).toMatchObject(amounts);
	});

	it('puts the tax on top where prices are without it', () => {
		const total = { minor: 24_000, currency: 'AUD' };
		expect(inputOf({ total }, { taxesIncluded: false })).toMatchObject({
			totalPrepaidAmount: 240,
			totalShippingCharges: 0,
			saleOrderItems: [{ sellingPrice: 120 }, { sellingPrice: 120 }],
		});
	});

	it.each(['COD', 'Cash on Delivery', 'cash_on_delivery', 'CashOnDelivery'])(
		'that is paid by "%s" is paid at the door',
		(payment) => {
			const input = inputOf({ payment });
			expect(input).toMatchObject({ cashOnDelivery: true, totalCashOnDeliveryCharges: 0 });
			expect(input).not.toHaveProperty('totalPrepaidAmount');
		},
	);

	it.each(['credit_card', 'encoded', null])('that is paid by "%s" is not', (payment) => {
		expect(inputOf({ payment }).cashOnDelivery).toBe(false);
	});

	it('has codes for the states of India, and no empty text', () => {
		const shipTo = { ...sydney, country: 'IN', region: 'Tamil  Nadu', postcode: '600001' };
		expect(inputOf({ shipTo }).addresses).toMatchObject([{ state: 'TN', country: 'IN' }]);
		const bare = { ...sydney, lines: ['12 Harbour St'], region: null, postcode: null };
		expect(inputOf({ shipTo: bare }).addresses).toEqual([
			{
				id: 'ship',
				name: 'Mia van Dyk',
				addressLine1: '12 Harbour St',
				city: 'Sydney',
				state: 'Sydney',
				country: 'AU',
				phone: '0412 345 678',
			},
		]);
	});

	it('has a phone of Bill To where the customer gave none, and is refused without any', () => {
		const shipTo = { ...sydney, phone: null };
		const billTo = { ...sydney, name: 'The Iconic', phone: '0299999999' };
		expect(inputOf({ shipTo }, { billTo })).toMatchObject({
			addresses: [
				{ id: 'ship', phone: '0299999999' },
				{ id: 'bill', name: 'The Iconic' },
			],
			billingAddress: { referenceId: 'bill' },
			shippingAddress: { referenceId: 'ship' },
		});
		expect(() => inputOf({ shipTo })).toThrow(/no phone/);
		expect(() => inputOf({ shipTo: null })).toThrow(/no shipping address/);
	});

	it('has a code that says what it is, stays the same, and differs by account', () => {
		const code = (key: string, id: string) =>
			orderCode({ key, channel: 'theIconic', order: iconicOrder(id, []) } as never);
		expect(code('theIconic 4711 900', '900')).toBe(code('theIconic 4711 900', '900'));
		expect(code('theIconic 4711 900', '900')).not.toBe(code('theIconic 4712 900', '900'));
		expect(code('k', 'gid://shopify/Order/1')).toMatch(/^theIconic-gid_shopify_Order_1-/);
		fc.assert(
			fc.property(fc.string(), fc.string(), (key, id) => {
				expect(code(key, id).length).toBeLessThanOrEqual(longestCode);
			}),
		);
	});

	it('has codes of units that are all different, however long the ids of lines are', () => {
		const line = fc.string({ minLength: 1, maxLength: 80 });
		fc.assert(
			fc.property(fc.uniqueArray(line, { minLength: 2, maxLength: 5 }), (lines) => {
				const codes = lines.flatMap((id) => [1, 2, 12].map((unit) => unitCode(`${id}.`, unit)));
				expect(new Set(codes).size).toBe(codes.length);
				expect(Math.max(...codes.map(({ length }) => length))).toBeLessThanOrEqual(longestCode);
			}),
		);
	});
});
