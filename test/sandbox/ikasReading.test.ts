import { type Shop, codeOf, numbers, openShop, startAt } from './support/ikasShop';

const line = { sku: 'GOMLEK-M', quantity: 2, price: 100 };
const oldest = { sort: 'updatedAt' };

describe('reading orders of the ikas sandbox', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
	});
	afterEach(async () => await shop.close());

	/** Orders that were last changed a second apart. */
	const placeApart = (count: number) =>
		shop.sandbox.place(
			Array.from({ length: count }, (_, at) => ({
				lines: [line],
				orderedAt: startAt - at * 1000,
				updatedAt: startAt + at * 1000,
			})),
		);

	it('shows an order as ikas would', async () => {
		await shop.control('orders', { orders: [{ lines: [line], orderedAt: startAt - 5000 }] });
		const { data } = await shop.list();
		expect(data).toMatchObject([
			{
				orderNumber: '1001',
				status: 'CREATED',
				orderPaymentStatus: 'PAID',
				orderPackageStatus: 'UNFULFILLED',
				orderedAt: startAt - 5000,
				currencyCode: 'TRY',
				totalPrice: 200,
				totalFinalPrice: 249.9,
				stockLocation: { name: 'İstanbul Depo' },
				shippingAddress: { country: { iso2: 'TR' }, city: { name: expect.any(String) } },
				orderLineItems: [{ quantity: 2, status: 'UNFULFILLED', variant: { sku: 'GOMLEK-M' } }],
			},
		]);
	});

	it('walks the pages, each order once', async () => {
		placeApart(5);
		const pages = await Promise.all(
			[1, 2, 3].map(async (page) => await shop.list({ ...oldest, pagination: { limit: 2, page } })),
		);
		expect(pages.flatMap(numbers)).toEqual(['1001', '1002', '1003', '1004', '1005']);
		expect(pages.map(({ hasNext }) => hasNext)).toEqual([true, true, false]);
	});

	it('says that nothing follows a page that is just full', async () => {
		placeApart(2);
		expect((await shop.list({ pagination: { limit: 2, page: 1 } })).hasNext).toBe(false);
	});

	it('gives 50 where no limit is named', async () => {
		placeApart(51);
		const { data, limit } = await shop.list();
		expect([data.length, limit]).toEqual([50, 50]);
	});

	it.each([{ limit: 201 }, { limit: 0 }, { page: 0 }])('refuses %j', async (pagination) => {
		const query = 'query ($p: PaginationInput) { listOrder(pagination: $p) { page } }';
		expect(codeOf(await shop.ask(query, { p: pagination }))).toBe('ARGUMENT_VALIDATION_ERROR');
	});

	it.each([
		['updatedAt', ['1001', '1002', '1003']],
		['-updatedAt', ['1003', '1002', '1001']],
		['orderedAt', ['1003', '1002', '1001']],
		['-orderedAt', ['1001', '1002', '1003']],
	])('sorts by %s', async (sort, expected) => {
		placeApart(3);
		expect(numbers(await shop.list({ sort }))).toEqual(expected);
	});

	it('refuses a sort that nobody has seen work', async () => {
		const answer = await shop.ask('{ listOrder(sort: "price") { page } }');
		expect(codeOf(answer)).toBe('ARGUMENT_VALIDATION_ERROR');
	});

	it('can pay no attention to the sort', async () => {
		const careless = await openShop({ ignoresSort: true });
		const at = [3000, 1000, 2000];
		careless.sandbox.place(at.map((ms) => ({ lines: [line], updatedAt: startAt + ms })));
		expect(numbers(await careless.list(oldest))).toEqual(['1001', '1002', '1003']);
		await careless.close();
	});

	it.each([
		['updatedAt', { gte: startAt + 1000 }, ['1002', '1003']],
		['updatedAt', { gt: startAt, lt: startAt + 2000 }, ['1002']],
		['orderedAt', { gte: startAt - 1000, lte: startAt }, ['1001', '1002']],
		['orderNumber', { eq: '1002' }, ['1002']],
		['orderNumber', { nin: ['1001', '1003'] }, ['1002']],
		['status', { in: ['CANCELLED'] }, ['1003']],
		['orderPaymentStatus', { eq: 'PAID' }, ['1001', '1002', '1003']],
		['orderPackageStatus', { ne: 'UNFULFILLED' }, ['1003']],
	])('filters by %s %j', async (name, filter, expected) => {
		placeApart(2);
		shop.sandbox.place([
			{
				lines: [line],
				status: 'CANCELLED',
				orderedAt: startAt - 2000,
				updatedAt: startAt + 2000,
			},
		]);
		const type = {
			updatedAt: 'DateFilterInput',
			orderedAt: 'DateFilterInput',
			orderNumber: 'StringFilterInput',
			status: 'OrderStatusEnumInputFilter',
			orderPaymentStatus: 'OrderPaymentStatusEnumInputFilter',
			orderPackageStatus: 'OrderPackageStatusEnumInputFilter',
		}[name];
		const query = `query ($f: ${type}) { listOrder(${name}: $f, sort: "updatedAt") { hasNext page limit data { id orderNumber } } }`;
		const { body } = await shop.ask(query, { f: filter });
		expect(body.data?.listOrder.data.map(({ orderNumber }) => orderNumber)).toEqual(expected);
	});

	it('searches by order number', async () => {
		placeApart(3);
		const { body } = await shop.ask('{ listOrder(search: "1002") { data { orderNumber } } }');
		expect(body.data?.listOrder.data).toEqual([{ orderNumber: '1002' }]);
	});

	it('says so when it does not play a filter', async () => {
		const answer = await shop.ask('{ listOrder(orderTagIds: { eq: "a" }) { page } }');
		expect(codeOf(answer)).toBe('SANDBOX_NOT_IMPLEMENTED');
	});
});
