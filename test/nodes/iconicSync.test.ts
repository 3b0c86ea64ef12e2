import { iconicShops } from '../support/iconicNodes';
import { save } from '../support/iconicStore';
import { dyingAfter, templateOf, tick } from '../support/templates';

const minute = 60_000;

describe('the template that syncs the orders of a seller on The Iconic', () => {
	const at = iconicShops();
	const { place, orders } = at;

	const poll = async () => {
		const done = await at.shop.tick('sync-orders');
		expect(done.run.data.resultData.error).toBeUndefined();
		return done;
	};

	test('brings orders in, gives each a hub, and reserves a unit for every item', async () => {
		const [one, other] = place({}, { lines: [{ sku: 'DRESS-10', quantity: 2 }], country: 'NZ' });
		const { outputs } = await poll();
		expect(outputs('Sync End').at(-1)).toMatchObject([[{ answer: 'done' }]]);
		const hub = expect.stringMatching(/^(sydney|perth)$/);
		expect(await orders()).toEqual(
			[one, other].toSorted().map((id) => ({ id, status: 'new_order', hub })),
		);
		const [order] = await at.shop.hub('order:get', { orderId: other, simple: false });
		const items = at.iconic.order(other ?? '').items.map(({ id }) => String(id));
		expect(order).toMatchObject({
			number: at.iconic.order(other ?? '').number,
			order: {
				shipTo: { country: 'NZ' },
				lines: items.map((id) => ({ id, sku: 'DRESS-10', ordered: 1 })),
			},
		});
		const stock = await at.shop.items('orderHub', 'stock:get', {
			parameters: { seller: 'bondi', sku: 'DRESS-10' },
		});
		expect(stock.reduce((sum, row) => sum + Number(row.available), 0)).toBe(17);
	});

	test('leaves out what The Iconic ships from its own warehouse', async () => {
		const lines = [{ sku: 'DRESS-10', shipmentType: 'warehouse' as const }];
		const [, own] = place({ lines }, {});
		await poll();
		expect(await orders()).toMatchObject([{ id: own }]);
	});

	test('asks nothing before it is due', async () => {
		await poll();
		const early = await at.shop.callsOf(async () => {
			const { outputs } = await tick(templateOf('theIconic/sync-orders'), at.shop.credentials);
			expect(outputs('Sync Begin')).toMatchObject([[[], [{ answer: 'notDue' }]]]);
		});
		expect(early).toEqual([]);
	});

	test('parks what may not be handled yet, and takes it in once it may', async () => {
		const [id = ''] = place({ isProcessable: false });
		await poll();
		expect(await orders()).toEqual([]);
		expect(await at.shop.hub('parkedOrder:getMany')).toMatchObject([{ id }]);
		at.iconic.clock.advance(minute);
		at.iconic.edit(id, { isProcessable: true });
		await poll();
		expect(await orders()).toMatchObject([{ id, status: 'new_order' }]);
	});

	test('cancels what is cancelled as a whole, and takes off single items', async () => {
		const lines = [{ sku: 'DRESS-10', quantity: 2 }];
		const [whole = '', part = ''] = place({}, { lines });
		await poll();
		at.iconic.clock.advance(minute);
		at.iconic.cancel(whole);
		const [first] = at.iconic.order(part).items;
		at.iconic.cancel(part, { items: [first?.id ?? 0] });
		await poll();
		expect(await orders()).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ id: whole, status: 'cancelled' }),
				expect.objectContaining({ id: part, status: 'new_order' }),
			]),
		);
		const [order] = await at.shop.hub('order:get', { orderId: part, simple: false });
		expect(order).toMatchObject({ order: { lines: [{ cancelled: 1 }, { cancelled: 0 }] } });
	});

	test('keeps an order whose seller SKU nobody knows, on hold until it is known', async () => {
		const [id] = place({ lines: [{ sku: 'dress-10' }] });
		await poll();
		expect(await at.shop.hub('order:getMany')).toMatchObject([
			{ id, status: 'on_hold', holdReason: 'sku_not_valid' },
		]);
	});

	test.each(['Get Page', 'Import', 'Hub Router'])(
		'repeats a run that died after %s, and doubles nothing',
		async (node) => {
			const ids = place({}, {});
			await tick(dyingAfter(templateOf('theIconic/sync-orders'), node), at.shop.credentials);
			await poll();
			expect((await orders()).map(({ id }) => id)).toEqual(ids.toSorted());
		},
	);

	test('renews the token once where it has ended', async () => {
		const [id] = place({});
		at.iconic.expireTokens();
		const before = at.iconic.issuedTokens().length;
		await poll();
		expect(await orders()).toMatchObject([{ id }]);
		expect(at.iconic.issuedTokens()).toHaveLength(before + 1);
	});

	test('shows as failed while The Iconic is under maintenance, and loses nothing', async () => {
		const [id] = place({});
		at.iconic.maintain({ forMs: 30 * minute });
		const { run } = await at.shop.tick('sync-orders');
		expect(run.data.resultData.error?.message).toMatch(/maintenance/);
		at.iconic.maintain({ forMs: 0 });
		await at.shop.sql('UPDATE quotas SET paused_until = 0, failures = 0');
		await poll();
		expect(await orders()).toMatchObject([{ id }]);
	});

	test('reads an order at once that somebody asks for by its ID', async () => {
		const [id = ''] = place({});
		await at.shop.hub('order:requestSync', { orderIds: id });
		await at.shop.tick('resync-orders');
		expect(await orders()).toMatchObject([{ id }]);
		expect(await at.shop.sql('SELECT * FROM asked_orders')).toEqual([]);
	});

	test('reads an order again that could not be read and was mended', async () => {
		const [id = ''] = place({ overrides: { currency: 7 } });
		await poll();
		expect(await at.shop.hub('exception:getMany')).toMatchObject([{ reference: id }]);
		at.iconic.edit(id, { overrides: null });
		await at.shop.tick('retry-orders');
		expect(await orders()).toMatchObject([{ id }]);
	});

	test('parks what is not mapped, and takes it in once it is', async () => {
		const [id] = place({ status: 'ready_to_ship' });
		const rows = [{ channelStatus: 'pending', hubStatus: 'new_order' }];
		await save(at.shop, { channelStatusMapping: { rows } });
		await poll();
		expect(await orders()).toEqual([]);
		await save(at.shop);
		await poll();
		expect(await orders()).toMatchObject([{ id }]);
	});
});

describe('the template that reconciles a seller on The Iconic', () => {
	const at = iconicShops();

	test('finds an order that the sync has missed', async () => {
		const placedAt = at.iconic.clock.now() + 2 * minute;
		at.iconic.clock.advance(300 * minute);
		const [seen] = at.place({});
		await at.shop.tick('sync-orders');
		const [late] = at.place({ placedAt, updatedAt: placedAt });
		await at.shop.tick('sync-orders');
		expect(await at.orders()).toMatchObject([{ id: seen }]);
		const { run } = await at.shop.tick('reconcile');
		expect(run.data.resultData.error).toBeUndefined();
		expect((await at.orders()).map(({ id }) => id)).toEqual([seen, late].toSorted());
	});
});
