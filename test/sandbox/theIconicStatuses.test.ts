import {
	type Seller,
	closeSellers,
	openSeller,
	parcel,
	problemOf,
	steps,
} from './support/iconicSeller';

describe('what becomes of items in the sandbox of The Iconic', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
	});
	afterEach(closeSellers);

	const shipments = async (id: string) => {
		const { items } = (await seller.get(`/v2/orders/${id}`)).body;
		return items?.map((item) => Object(item.shipment)) ?? [];
	};

	describe('of a seller who ships to customers', () => {
		it('is packed, ready to ship, shipped and delivered, as the actions say', async () => {
			const { id, items } = seller.place();
			const way = steps(seller, items);
			expect(way.actions()).toEqual([
				...['status_set_to_packed_by_marketplace', 'status_set_to_ready_to_ship'],
				...['status_set_to_canceled', 'generate_shipping_label', 'generate_invoice'],
			]);
			expect((await way.pack()).body).toEqual({ orderItemIds: items });
			expect(way.statuses()).toEqual(['pending', 'pending', 'pending']);
			expect((await seller.get(`/v2/orders/${id}`)).body.packedItemsCount).toBe(3);
			expect(way.actions()).not.toContain('status_set_to_packed_by_marketplace');
			expect((await way.ready()).body).toEqual({ orderItemIds: items });
			expect(way.actions()).toEqual([
				...['status_set_to_shipped', 'status_set_to_canceled', 'set_tracking_code'],
				...['set_shipment_provider', 'generate_shipping_label', 'generate_invoice'],
			]);
			expect((await way.ship()).status).toBe(200);
			expect(way.actions()).toContain('status_set_to_delivered');
			expect((await way.deliver()).status).toBe(200);
			expect((await way.deliver()).status).toBe(200);
			expect(way.statuses()).toEqual(['delivered', 'delivered', 'delivered']);
			const { history, packages } = seller.sandbox.order(id);
			expect(history.map(({ what, by }) => [what, by])).toEqual([
				['placed', 'panel'],
				...['packed', 'ready_to_ship', 'shipped', 'delivered'].map((what) => [what, 'api']),
			]);
			expect(packages).toMatchObject([{ items, provider: 'Australia Post', tracking: 'AP-1' }]);
		});

		it('may be ready to ship at once, each package for itself', async () => {
			const { id, items } = seller.place();
			const [first, second] = [steps(seller, items.slice(0, 1)), steps(seller, items.slice(1))];
			expect((await first.ready()).status).toBe(200);
			expect(problemOf(await second.ready())).toEqual([422, 'E063']);
			expect((await second.ready({ trackingNumber: 'AP-2' })).status).toBe(200);
			expect((await shipments(id)).map(({ trackingCode }) => trackingCode)).toEqual([
				...['AP-1', 'AP-2', 'AP-2'],
			]);
		});

		it('gets its number from a carrier with an API, by and by', async () => {
			const slow = await openSeller({ trackingMs: 5000 });
			const { id, items } = slow.place();
			const way = steps(slow, items);
			const carrier = { shippingProvider: 'Iconic Express', trackingNumber: undefined };
			expect((await way.pack(carrier)).status).toBe(200);
			expect(slow.sandbox.order(id).packages).toMatchObject([{ tracking: null }]);
			await slow.letPass(5000);
			expect(slow.sandbox.order(id).packages).toMatchObject([
				{ tracking: expect.stringMatching(/^API\d+$/) },
			]);
			expect((await way.ready(carrier)).status).toBe(200);
			expect(way.statuses()).toEqual(['ready_to_ship', 'ready_to_ship', 'ready_to_ship']);
		});

		it('may end at ready to ship where the account has it so', async () => {
			const other = await openSeller({ offersShipped: false });
			const way = steps(other, other.place().items);
			await way.ready();
			expect(way.actions()).not.toContain('status_set_to_shipped');
			expect(problemOf(await way.ship())).toEqual([422, 'E028']);
		});

		it('is not shipped over the API with a carrier that does not allow it', async () => {
			const way = steps(seller, seller.place().items);
			await way.ready({ shippingProvider: 'Bluebird Parcels' });
			expect(way.actions()).not.toContain('status_set_to_shipped');
			expect(problemOf(await way.ship())).toEqual([422, 'E028']);
		});

		it('may fail, and come back, for reasons of the list', async () => {
			const way = steps(seller, seller.place({ status: 'shipped' }).items);
			const orderItemIds = seller.sandbox.state().orders[0]?.items.map(({ id }) => id);
			const fail = async (reason: string) =>
				await seller.setTo('delivery-failed', { orderItemIds, reason });
			expect(problemOf(await fail('Out of Stock'))).toEqual([422, null]);
			expect((await fail('Address Not Found')).status).toBe(200);
			expect(way.statuses()).toEqual(['failed', 'failed', 'failed']);
			const back = seller.place({ status: 'delivered' });
			const answer = await seller.setTo('returned', { orderItemIds: back.items, reason: 'Faulty' });
			expect(answer.status).toBe(200);
			expect(steps(seller, back.items).statuses()).toEqual(['returned', 'returned', 'returned']);
		});
	});

	describe('that goes through the warehouse', () => {
		const lines = [{ sku: 'CAP', shipmentType: 'crossdocking' as const }];
		const warehouse = { ...parcel, deliveryType: 'send_to_warehouse' };

		it('is packed and ready to ship, and never shipped by the seller', async () => {
			const { items } = seller.place({ lines });
			const way = steps(seller, items);
			expect((await way.pack(warehouse)).status).toBe(200);
			expect((await way.ready(warehouse)).status).toBe(200);
			expect(way.actions()).not.toContain('status_set_to_shipped');
			expect(problemOf(await way.ship())).toEqual([422, 'E073']);
		});

		it('needs no carrier where the marketplace collects', async () => {
			const { items } = seller.place({ lines, crossdocking: 'pickup' });
			const said = {
				deliveryType: 'pickup',
				shippingProvider: undefined,
				trackingNumber: undefined,
			};
			expect((await steps(seller, items).ready(said)).status).toBe(200);
		});

		it('is not sent to the customer, nor the other way round', async () => {
			const through = steps(seller, seller.place({ lines }).items);
			expect(problemOf(await through.pack())).toEqual([422, 'E091']);
			const direct = steps(seller, seller.place().items);
			expect(problemOf(await direct.pack(warehouse))).toEqual([422, 'E091']);
		});
	});

	it('that the marketplace fulfils is nothing', async () => {
		const lines = [{ sku: 'TOTE', shipmentType: 'warehouse' as const }];
		const way = steps(seller, seller.place({ lines }).items);
		expect(way.actions()).toEqual([]);
		expect(problemOf(await way.pack())).toEqual([422, 'E073']);
		expect(problemOf(await way.cancel())).toEqual([422, 'E073']);
	});

	describe('is refused', () => {
		it.each([
			['a carrier that there is not', { shippingProvider: 'Pigeon' }, 'E025'],
			['a carrier in other letters', { shippingProvider: 'australia post' }, 'E025'],
			['a carrier that is switched off', { shippingProvider: 'Retired Courier' }, 'E025'],
			['no carrier', { shippingProvider: undefined }, 'E025'],
			['no tracking number', { trackingNumber: undefined }, 'E026'],
			['an empty tracking number', { trackingNumber: ' ' }, 'E026'],
			[
				'a number of another carrier',
				{ shippingProvider: 'StarTrack', trackingNumber: 'x' },
				'E031',
			],
		])('for %s', async (_, over, code) => {
			const way = steps(seller, seller.place().items);
			expect(problemOf(await way.pack(over))).toEqual([422, code]);
			expect(problemOf(await way.ready(over))).toEqual([422, code]);
			expect(way.statuses()).toEqual(['pending', 'pending', 'pending']);
		});

		it('for another carrier than the marketplace has fixed', async () => {
			const way = steps(seller, seller.place({ provider: 'StarTrack' }).items);
			expect(problemOf(await way.ready())).toEqual([422, 'E091']);
			const fixed = { shippingProvider: undefined, trackingNumber: 'ST-0001' };
			expect((await way.ready(fixed)).status).toBe(200);
		});

		it('for items of more than one order', async () => {
			const items = [...seller.place().items, ...seller.place().items];
			expect(problemOf(await steps(seller, items).ready())).toEqual([422, 'E029']);
		});

		it('for items that there are not', async () => {
			const { items } = seller.place();
			expect(problemOf(await steps(seller, [1]).ready())).toEqual([422, 'E020']);
			expect(problemOf(await steps(seller, [1, ...items]).ready())).toEqual([422, 'E023']);
		});

		it('for an item in another status, and then nothing happens to the others', async () => {
			const { items } = seller.place();
			await steps(seller, items.slice(0, 1)).ready();
			const way = steps(seller, items);
			expect(problemOf(await way.ready({ trackingNumber: 'AP-2' }))).toEqual([422, 'E073']);
			expect(problemOf(await way.ship())).toEqual([422, 'E073']);
			expect(way.statuses()).toEqual(['ready_to_ship', 'pending', 'pending']);
		});

		it('for what is packed twice, and for part of a package', async () => {
			const { items } = seller.place();
			await steps(seller, items).pack();
			expect(problemOf(await steps(seller, items).pack())).toEqual([422, 'E073']);
			expect(problemOf(await steps(seller, items.slice(1)).ready())).toEqual([422, 'E023']);
		});

		it('while it is not processable', async () => {
			const { id, items } = seller.place({ isProcessable: false });
			const way = steps(seller, items);
			expect(way.actions()).toEqual([]);
			expect(problemOf(await way.ready())).toEqual([422, 'E119']);
			await seller.control('orders/edit', { id, isProcessable: true });
			expect((await way.ready()).status).toBe(200);
		});

		it.each([
			['no list', { ...parcel }],
			['a delivery type that there is not', { ...parcel, orderItems: [], deliveryType: 'drone' }],
			[
				'a serial number with signs',
				{ ...parcel, orderItems: [{ orderItemId: 1, serialNumber: '-' }] },
			],
			['ids as texts', { ...parcel, orderItems: [{ orderItemId: '5000001' }] }],
		])('as a request in the wrong shape: %s', async (_, body) => {
			expect(problemOf(await seller.setTo('packed-by-marketplace', body))).toEqual([400, null]);
		});

		it.each(['{', ''])('as a body that is no JSON: %j', async (body) => {
			const answer = await seller.fetched('/v2/orders/statuses/set-to-shipped', {
				method: 'POST',
				headers: { ...seller.bearer(), 'content-type': 'application/json' },
				body,
			});
			expect(answer.status).toBe(400);
		});
	});

	it('with the wrong key for an item is taken as nothing, without a word', async () => {
		const { items } = seller.place();
		const way = steps(seller, items);
		const keyed = (key: string) => ({ orderItems: items.map((id) => ({ [key]: id })) });
		const answers = [await way.pack(keyed('id')), await way.ready(keyed('orderItemId'))];
		expect(answers.map(({ status, body }) => [status, body])).toEqual([
			[200, { orderItemIds: [] }],
			[200, { orderItemIds: [] }],
		]);
		expect(way.statuses()).toEqual(['pending', 'pending', 'pending']);
		expect(seller.sandbox.calls().map(({ effect }) => effect)).toEqual([null, null, null]);
	});

	describe('that is cancelled', () => {
		it('needs a reason of the list', async () => {
			const { id, items } = seller.place();
			const way = steps(seller, items.slice(0, 1));
			expect(problemOf(await way.cancel('No idea'))).toEqual([422, null]);
			expect(problemOf(await way.cancel('Faulty'))).toEqual([422, null]);
			expect((await way.cancel()).body).toEqual({ orderItemIds: items.slice(0, 1) });
			const { items: read } = (await seller.get(`/v2/orders/${id}`)).body;
			expect(read?.map((item) => [item.status, Object(item.failureReason).name])).toEqual([
				['canceled', 'Out of Stock'],
				['pending', undefined],
				['pending', undefined],
			]);
			expect(problemOf(await way.cancel())).toEqual([422, 'E073']);
		});

		it('takes its package along, and no other', async () => {
			const { items } = seller.place();
			await steps(seller, items.slice(0, 2)).pack();
			const { body } = await steps(seller, items.slice(0, 1)).cancel();
			expect(body.orderItemIds).toEqual(items.slice(0, 2));
			expect(steps(seller, items).statuses()).toEqual(['canceled', 'canceled', 'pending']);
			const alone = await openSeller({ cancelsPackage: false });
			const placed = alone.place();
			await steps(alone, placed.items).pack();
			await steps(alone, placed.items.slice(0, 1)).cancel();
			expect(steps(alone, placed.items).statuses()).toEqual(['canceled', 'pending', 'pending']);
		});

		it('is not shipped yet', async () => {
			const way = steps(seller, seller.place({ status: 'shipped' }).items);
			expect(problemOf(await way.cancel())).toEqual([422, 'E073']);
		});
	});

	describe('has another tracking', () => {
		const change = async (item: number | undefined, path: string, body: object) =>
			await seller.post(`/v2/order-item/${item}/${path}`, body);

		it('while it is ready to ship, for the whole package', async () => {
			const { id, items } = seller.place();
			await steps(seller, items).ready();
			const answer = await change(items[0], 'tracking-code', { trackingCode: 'AP-2' });
			expect([answer.status, answer.text]).toEqual([200, '']);
			expect((await shipments(id)).map(({ trackingCode }) => trackingCode)).toEqual([
				...['AP-2', 'AP-2', 'AP-2'],
			]);
			const moved = await change(items[1], 'shipping-provider', {
				shippingProvider: 'StarTrack',
				trackingCode: 'ST-0001',
			});
			expect(moved.body).toMatchObject({
				id: items[1],
				shipment: { provider: { name: 'StarTrack' }, trackingCode: 'ST-0001' },
			});
			// The number before is free again.
			const next = steps(seller, seller.place().items);
			expect((await next.ready({ trackingNumber: 'AP-2' })).status).toBe(200);
		});

		it('neither earlier nor later, nor of a package elsewhere', async () => {
			const { items } = seller.place();
			const code = { trackingCode: 'AP-9' };
			await steps(seller, seller.place().items).ready({ trackingNumber: 'AP-9' });
			expect(problemOf(await change(items[0], 'tracking-code', code))).toEqual([422, 'E073']);
			await steps(seller, items).ready();
			expect(problemOf(await change(items[0], 'tracking-code', code))).toEqual([422, 'E063']);
			const unknown = { shippingProvider: 'Pigeon' };
			expect(problemOf(await change(items[0], 'shipping-provider', unknown))).toEqual([
				422,
				'E025',
			]);
			await steps(seller, items).ship();
			expect(problemOf(await change(items[0], 'tracking-code', { trackingCode: 'AP-3' }))).toEqual([
				...[422, 'E073'],
			]);
		});
	});

	it('is listed by package', async () => {
		const { items } = seller.place();
		await steps(seller, items.slice(0, 2)).pack();
		const { text } = await seller.get('/v2/order-items/packages', { 'orderItemIds[]': items });
		expect(JSON.parse(text)).toEqual([
			{ id: expect.any(Number), srcId: null, orderItemIds: items.slice(0, 2) },
		]);
	});

	it('has carriers and reasons to choose from', async () => {
		const names = async (path: string, query = {}) =>
			JSON.parse((await seller.get(path, query)).text).map(({ name }: { name: string }) => name);
		expect(await names('/v2/orders-shipment-providers')).toContain('Retired Courier');
		expect(await names('/v2/orders-shipment-providers', { status: 1 })).not.toContain(
			'Retired Courier',
		);
		expect(await names('/v2/orders-failure-reasons')).toContain('Out of Stock');
		await seller.control('providers', { providers: [{ name: 'Sendle' }] });
		expect(await names('/v2/orders-shipment-providers')).toEqual(['Sendle']);
	});
});
