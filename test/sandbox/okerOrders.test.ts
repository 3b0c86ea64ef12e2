import {
	type Seller,
	closeSellers,
	idsOf,
	openSeller,
	refusalIn,
	startAt,
} from './support/okerSeller';

const minute = 60_000;

describe('orders of the sandbox of Oker', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
	});
	afterEach(closeSellers);

	it('come with the warehouse on every item, prices per unit and times with an offset', async () => {
		const { id } = seller.place({ facility: 'OKR-W2', shippingFee: 40, placedAt: startAt });
		const [order] = (await seller.list()).body.orders ?? [];
		expect(order).toMatchObject({
			id,
			orderStatus: 'CREATED',
			orderDate: '2026-03-02T15:30:00.000+05:30',
			invoiced: false,
			orderPrice: { currency: 'INR', totalPrepaidAmount: 1138, totalShippingCharges: 40 },
		});
		expect(order?.orderItems).toMatchObject([
			{ sku: 'TEE', quantity: 2, facilityCode: 'OKR-W2', orderItemPrice: { totalPrice: 499 } },
			{ sku: 'SCARF', quantity: 1, facilityCode: 'OKR-W2', status: 'CREATED' },
		]);
	});

	it('are paged from 1 on, ordered by date and then id, and say whether there is more', async () => {
		const ids = [3, 1, 2].map((at) => seller.place({ placedAt: startAt - minute + at }).id);
		const [third, first, second] = ids;
		const page = await seller.list({ pageSize: 2 });
		expect(idsOf(page)).toEqual([first, second]);
		expect(page.body).toMatchObject({ hasMore: true, totalCount: 3 });
		const last = await seller.list({ pageSize: 2, pageNumber: 2 });
		expect(idsOf(last)).toEqual([third]);
		expect(last.body).toMatchObject({ hasMore: false });
	});

	it.each([
		['a page size above 50', { pageSize: 51 }],
		['page 0', { pageNumber: 0 }],
		['a status that there is not', { orderStatus: 'SHIPPED' }],
		['a date that is none', { orderDateFrom: 'yesterday' }],
		['a date whose plus became a blank', { orderDateFrom: '2026-03-01T00:00:00 05:30' }],
		['more days than a window has', { orderDateFrom: '2026-02-01T00:00:00Z' }],
	])('refuse %s', async (_, query) => {
		expect(refusalIn(await seller.list(query))).toEqual([400, 'VALIDATION_FAILED']);
	});

	it('want a date to begin with, unless they go by their change', async () => {
		expect(refusalIn(await seller.get('/orders'))).toEqual([400, 'VALIDATION_FAILED']);
		expect((await seller.get('/orders', { updatedSince: '2026-03-01T00:00:00Z' })).status).toBe(
			200,
		);
	});

	it('are CREATED ones unless other statuses are asked for', async () => {
		const fresh = seller.place().id;
		const pending = seller.place({ pending: true }).id;
		seller.place({ status: 'CANCELLED' });
		expect(idsOf(await seller.list())).toEqual([fresh]);
		const both = { orderStatus: 'PENDING_VERIFICATION,CREATED' };
		expect(idsOf(await seller.list(both))).toEqual([fresh, pending]);
		await seller.control('orders/advance', { id: pending, status: 'CREATED' });
		expect(idsOf(await seller.list())).toEqual([fresh, pending]);
	});

	it('end before the end of the window', async () => {
		seller.place({ placedAt: startAt + 1000 });
		const query = { orderDateTo: new Date(startAt + 1000).toISOString() };
		expect(idsOf(await seller.list(query))).toEqual([]);
	});

	it('go by their last change in every status, and by warehouse', async () => {
		const { id } = seller.place({ facility: 'OKR-W2' });
		seller.place();
		await seller.letPass(minute);
		const since = new Date(startAt + minute).toISOString();
		expect(idsOf(await seller.get('/orders', { updatedSince: since }))).toEqual([]);
		await seller.control('orders/cancel', { id });
		expect(idsOf(await seller.get('/orders', { updatedSince: since }))).toEqual([id]);
		expect(idsOf(await seller.list({ facilityCode: 'OKR-W2' }))).toEqual([]);
		expect(idsOf(await seller.list({ facilityCode: 'OKR-W2', orderStatus: 'CANCELLED' }))).toEqual([
			id,
		]);
	});

	it('are had by their ids, and what there is not is missing', async () => {
		const { id } = seller.place({ status: 'DELIVERED' });
		const answer = await seller.get('/orders', { orderIds: `${id},nobody` });
		expect(answer.body.orders).toMatchObject([{ id, orderStatus: 'COMPLETE', invoiced: true }]);
		const many = Array.from({ length: 51 }, (_, at) => `OK-${at}`).join(',');
		expect((await seller.get('/orders', { orderIds: many })).status).toBe(400);
		const few = await openSeller({ limits: { maxOrderIds: 2 } });
		const refused = await few.get('/orders', { orderIds: 'a,b,c' });
		expect(refusalIn(refused)).toEqual([422, 'TOO_MANY_ENTRIES']);
	});

	it('at Core level have no time of change, and pages of 50 and 5', async () => {
		const core = await openSeller({ level: 'core' });
		const placed = Array.from(
			{ length: 51 },
			(_, at) => core.place({ placedAt: startAt - minute + at }).id,
		);
		const page = await core.list({ pageSize: 10, facilityCode: 'OKR-W2' });
		expect(idsOf(page)).toEqual(placed.slice(0, 50));
		expect(Object.keys(page.body)).toEqual(['orders']);
		expect(Object.keys(page.body.orders?.[0] ?? {})).not.toContain('updatedAt');
		const asked = await core.get('/orders', { orderIds: placed.slice(0, 5).join(',') });
		expect(idsOf(asked)).toEqual(placed.slice(0, 5));
	});

	it('are returned by courier and customer, with what the return is', async () => {
		const { id, items } = seller.place({ status: 'DELIVERED' });
		const first = items.slice(0, 1).map((item) => item.id);
		const back = { id, status: 'RETURN_REQUESTED', items: first, reason: 'Too small' };
		await seller.control('orders/advance', back);
		const { body } = await seller.get('/orders', { orderIds: id });
		expect(body.orders?.[0]?.orderItems).toMatchObject([
			{ status: 'RETURN_REQUESTED', returnReason: 'Too small', returnAWB: expect.any(String) },
			{ status: 'DELIVERED' },
		]);
		expect((await seller.control('orders/advance', { id, status: 'DELIVERED' })).status).toBe(400);
	});

	it('tell of stages at older gateways', async () => {
		const older = await openSeller({ tellsStages: true });
		const { id, items } = older.place();
		const orderItems = items.map((item) => ({ orderItemId: item.id, quantity: item.quantity }));
		await older.post('/orders/pack', { orderId: id, orderItems });
		const { body } = await older.get('/orders', { orderIds: id });
		expect(body.orders).toMatchObject([
			{ orderStatus: 'PROCESSING', orderItems: [{ status: 'PACKED' }, { status: 'PACKED' }] },
		]);
	});

	it('are taken over, once', async () => {
		const { id } = seller.place();
		const acknowledge = async (orderId: string) =>
			await seller.post('/orders/acknowledge', { orderId });
		expect((await acknowledge(id)).body).toEqual({ status: 'SUCCESS' });
		expect((await acknowledge(id)).body).toEqual({ status: 'SUCCESS' });
		expect(seller.sandbox.order(id).history.map(({ what }) => what)).toEqual([
			'placed',
			'acknowledged',
		]);
		expect(refusalIn(await acknowledge('nobody'))).toEqual([404, 'UNKNOWN_ORDER']);
	});

	it('show what a draft or an edit says they are', async () => {
		const overrides = { orderItems: [{ sku: null }] };
		const [order] = seller.sandbox.place([{ lines: [{ sku: 'TEE' }], overrides }]);
		const asked = async () => (await fetch(`${seller.url}/__sandbox/order?id=${order?.id}`)).json();
		expect(await asked()).toMatchObject({ isSpoiled: true });
		await seller.control('orders/edit', {
			id: order?.id,
			overrides: null,
			address: { city: 'Pune' },
		});
		const [shown] = (await seller.list()).body.orders ?? [];
		expect(shown).toMatchObject({ shippingAddress: { city: 'Pune' } });
	});
});
