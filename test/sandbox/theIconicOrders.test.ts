import { type Seller, closeSellers, numbersOf, openSeller, startAt } from './support/iconicSeller';

const minute = 60_000;

describe('orders of the sandbox of The Iconic', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
	});
	afterEach(closeSellers);

	it('come with one item for each unit', async () => {
		seller.sandbox.seed([{ sku: 'BELT', name: 'Leather Belt', price: 59 }]);
		const { id, number, items } = seller.place({
			shippingFee: 7.95,
			lines: [{ sku: 'DRESS', quantity: 2, price: 110, discount: 11 }, { sku: 'BELT' }],
		});
		const [order] = (await seller.list()).body.items ?? [];
		expect(order).toMatchObject({
			id: Number(id),
			number,
			currency: 'AUD',
			grandTotal: 264.95,
			itemCount: 3,
			orderItemIds: items,
			statusList: { pending: 3 },
			address: { shipping: { country: 'Australia', phone: ['+61491570006'] } },
		});
		expect(order?.items).toMatchObject([
			{
				id: items[0],
				status: 'pending',
				product: { sellerSku: 'DRESS' },
				paidPrice: 99,
				taxAmount: 9,
			},
			{ id: items[1], product: { sellerSku: 'DRESS' }, shippingFee: 0 },
			{ id: items[2], product: { sellerSku: 'BELT', name: 'Leather Belt' }, paidPrice: 59 },
		]);
	});

	it('have instants with microseconds, and names of countries', async () => {
		seller.place({ country: 'NZ', masked: true, placedAt: startAt });
		const [order] = (await seller.list()).body.items ?? [];
		expect(order?.createdAt).toMatch(/^2026-03-02T10:00:00\.000\d{3}Z$/);
		expect(order).toMatchObject({
			currency: 'NZD',
			address: { billing: { country: 'New Zealand', phone: ['#####'], email: '#####' } },
		});
	});

	it('of the same millisecond are microseconds apart', async () => {
		seller.place({ placedAt: startAt });
		seller.place({ placedAt: startAt });
		const { items } = (await seller.list()).body;
		expect(new Set(items?.map(({ createdAt }) => createdAt)).size).toBe(2);
	});

	describe('pages', () => {
		it.each([
			['limit', { limit: '' }],
			['offset', { offset: '' }],
		])('need %s', async (_, over) => {
			const asked = Object.entries({ limit: '10', offset: '0', ...over });
			const query = Object.fromEntries(asked.filter(([, value]) => value !== ''));
			expect((await seller.get('/v2/orders', query)).status).toBe(400);
		});

		it('say whether there is more, and no total', async () => {
			const numbers = [1, 2, 3].map((at) => seller.place({ placedAt: startAt + at }).number);
			const first = await seller.list({ limit: 2 });
			expect(numbersOf(first)).toEqual(numbers.slice(0, 2));
			expect(first.body.pagination).toEqual({ limit: 2, offset: 0, hasNext: true });
			const last = await seller.list({ limit: 2, offset: 2 });
			expect(numbersOf(last)).toEqual(numbers.slice(2));
			expect(last.body.pagination).toEqual({ limit: 2, offset: 2, hasNext: false });
			expect((await seller.list({ limit: 3 })).body.pagination).toMatchObject({ hasNext: false });
		});

		it('have 100 rows at most', async () => {
			expect((await seller.list({ limit: 500 })).body.pagination).toMatchObject({ limit: 100 });
		});

		it.each([
			['a limit of nothing', { limit: 0 }],
			['a section that there is not', { section: 'status_packed' }],
			['a date that is none', { dateStart: 'yesterday' }],
			['a plus that became a blank', { dateStart: '2026-03-02T10:00:00 00:00' }],
			['a direction that there is not', { sortDir: 'up' }],
			['a filter that there is not', { updatedAfter: '2026-03-02' }],
			['a list without brackets', { orderIds: 5 }],
			['an id that is none', { 'orderIds[]': ['five'] }],
			['a fulfilment that there is not', { 'fulfilmentType[]': ['seller'] }],
		])('refuse %s', async (_, query) => {
			const { status, body } = await seller.list(query);
			expect([status, body.status]).toEqual([400, 400]);
		});
	});

	describe('filters', () => {
		const found = async (query: Record<string, string | number | string[]>) =>
			new Set(numbersOf(await seller.list(query)));

		it('go by status of the items', async () => {
			const { number } = seller.place();
			const shipped = seller.place({ status: 'shipped' });
			expect(await found({ section: 'status_pending' })).toEqual(new Set([number]));
			expect(await found({ section: 'status_shipped' })).toEqual(new Set([shipped.number]));
		});

		it('go by when it was placed, a bare end being the whole day', async () => {
			const early = seller.place({ placedAt: startAt - 86_400_000 }).number;
			const late = seller.place({ placedAt: startAt }).number;
			expect(await found({ dateStart: '2026-03-02' })).toEqual(new Set([late]));
			expect(await found({ dateEnd: '2026-03-01' })).toEqual(new Set([early]));
			expect(await found({ dateEnd: '2026-03-02' })).toEqual(new Set([early, late]));
		});

		it('go by when an item was updated, to the microsecond, ends included', async () => {
			const { id, number } = seller.place({ placedAt: startAt, updatedAt: startAt });
			const [order] = (await seller.list()).body.items ?? [];
			const at = String(order?.updatedAt);
			const micro = Number(at.slice(-4, -1));
			const later = at.replace(/\d{3}Z$/, `${String(micro + 1).padStart(3, '0')}Z`);
			expect(await found({ updateDateStart: at, updateDateEnd: at })).toEqual(new Set([number]));
			expect(await found({ updateDateStart: later })).toEqual(new Set());
			await seller.letPass(minute);
			seller.sandbox.edit(id, {});
			expect(await found({ updateDateStart: later })).toEqual(new Set([number]));
		});

		it('go by ids and numbers', async () => {
			const [one, other] = [seller.place(), seller.place()];
			seller.place();
			const both = new Set([one.number, other.number]);
			expect(await found({ 'orderIds[]': [one.id, other.id, '1'] })).toEqual(both);
			expect(await found({ 'orderNumbers[]': [one.number, other.number] })).toEqual(both);
		});

		it('leave out what the marketplace fulfils', async () => {
			const mine = seller.place().number;
			const lines = [{ sku: 'TOTE', shipmentType: 'warehouse' as const }];
			const theirs = seller.place({ lines }).number;
			expect(await found({ 'fulfilmentType[]': ['merchant'] })).toEqual(new Set([mine]));
			expect(await found({ 'fulfilmentType[]': ['venture'] })).toEqual(new Set([theirs]));
		});

		it('are said to be left out where the sandbox leaves them out', async () => {
			expect((await seller.list({ 'tags[]': ['a'] })).status).toBe(501);
		});
	});

	it('are sorted by creation, or by change, both ways', async () => {
		const [a, b] = [seller.place({ placedAt: startAt }), seller.place({ placedAt: startAt + 1 })];
		await seller.letPass(minute);
		seller.sandbox.edit(a.id, {});
		expect(numbersOf(await seller.list())).toEqual([a.number, b.number]);
		expect(numbersOf(await seller.list({ sort: 'updatedAt' }))).toEqual([b.number, a.number]);
		const down = { sort: 'createdAt', sortDir: 'desc' };
		expect(numbersOf(await seller.list(down))).toEqual([b.number, a.number]);
	});

	it('are read one by one, by the id and not by the number', async () => {
		const { id, number } = seller.place();
		expect((await seller.get(`/v2/orders/${id}`)).body.number).toBe(number);
		expect((await seller.get(`/v2/orders/${number}`)).status).toBe(404);
		expect((await seller.get('/v2/orders/abc')).status).toBe(404);
	});

	it('give their items alone, with a total', async () => {
		const { id, items } = seller.place();
		seller.place({ status: 'shipped' });
		const { body } = await seller.get('/v2/order-items', {
			limit: 2,
			offset: 0,
			'status[]': ['pending'],
		});
		expect(body.items?.map((item) => [item.id, item.orderId])).toEqual(
			items.slice(0, 2).map((item) => [item, Number(id)]),
		);
		expect(body.pagination).toEqual({ limit: 2, offset: 0, totalCount: 3 });
		const named = await seller.get('/v2/order-items', {
			limit: 100,
			offset: 0,
			'orderItemIds[]': items.slice(2),
		});
		expect(named.body.items).toHaveLength(1);
	});

	it('move on in the shop, item by item, and remember it', async () => {
		const { id, items } = seller.place({ status: 'payment_pending' });
		await seller.control('orders/advance', { id, status: 'pending' });
		await seller.control('orders/advance', { id, status: 'delivered', items: items.slice(0, 1) });
		await seller.control('orders/cancel', { id, items: items.slice(1, 2) });
		const { body } = await seller.get(`/v2/orders/${id}`);
		expect(body.statusList).toEqual({ delivered: 1, canceled: 1, pending: 1 });
		const history = JSON.parse((await seller.get(`/v2/order/${id}/history`)).text);
		expect(history.map((row: { status: string }) => row.status)).toEqual([
			...['payment_pending', 'payment_pending', 'payment_pending'],
			...['pending', 'pending', 'pending', 'delivered', 'canceled'],
		]);
		expect(seller.sandbox.order(id).history.at(-1)?.open).toEqual({ DRESS: 1, BELT: 1 });
		expect((await seller.control('orders/advance', { id, status: 'pending' })).status).toBe(400);
	});

	it('show what a draft or an edit says they are', async () => {
		const { id } = seller.place({ overrides: { items: [{ product: { sellerSku: null } }] } });
		expect((await seller.get(`/v2/orders/${id}`)).body.items).toMatchObject([
			{ product: { sellerSku: null } },
			{ product: { sellerSku: 'DRESS' } },
			{ product: { sellerSku: 'BELT' } },
		]);
		await seller.control('orders/edit', { id, overrides: null, shipping: { city: 'Perth' } });
		expect((await seller.get(`/v2/orders/${id}`)).body).toMatchObject({
			items: [{ product: { sellerSku: 'DRESS' } }, {}, {}],
			address: { shipping: { city: 'Perth' } },
		});
	});
});
