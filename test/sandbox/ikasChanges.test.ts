import { type Shop, codeOf, openShop, startAt } from './support/ikasShop';

const line = { sku: 'GOMLEK-M', quantity: 2, price: 250 };

describe('changes of orders in the ikas sandbox', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
	});
	afterEach(async () => await shop.close());

	it('places the same orders from the same seed', async () => {
		const twin = await openShop();
		const drafts = [{ lines: [line], orderedAt: startAt, updatedAt: startAt }];
		shop.sandbox.place(drafts);
		twin.sandbox.place(drafts);
		expect(await shop.list()).toEqual(await twin.list());
		await twin.close();
	});

	it('edits lines: kept by SKU, new ones added, the rest deleted', async () => {
		const [placed] = shop.sandbox.place([
			{ lines: [line, { sku: 'ETEK', quantity: 1 }], updatedAt: startAt },
		]);
		await shop.control('orders/edit', {
			id: placed?.id,
			lines: [
				{ sku: 'GOMLEK-M', quantity: 3 },
				{ sku: 'KEMER', quantity: 1 },
			],
			address: { city: 'Ankara' },
		});
		const { data } = await shop.list();
		expect(data[0]?.orderLineItems).toMatchObject([
			{ id: placed?.lines[0]?.id, quantity: 3, price: 250, deleted: false },
			{ variant: { sku: 'KEMER' }, deleted: false },
			{ id: placed?.lines[1]?.id, variant: { sku: 'ETEK' }, deleted: true },
		]);
		expect(data[0]).toMatchObject({ shippingAddress: { city: { name: 'Ankara' } } });
		expect(data[0]?.updatedAt).toBeGreaterThan(startAt);
	});

	it('moves updatedAt with an edit of nothing', async () => {
		const [placed] = shop.sandbox.place([{ lines: [line] }]);
		const { updatedAt } = shop.sandbox.edit(placed?.id ?? '', {});
		expect(updatedAt).toBeGreaterThan(placed?.updatedAt ?? 0);
	});

	it('ships: order, lines and package move together', async () => {
		const [placed] = shop.sandbox.place([{ lines: [line] }]);
		await shop.control('orders/advance', { id: placed?.id, package: 'FULFILLED' });
		expect((await shop.list()).data[0]).toMatchObject({
			orderPackageStatus: 'FULFILLED',
			orderLineItems: [{ status: 'FULFILLED' }],
			orderPackages: [
				{ orderPackageFulfillStatus: 'FULFILLED', orderLineItemIds: [placed?.lines[0]?.id] },
			],
		});
	});

	it('cancels a whole order', async () => {
		const [placed] = shop.sandbox.place([{ lines: [line] }]);
		await shop.control('orders/cancel', { id: placed?.id });
		expect((await shop.list()).data[0]).toMatchObject({
			status: 'CANCELLED',
			cancelledAt: expect.any(Number),
			orderLineItems: [{ status: 'CANCELLED', quantity: 2 }],
		});
		expect(shop.sandbox.state().orders[0]?.history.map(({ what, open }) => [what, open])).toEqual([
			['placed', { 'GOMLEK-M': 2 }],
			['cancelled', {}],
		]);
	});

	it('splits a line that is cancelled in part', async () => {
		const [placed] = shop.sandbox.place([{ lines: [line] }]);
		const id = placed?.lines[0]?.id ?? '';
		await shop.control('orders/cancel', { id: placed?.id, lines: [{ id, quantity: 1 }] });
		expect((await shop.list()).data[0]).toMatchObject({
			status: 'PARTIALLY_CANCELLED',
			orderLineItems: [
				{ id, quantity: 1, status: 'UNFULFILLED', originalOrderLineItemId: null },
				{ quantity: 1, status: 'CANCELLED', originalOrderLineItemId: id },
			],
		});
	});

	it.each([
		['cancel what is shipped', 'orders/cancel', {}],
		['cancel a line that it does not have', 'orders/cancel', { lines: [{ id: 'nowhere' }] }],
		['take a status that ikas does not have', 'orders/advance', { package: 'LOST' }],
		['take a field that nobody reads', 'orders/edit', { colour: 'red' }],
	])('refuses to %s and changes nothing', async (_, path, body) => {
		const [placed] = shop.sandbox.place([{ lines: [line], package: 'FULFILLED' }]);
		const before = shop.sandbox.state().orders;
		const { status, body: answer } = await shop.control(path, { id: placed?.id, ...body });
		expect([status, typeof answer.error]).toEqual([400, 'string']);
		expect(shop.sandbox.state().orders).toEqual(before);
	});

	it.each([
		['noOrderedAt', { orderedAt: null }],
		['fractionalQuantity', { orderLineItems: [{ quantity: 0.5 }] }],
		['noLines', { orderLineItems: [] }],
		['badCurrency', { currencyCode: 'XX' }],
	] as const)('plants an order that is unreadable: %s', async (unreadable, expected) => {
		shop.sandbox.place([{ lines: [line], unreadable }]);
		// Such an order still answers to the filter that the hub sends with every call.
		const { data } = await shop.list({ orderedAt: { gte: startAt } });
		expect(data).toMatchObject([expected]);
		expect(shop.sandbox.state().orders[0]?.unreadable).toBe(unreadable);
	});

	it('merges overrides into one line and leaves the other', async () => {
		const overrides = { note: null, orderLineItems: [{ variant: { sku: null } }] };
		shop.sandbox.place([{ lines: [line, { sku: 'ETEK', quantity: 1 }], overrides }]);
		const [order] = (await shop.list()).data;
		expect(order?.orderLineItems.map(({ variant }) => variant.sku)).toEqual([null, 'ETEK']);
	});

	it('takes overrides off again', async () => {
		const [placed] = shop.sandbox.place([{ lines: [line], unreadable: 'badCurrency' }]);
		await shop.control('orders/edit', { id: placed?.id, overrides: null });
		expect((await shop.list()).data).toMatchObject([{ currencyCode: 'TRY' }]);
	});

	it('answers null in a place that cannot be null as the schema says', async () => {
		shop.sandbox.place([{ lines: [line], overrides: { currencyCode: null } }]);
		const answer = await shop.ask('{ listOrder { data { currencyCode } } }');
		expect([answer.status, answer.body.data, codeOf(answer)]).toEqual([
			200,
			null,
			'INTERNAL_SERVER_ERROR',
		]);
	});

	it('keeps an order of an unknown location', async () => {
		shop.sandbox.place([{ lines: [line], location: 'nowhere' }]);
		expect((await shop.list()).data).toMatchObject([
			{ stockLocationId: 'nowhere', stockLocation: null },
		]);
	});

	it('forgets everything on reset', async () => {
		shop.sandbox.place([{ lines: [line] }]);
		await shop.control('reset', {});
		const { orders, counts } = shop.sandbox.state();
		expect([orders, counts.calls]).toEqual([[], 0]);
	});
});
