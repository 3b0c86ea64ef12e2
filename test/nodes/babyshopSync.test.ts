import { babyshopShops, save } from '../support/babyshopNodes';
import { dyingAfter, templateOf, tick } from '../support/templates';

const minute = 60_000;

describe('the template that syncs the orders of a Babyshop store', () => {
	const at = babyshopShops();
	const { place, orders } = at;

	const poll = async () => {
		const done = await at.shop.tick('sync-orders');
		expect(done.run.data.resultData.error).toBeUndefined();
		return done;
	};
	const callsOf = (work: () => Promise<unknown>) => at.shop.callsOf(work);

	test('brings orders in, gives each a hub, and reserves under the Vendor SKU Code', async () => {
		const [one, other] = place({}, { status: '1' });
		const { outputs } = await poll();
		expect(outputs('Sync End').at(-1)).toMatchObject([[{ answer: 'done' }]]);
		const hub = expect.stringMatching(/^(sharjah|dubai)$/);
		expect(await orders()).toEqual(
			[one, other].toSorted().map((id) => ({ id, status: 'new_order', hub })),
		);
		const stock = await at.shop.items('orderHub', 'stock:get', {
			parameters: { seller: 'noor', sku: 'TEDDY' },
		});
		const available = stock.reduce((sum, row) => sum + Number(row.available), 0);
		expect(available).toBe(18);
	});

	test('reads again in full only what changed in the last second, and asks nothing before it is due', async () => {
		place({}, {});
		const [last] = place({});
		await poll();
		at.babyshop.clock.advance(minute);
		const calls = await at.shop.callsOf(poll);
		expect(calls.map(({ kind, orders: asked }) => [kind, asked])).toEqual([
			['orderList', []],
			['orderFetch', [last]],
		]);
		const early = await callsOf(async () => {
			const { outputs } = await tick(templateOf('babyshop/sync-orders'), at.shop.credentials);
			expect(outputs('Sync Begin')).toMatchObject([[[], [{ answer: 'notDue' }]]]);
		});
		expect(early).toEqual([]);
	});

	test('parks what is not mapped, and takes it in once it is', async () => {
		const [id] = place({ status: '18' });
		const rows = [{ channelStatus: '5', hubStatus: 'new_order' }];
		await save(at.shop, { channelStatusMapping: { rows } });
		await poll();
		expect(await orders()).toEqual([]);
		expect(await at.shop.hub('parkedOrder:getMany')).toMatchObject([{ id }]);
		await save(at.shop);
		await poll();
		expect(await orders()).toMatchObject([{ id, status: 'new_order' }]);
	});

	test('keeps an order whose SKU code nobody knows, on hold until it is known', async () => {
		const [id] = place({ lines: [{ sku: 'LAND12345', quantity: 1 }] });
		await poll();
		expect(await at.shop.hub('order:getMany')).toMatchObject([
			{ id, status: 'on_hold', holdReason: 'sku_not_valid' },
		]);
		at.babyshop.seed([{ sku: 'LAND12345', vendorSkuCode: 'TEDDY' }]);
		await at.shop.tick('sync-catalog');
		await tick(templateOf('hub/route-orders'), at.shop.credentials);
		expect(await orders()).toMatchObject([{ id, status: 'new_order' }]);
	});

	test('cancels what is cancelled as a whole, and frees its stock', async () => {
		const [id = ''] = place({});
		await poll();
		at.babyshop.clock.advance(minute);
		at.babyshop.cancel(id);
		await poll();
		expect(await orders()).toMatchObject([{ id, status: 'cancelled' }]);
	});

	test('does not follow what is cancelled on single lines, and shows it on the order', async () => {
		const lines = [
			{ line: '1', sku: 'MKT-1', quantity: 2 },
			{ line: '2', sku: 'MKT-1', quantity: 1 },
		];
		const [id = ''] = place({ lines });
		await poll();
		at.babyshop.clock.advance(minute);
		at.babyshop.cancelLines(id, [{ line: '2' }]);
		await poll();
		const [order] = await at.shop.hub('order:get', { orderId: id, simple: false });
		expect(order).toMatchObject({
			order: {
				lines: [{ cancelled: 0 }, { cancelled: 0 }],
				notFollowed: [expect.stringMatching(/cancelled on the channel/)],
			},
		});
	});

	test.each(['Get Page', 'Import', 'Hub Router'])(
		'repeats a run that died after %s, and doubles nothing',
		async (node) => {
			const ids = place({}, {});
			await tick(dyingAfter(templateOf('babyshop/sync-orders'), node), at.shop.credentials);
			await poll();
			expect((await orders()).map(({ id }) => id)).toEqual(ids.toSorted());
		},
	);

	test('renews the key once where the panel says that it has ended', async () => {
		const [id] = place({});
		at.babyshop.expireTokens({ code: 15 });
		await poll();
		expect(await orders()).toMatchObject([{ id }]);
		const logins = at.babyshop.calls().filter(({ kind }) => kind === 'authToken');
		expect(logins).toHaveLength(2);
	});

	test('shows as failed when the quota is used up, and is tried again after five minutes', async () => {
		place({});
		at.babyshop.setFaults({ code13: 1 });
		const calls = await at.shop.callsOf(async () => {
			const { run } = await at.shop.tick('sync-orders');
			expect(run.data.resultData.error?.message).toMatch(/too many calls.*tried again at/s);
		});
		expect(calls).toHaveLength(1);
		at.babyshop.setFaults({});
		expect(await callsOf(() => at.shop.tick('sync-orders').then(undefined, () => {}))).toEqual([]);
	});

	test('reads an order at once that somebody asks for by its ID', async () => {
		const [id = ''] = place({});
		await at.shop.hub('order:requestSync', { orderIds: id });
		await at.shop.tick('resync-orders');
		expect(await orders()).toMatchObject([{ id }]);
		expect(await at.shop.sql('SELECT * FROM asked_orders')).toEqual([]);
	});

	test('reads an order again that could not be read and was mended', async () => {
		const [id = ''] = place({ overrides: { orderItems: [] } });
		await poll();
		expect(await at.shop.hub('exception:getMany')).toMatchObject([{ reference: id }]);
		at.babyshop.edit(id, { overrides: null });
		await at.shop.tick('retry-orders');
		expect(await orders()).toMatchObject([{ id }]);
	});
});

describe('the template that reconciles a Babyshop store', () => {
	const at = babyshopShops();

	test('finds an order that the sync has missed', async () => {
		const placedAt = at.babyshop.clock.now() + 2 * minute;
		at.babyshop.clock.advance(300 * minute);
		const [seen] = at.place({});
		await at.shop.tick('sync-orders');
		const [late] = at.place({ placedAt, updatedAt: placedAt });
		await at.shop.tick('sync-orders');
		expect(await at.orders()).toMatchObject([{ id: seen }]);
		const { run } = await at.shop.tick('reconcile');
		expect(run.data.resultData.error).toBeUndefined();
		const ids = (await at.orders()).map(({ id }) => id);
		expect(ids).toEqual([seen, late].toSorted());
	});
});
