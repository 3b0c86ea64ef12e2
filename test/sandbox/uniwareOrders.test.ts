import {
	closeTenants,
	failureIn,
	itemOf,
	openTenant,
	saleOrder,
	startAt,
	type Tenant,
} from './support/uniwareTenant';

const addressed = (change: object) => ({
	addresses: [{ ...saleOrder('X').saleOrder.addresses[0], ...change }],
});

describe('sale orders in the sandbox of Uniware', () => {
	let tenant: Tenant;
	beforeEach(async () => {
		tenant = await openTenant();
	});
	afterEach(closeTenants);

	it('creates an order, one row for each unit, and shows it with epoch times', async () => {
		const made = await tenant.create('A', [itemOf('1-1'), itemOf('1-2')]);
		expect(made.body.saleOrderDetailDTO).toMatchObject({ code: 'A', status: 'CREATED' });
		const { saleOrderDTO } = (await tenant.order('A')).body;
		expect(saleOrderDTO).toMatchObject({
			displayOrderDateTime: Date.parse('2026-03-02T09:45:00Z'),
			created: expect.any(Number),
			saleOrderItems: [
				{ code: '1-1', facilityCode: 'WH_MAIN', statusCode: 'CREATED' },
				{ code: '1-2', facilityCode: 'WH_MAIN' },
			],
			shippingPackages: [],
		});
	});

	it('writes ISO times where the tenant does as documented', async () => {
		const iso = await openTenant({ dates: 'iso' });
		await iso.create('A');
		expect((await iso.order('A')).body.saleOrderDTO).toMatchObject({
			displayOrderDateTime: '2026-03-02T09:45:00.000Z',
		});
	});

	it('does not create the same code twice', async () => {
		await tenant.create('A');
		const again = await tenant.create('A', [itemOf('other')]);
		expect(again.body.errors).toMatchObject([{ code: 40001, message: 'DUPLICATE_SALE_ORDER' }]);
		expect(tenant.sandbox.order('A').items).toHaveLength(1);
	});

	it('says of an order that it does not know it', async () => {
		expect((await tenant.order('B')).body.errors).toMatchObject([
			{ code: 40005, message: 'INVALID_SALE_ORDER_CODE' },
		]);
	});

	it('takes every flag that is not said for true', async () => {
		await tenant.create('A', undefined, {
			thirdPartyShipping: undefined,
			taxExempted: undefined,
			verificationRequired: undefined,
		});
		expect(tenant.sandbox.order('A')).toMatchObject({
			status: 'PENDING_VERIFICATION',
			thirdPartyShipping: true,
			taxExempted: true,
		});
		tenant.sandbox.allocate('A');
		expect(tenant.sandbox.order('A').packages).toEqual([]);
		await tenant.post('/oms/saleOrder/verify', { saleOrderCode: 'A' });
		tenant.sandbox.allocate('A');
		expect(tenant.sandbox.order('A').status).toBe('PROCESSING');
	});

	it.each([
		['no items', 'MISSING_SALE_ORDER_ITEMS', { saleOrderItems: [] }],
		['a channel that there is not', 'INVALID_CHANNEL_CODE', { channel: 'order_hub' }],
		['a currency that is none', 'INVALID_CURRENCY_CODE', { currencyCode: 'Rs' }],
		[
			'no shipping address',
			'BILLING_SHIPPING_ADDRESS_REQUIRED_FOR_FACILITY',
			{ shippingAddress: undefined },
		],
		[
			'an address that is not there',
			'INVALID_ADDRESS_REFERENCE',
			{ billingAddress: { referenceId: 'bill' } },
		],
		['the name of a state', 'INVALID_STATE_CODE', addressed({ state: 'Delhi' })],
		['the name of a country', 'INVALID_COUNTRY_CODE', addressed({ country: 'India' })],
		['a pincode of five digits', 'INVALID_REQUEST', addressed({ pincode: '11000' })],
		['no phone', 'INVALID_REQUEST', addressed({ phone: undefined })],
		['an instrument that is none', 'INVALID_PAYMENT_METHOD', { paymentInstrument: 'cash' }],
		['a custom field', 'INVALID_CUSTOM_FIELD', { customFieldValues: [{ name: 'x', value: 'y' }] }],
		['a quantity', 'INVALID_REQUEST', { saleOrderItems: [{ ...itemOf('1'), quantity: 2 }] }],
		[
			'a method that is none',
			'INVALID_SHIPPING_METHOD',
			{ saleOrderItems: [{ ...itemOf('1'), shippingMethodCode: 'std' }] },
		],
		[
			'a facility that there is not',
			'INVALID_FACILITY_CODE',
			{ saleOrderItems: [{ ...itemOf('1'), facilityCode: 'WH' }] },
		],
		[
			'two items of one code',
			'DUPLICATE_SALE_ORDER_ITEM',
			{ saleOrderItems: [itemOf('1'), itemOf('1')] },
		],
		['nothing that was paid', 'INVALID_REQUEST', { totalPrepaidAmount: undefined }],
		['an empty text', 'INVALID_REQUEST', { additionalInfo: '' }],
		['a code that is too long', 'INVALID_REQUEST', { code: 'A'.repeat(46) }],
	])('refuses %s', async (_, name, change) => {
		expect(failureIn(await tenant.create('A', undefined, change))).toBe(name);
		expect(tenant.sandbox.state()).toMatchObject({ orders: [], failedOrders: [] });
	});

	describe('Failed Orders', () => {
		const failed = () => tenant.sandbox.state().failedOrders;

		it.each([
			['an unknown SKU', 'tee-m'],
			['a SKU that is switched off', 'BAG-OLD'],
		])('keeps what has %s aside, until it comes again in order', async (_, sku) => {
			const items = [itemOf('1', sku), itemOf('2', sku)];
			expect(failureIn(await tenant.create('A', items))).toBe('SKU_NOT_MAPPED');
			expect(failureIn(await tenant.order('A'))).toBe('INVALID_SALE_ORDER_CODE');
			await tenant.create('A', items);
			expect(failed()).toMatchObject([
				{ code: 'A', cause: 'SKU_NOT_MAPPED', units: { [sku]: 2 }, tries: 2 },
			]);
			tenant.sandbox.seed([{ sku }]);
			expect(failureIn(await tenant.create('A', items))).toBeNull();
			expect(failed()).toEqual([]);
		});

		it('keeps a listing aside that is not mapped, or not verified', async () => {
			const items = [{ ...itemOf('1'), channelProductId: 'P1' }];
			expect(failureIn(await tenant.create('A', items))).toBe('SKU_NOT_MAPPED');
			const listing = { channelCode: 'ORDER_HUB', channelProductId: 'P1', sellerSkuCode: 's' };
			const list = async (verified: boolean) =>
				await tenant.post('/channel/createChannelItemType', {
					channelItemType: { ...listing, skuCode: 'TEE-M', verified },
				});
			await list(false);
			expect(failureIn(await tenant.create('A', items))).toBe('SKU_NOT_MAPPED');
			await list(true);
			expect(failureIn(await tenant.create('A', items))).toBeNull();
		});

		it('counts what was paid: prices, shipping and charges, less the discount', async () => {
			const paid = { totalShippingCharges: 40, totalDiscount: 10 };
			expect(failureIn(await tenant.create('A', undefined, paid))).toBe('PREPAID_AMOUNT_MISMATCH');
			expect(failed()).toHaveLength(1);
			const right = { ...paid, totalPrepaidAmount: 529 };
			expect(failureIn(await tenant.create('A', undefined, right))).toBeNull();
		});
	});

	describe('searching', () => {
		const search = async (asked: object, options: object = {}) =>
			await tenant.post('/oms/saleOrder/search', {
				...asked,
				searchOptions: { displayStart: 0, displayLength: 100, ...options },
			});
		const codesIn = async (asked: object, options?: object) =>
			(await search(asked, options)).body.elements?.map(({ code }) => code);

		beforeEach(async () => {
			for (const code of ['A', 'B', 'C']) {
				tenant.sandbox.clock.advance(60_000);
				await tenant.create(code);
			}
		});

		it('pages by an offset, and says how many there are to those who ask', async () => {
			expect(await codesIn({}, { displayLength: 2 })).toEqual(['C', 'B']);
			expect(await codesIn({}, { displayStart: 2, displayLength: 2 })).toEqual(['A']);
			expect((await search({})).body.totalRecords).toBeNull();
			expect((await search({}, { getCount: true, displayLength: 1 })).body.totalRecords).toBe(3);
		});

		it('finds by the time of the change, in ISO and in epoch, both ends included', async () => {
			tenant.sandbox.clock.advance(60_000);
			const at = tenant.sandbox.edit('A', { onHold: true }).updatedAt;
			const asked = { dateType: 'UPDATED', fromDate: at, toDate: new Date(at).toISOString() };
			expect(await codesIn(asked)).toEqual(['A']);
			expect(await codesIn({ updatedSinceInMinutes: 1 })).toEqual(['A']);
			expect(await codesIn({ onHold: true })).toEqual(['A']);
			expect(await codesIn({ onHold: false, channel: 'ORDER_HUB' })).toEqual(['C', 'B']);
		});

		it('refuses a range of more than 31 days', async () => {
			const fromDate = startAt - 32 * 86_400_000;
			expect(failureIn(await search({ fromDate }))).toBe('INVALID_REQUEST');
		});

		it('shows a late row later, under its true time', async () => {
			tenant.sandbox.setFaults({ lateRows: 1, lateMs: 60_000 });
			tenant.sandbox.edit('A', { onHold: true });
			expect(await codesIn({ onHold: true })).toEqual([]);
			tenant.sandbox.clock.advance(60_000);
			expect(await codesIn({ onHold: true })).toEqual(['A']);
		});
	});

	describe('cancelling and holding', () => {
		const cancel = async (more: object = {}) =>
			await tenant.post('/oms/saleOrder/cancel', { saleOrderCode: 'A', ...more });

		beforeEach(async () => {
			await tenant.create('A', [itemOf('1'), itemOf('2')]);
			tenant.sandbox.allocate('A');
		});

		it('cancels all of it, or an item, and tells the channel unless told not to', async () => {
			await cancel({ saleOrderItemCodes: ['2'], cancelOnChannel: false });
			expect(tenant.sandbox.order('A')).toMatchObject({
				status: 'PROCESSING',
				cancelsTold: 0,
				items: [{ status: 'FULFILLABLE' }, { status: 'CANCELLED' }],
			});
			await cancel();
			expect(tenant.sandbox.order('A')).toMatchObject({
				status: 'CANCELLED',
				cancelsTold: 1,
				packages: [{ status: 'CANCELLED' }],
			});
			expect(failureIn(await cancel())).toBe('SALE_ORDER_ITEM_ALREADY_CANCELLED');
		});

		it('cancels nothing of what has left', async () => {
			tenant.sandbox.split('A', { items: ['2'] });
			const [first] = tenant.sandbox.order('A').packages;
			tenant.sandbox.advance('A', { to: 'dispatched', packages: [first?.code ?? ''] });
			expect(failureIn(await cancel())).toBe('SALE_ORDER_ITEM_DISPATCHED');
			expect(failureIn(await cancel({ saleOrderItemCodes: ['2'] }))).toBeNull();
			expect(tenant.sandbox.order('A').status).toBe('COMPLETE');
			expect(failureIn(await cancel())).toBe('SALE_ORDER_ALL_ITEMS_ARE_DISPATCHED');
		});

		it('holds and lets go; what is held is not allocated', async () => {
			await tenant.create('B');
			const held = async (path: string) =>
				await tenant.post(`/oms/saleOrder/${path}`, { saleOrderCode: 'B' });
			await held('hold');
			tenant.sandbox.allocate('B');
			expect(tenant.sandbox.order('B')).toMatchObject({ isOnHold: true, packages: [] });
			await held('unhold');
			tenant.sandbox.allocate('B');
			expect(tenant.sandbox.order('B').packages).toHaveLength(1);
			await tenant.post('/oms/saleOrder/holdSaleOrderItems', {
				saleOrderCode: 'B',
				saleOrderItemCodes: ['1-1'],
			});
			expect(tenant.sandbox.order('B').items).toMatchObject([{ isOnHold: true }]);
		});
	});

	it('allocates by itself every five minutes', async () => {
		await tenant.create('A');
		tenant.sandbox.clock.advance(299_000);
		expect(tenant.sandbox.order('A').status).toBe('CREATED');
		tenant.sandbox.clock.advance(2_000);
		expect(tenant.sandbox.order('A').status).toBe('PROCESSING');
	});
});
