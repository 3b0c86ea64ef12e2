import { executeNode } from '../support/engine';
import { connectedShop, picked } from '../support/shop';
import type { Shop } from '../support/shop';

const store = { store: picked('ikas') };

describe('Order Hub', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await connectedShop();
	});
	afterEach(() => shop.close());

	/** Reads, maps, imports and routes what the shop has, node by node. */
	async function synced(): Promise<void> {
		let items = await shop.items('orderHub', 'sync:begin', { parameters: store });
		for (const [type, operation] of [
			['ikas', 'order:getPage'],
			['orderStatusMap', 'toHub'],
			['orderHub', 'order:import'],
			['hubRouter', 'routeWaiting'],
			['orderHub', 'sync:end'],
		] as const) {
			items = await shop.items(type, operation, { items });
		}
	}

	test('keeps what it is told of sellers, hubs, rules and stock', async () => {
		expect(await shop.items('orderHub', 'hub:getMany')).toMatchObject([
			{ code: 'ankara', latitude: null, active: true },
			{ code: 'istanbul' },
		]);
		const parameters = {
			code: 'shops-first',
			rules: { rows: [{ name: 'shops', strategy: 'priority', hubs: 'ankara, istanbul' }] },
		};
		expect(await shop.items('orderHub', 'ruleSet:save', { parameters })).toMatchObject([
			{ version: 1, rules: [{ hubs: ['ankara', 'istanbul'] }] },
		]);
		const stock = { parameters: { seller: 'lale', sku: 'A-1' } };
		expect(await shop.items('orderHub', 'stock:get', stock)).toMatchObject([
			{ hub: 'ankara', onHand: 10, available: 10 },
			{ hub: 'istanbul', onHand: 10 },
		]);
	});

	test('takes coordinates, safety stock and counts from the items', async () => {
		const parameters = {
			code: 'izmir',
			name: 'İzmir',
			coordinates: { latitude: 38.4, longitude: 27.1 },
		};
		expect(await shop.items('orderHub', 'hub:save', { parameters })).toMatchObject([
			{ latitude: 38.4, longitude: 27.1 },
		]);
		const counted = await shop.items('orderHub', 'stock:set', {
			parameters: {
				seller: picked('={{ $json.seller }}'),
				sku: '={{ $json.sku }}',
				hub: picked('={{ $json.hub }}'),
				onHand: '={{ $json.onHand }}',
				options: { safetyStock: 2 },
			},
			items: [{ seller: 'lale', sku: 'B "2"', hub: 'izmir', onHand: 5 }],
		});
		expect(counted).toMatchObject([{ sku: 'B "2"', onHand: 5, safetyStock: 2, available: 3 }]);
	});

	test('refuses a count that is no whole number', async () => {
		const parameters = { seller: 'lale', sku: 'A-1', hub: picked('ankara'), onHand: 1.5 };
		await expect(shop.run('orderHub', 'stock:set', { parameters })).rejects.toThrow(/whole number/);
	});

	test('gives the orders it has, their lines, and what was changed in the settings', async () => {
		const [placed] = shop.ikas.place([{ lines: [{ sku: 'A-1', quantity: 2 }] }]);
		await synced();
		const found = { parameters: { ...store, filters: { number: placed?.number } } };
		expect(await shop.items('orderHub', 'order:getMany', found)).toMatchObject([
			{
				id: placed?.id,
				status: 'new_order',
				hub: 'istanbul',
				lines: [{ sku: 'A-1', reserved: 2 }],
			},
		]);
		const whole = { parameters: { ...store, orderId: placed?.id, simple: false } };
		expect(await shop.items('orderHub', 'order:get', whole)).toMatchObject([
			{ order: { number: placed?.number } },
		]);
		const log = await shop.items('orderHub', 'store:getConfigurationLog', { parameters: store });
		expect(log).toContainEqual(
			expect.objectContaining({ changedBy: 'Ayşe', reason: 'opening', field: 'seller' }),
		);
	});

	test('moves an order on, and refuses what the life of an order does not allow', async () => {
		const [placed] = shop.ikas.place([{ lines: [{ sku: 'A-1', quantity: 1 }] }]);
		await synced();
		const to = (status: string) => ({ parameters: { ...store, orderId: placed?.id, status } });
		expect(await shop.items('orderHub', 'order:changeStatus', to('picked'))).toMatchObject([
			{ status: 'picked' },
		]);
		await expect(shop.run('orderHub', 'order:changeStatus', to('created'))).rejects.toThrow();
		await expect(shop.run('orderHub', 'order:changeStatus', to('lost'))).rejects.toThrow(/lost/);
	});

	test('lists parked orders and exceptions, and sums the sync up', async () => {
		const lines = [{ sku: 'A-1', quantity: 1 }];
		shop.ikas.place([
			{ lines, payment: 'WAITING' },
			{ lines, unreadable: 'noLines' },
		]);
		await synced();
		const many = { parameters: store };
		expect(await shop.items('orderHub', 'parkedOrder:getMany', many)).toMatchObject([
			{ reason: 'unmapped_status' },
		]);
		expect(await shop.items('orderHub', 'exception:getMany', many)).toMatchObject([
			{ state: 'open', cause: expect.any(String), advice: expect.any(String) },
		]);
		expect(await shop.items('orderHub', 'sync:getSummary', many)).toMatchObject([
			{ state: 'idle', parked: 1, openExceptions: 1, lastError: null },
		]);
		const account = shop.ikas.state().merchant.id;
		expect(await shop.items('orderHub', 'store:getMany')).toEqual([
			{ code: 'ikas', channel: 'ikas', account, seller: 'lale' },
		]);
	});

	test('imports order items of a trigger, store by store, each with its outcome', async () => {
		shop.ikas.place([
			{ lines: [{ sku: 'A-1', quantity: 1 }] },
			{ lines: [{ sku: 'A-1', quantity: 1 }], payment: 'WAITING' },
		]);
		const read = await shop.items('ikas', 'order:getMany', { parameters: { simple: false } });
		const [mapped = [], unmapped = []] = await shop.run('orderStatusMap', 'toHub', {
			parameters: store,
			items: read,
		});
		const outcomes = await shop.items('orderHub', 'order:import', {
			parameters: store,
			items: [...mapped, ...unmapped],
		});
		expect(outcomes).toMatchObject([
			{ store: 'ikas', id: mapped[0]?.id, outcome: 'created' },
			{ store: 'ikas', id: unmapped[0]?.id, outcome: 'parked' },
		]);
	});

	test('takes in a chosen order as its channel has it now, and no other', async () => {
		const [known, other, missed] = shop.ikas.place(
			Array.from({ length: 3 }, () => ({ lines: [{ sku: 'A-1', quantity: 1 }] })),
		);
		const again = async (...ids: readonly (string | undefined)[]) => {
			const parameters = { orderId: '={{ $json.chosen }}', simple: false };
			const items = ids.map((chosen) => ({ chosen }));
			const read = await shop.items('ikas', 'order:get', { parameters, items });
			const mapped = await shop.run('orderStatusMap', 'toHub', { parameters: store, items: read });
			return (
				await shop.items('orderHub', 'order:import', { parameters: store, items: mapped.flat() })
			).map(({ id, outcome }) => [id, outcome]);
		};
		await again(known?.id, other?.id);
		for (const order of [known, other]) shop.ikas.cancel(order?.id ?? '');
		expect(await again(known?.id, missed?.id)).toEqual([
			[known?.id, 'updated'],
			[missed?.id, 'created'],
		]);
		const orders = await shop.items('orderHub', 'order:getMany', { parameters: store });
		expect(Object.fromEntries(orders.map(({ id, status }) => [id, status]))).toEqual({
			[String(known?.id)]: 'cancelled',
			[String(other?.id)]: 'created',
			[String(missed?.id)]: 'created',
		});
	});

	test('links what it gives to the item it comes from', async () => {
		shop.ikas.place([1, 2].map(() => ({ lines: [{ sku: 'A-1', quantity: 1 }] })));
		const read = await shop.items('ikas', 'order:getMany', { parameters: { simple: false } });
		const items = await shop.items('orderStatusMap', 'toHub', { parameters: store, items: read });
		const links = async (resource: string, operation: string) => {
			const given = { parameters: { resource, operation, ...store }, items };
			const [rows = []] = await executeNode(
				'n8n-nodes-order-hub.orderHub',
				shop.credentials,
				given,
			);
			return rows.map(({ pairedItem }) => pairedItem);
		};
		const each = [{ item: 0 }, { item: 1 }];
		expect(await links('order', 'import')).toEqual(each);
		expect(await links('order', 'get')).toEqual(each);
	});

	test('refuses to import what is no order', async () => {
		const stranger = { parameters: store, items: [{ hello: 'world' }] };
		await expect(shop.run('orderHub', 'order:import', stranger)).rejects.toThrow(/no order/);
	});

	test('says Not Now while another run holds the store', async () => {
		await shop.run('orderHub', 'sync:begin', { parameters: store });
		const [run, notNow] = await shop.run('orderHub', 'sync:begin', { parameters: store });
		expect(run).toEqual([]);
		expect(notNow).toMatchObject([{ answer: 'running' }]);
	});

	test('refuses a store that nobody has saved', async () => {
		const parameters = { store: picked('nowhere') };
		await expect(shop.run('orderHub', 'sync:begin', { parameters })).rejects.toMatchObject({
			message: expect.stringContaining('nowhere'),
			failure: { cause: 'configuration-invalid' },
		});
	});

	test('lets one bad item stop no other where the node may go on', async () => {
		const [rows] = await shop.run('orderHub', 'store:get', {
			parameters: { store: { __rl: true, mode: 'id', value: '={{ $json.code }}' } },
			items: [{ code: 'nowhere' }, { code: 'ikas' }],
			onError: 'continueRegularOutput',
		});
		expect(rows).toMatchObject([
			{ error: expect.stringContaining('nowhere'), details: { kind: 'rejected' } },
			{ code: 'ikas' },
		]);
	});
});
