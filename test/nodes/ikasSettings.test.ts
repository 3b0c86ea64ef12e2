import { connectedShop, openShop, picked, storePage } from '../support/shop';
import type { Shop } from '../support/shop';

describe('Ikas Channel, the settings of a store', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await connectedShop();
	});
	afterEach(() => shop.close());

	test('saves the store page for the account it signs in to', async () => {
		const [store] = await shop.items('orderHub', 'store:get', {
			parameters: { store: picked('ikas') },
		});
		expect(store).toMatchObject({
			account: shop.ikas.state().merchant.id,
			version: 1,
			settings: {
				intervalMinutes: 1,
				overlapMinutes: 10,
				pagesPerExecution: 10,
				lookBackHours: 24,
				inventorySync: true,
				inventoryIntervalMinutes: 1,
				stockBuffer: 0,
				stockCap: null,
				sizeSafety: false,
				safetyMostUnits: 10,
				safetyMostPercent: 50,
				holdBack: true,
				automatedCancellation: true,
				splitOrders: false,
				hubMap: [{ location: shop.locations[0], hub: 'istanbul' }, { hub: 'ankara' }],
				locations: shop.locations.map((id) => expect.objectContaining({ id })),
			},
		});
	});

	test('saves again over the version in force, unless another one was expected', async () => {
		const saved = await shop.items('ikas', 'store:saveSettings', {
			parameters: storePage(shop, { intervalMinutes: 5 }),
		});
		expect(saved).toMatchObject([
			{ version: 2, changes: [{ field: 'intervalMinutes', before: 1, after: 5 }] },
		]);
		const stale = storePage(shop, { intervalMinutes: 7, options: { version: 1 } });
		await expect(shop.run('ikas', 'store:saveSettings', { parameters: stale })).rejects.toThrow(
			/version/i,
		);
	});

	test('brings an earlier version back, and the log says who did and from which', async () => {
		const changed = storePage(shop, { intervalMinutes: 5, catalogSync: false });
		await shop.run('ikas', 'store:saveSettings', { parameters: changed });
		const store = picked('ikas');
		const [restored] = await shop.items('orderHub', 'store:restore', {
			parameters: { store, version: 1, changedBy: 'Nathan', reason: 'too slow' },
		});
		expect(restored).toMatchObject({
			store: 'ikas',
			version: 3,
			changes: [{ inWords: 'Order Sync Interval (Minutes): 5 → 1' }, { field: 'catalogSync' }],
		});
		const log = await shop.items('orderHub', 'store:getConfigurationLog', {
			parameters: { store, limit: 2 },
		});
		const told = { version: 3, changedBy: 'Nathan', reason: 'too slow', restoredFrom: 1 };
		expect(log).toMatchObject([told, told]);
	});

	test('saves what goes out, and what may be told of it', async () => {
		const options = {
			lookBackHours: 48,
			stockBuffer: 2,
			stockCap: 50,
			sizeSafety: true,
			safetyMostUnits: 30,
			safetyMostPercent: 80,
			holdBack: false,
			splitOrders: true,
		};
		const outgoing = { inventoryIntervalMinutes: 15, automatedCancellation: false };
		const parameters = storePage(shop, { ...outgoing, options });
		await shop.run('ikas', 'store:saveSettings', { parameters });
		const [store] = await shop.items('orderHub', 'store:get', {
			parameters: { store: picked('ikas') },
		});
		expect(store).toMatchObject({ settings: { ...outgoing, ...options } });
	});

	test('saves which orders wait for a person, and for how long', async () => {
		const options = { approveOrders: true, approveFrom: 500, cancelHeldMinutes: 120 };
		const parameters = storePage(shop, { options: { ...options, approvePayments: ['COD'] } });
		await shop.run('ikas', 'store:saveSettings', { parameters });
		const [store] = await shop.items('orderHub', 'store:get', {
			parameters: { store: picked('ikas') },
		});
		expect(store).toMatchObject({ settings: { ...options, approvePayments: ['COD'] } });
	});

	test('sends nothing out until it is switched on', async () => {
		const { inventorySync, automatedCancellation, ...page } = storePage(shop);
		expect([inventorySync, automatedCancellation]).toEqual([true, true]);
		await shop.run('ikas', 'store:saveSettings', { parameters: page });
		const [store] = await shop.items('orderHub', 'store:get', {
			parameters: { store: picked('ikas') },
		});
		expect(store).toMatchObject({
			settings: { inventorySync: false, automatedCancellation: false },
		});
	});

	test('takes an empty field for no number, and not for 0', async () => {
		const parameters = storePage(shop, { options: { stockCap: '' } });
		await expect(shop.run('ikas', 'store:saveSettings', { parameters })).rejects.toThrow(
			/stockCap:.*not a whole number/,
		);
	});

	test('refuses to tell ikas a status that it sets itself', async () => {
		const rows = [{ hubStatus: 'picked', channelStatus: 'payment:PAID' }];
		const parameters = storePage(shop, { workspaceStatusMapping: { rows } });
		await expect(shop.run('ikas', 'store:saveSettings', { parameters })).rejects.toThrow(
			/payment:PAID.*package:FULFILLED/,
		);
	});

	test('takes the hub mapping as JSON', async () => {
		const rows = [{ location: shop.locations[0], hub: 'ankara' }];
		const json = { hubMappingInput: 'json', hubMappingJson: JSON.stringify(rows) };
		const parameters = storePage(shop, json);
		await shop.run('ikas', 'store:saveSettings', { parameters });
		const [store] = await shop.items('orderHub', 'store:get', {
			parameters: { store: picked('ikas') },
		});
		expect(store).toMatchObject({ settings: { hubMap: rows } });
		const broken = storePage(shop, { ...json, hubMappingJson: '{ "hub": ' });
		await expect(shop.run('ikas', 'store:saveSettings', { parameters: broken })).rejects.toThrow(
			/not a list of rows/,
		);
	});

	test.each([
		[
			'a hub that does not exist',
			{ rows: [{ location: picked('x'), hub: picked('nowhere') }] },
			/nowhere/,
		],
		[
			'the same location twice',
			{ rows: [1, 2].map(() => ({ location: picked('x'), hub: picked('ankara') })) },
			/x/,
		],
	])('refuses a map with %s and changes nothing', async (_what, hubMapping, message) => {
		const parameters = storePage(shop, { hubMapping });
		await expect(shop.run('ikas', 'store:saveSettings', { parameters })).rejects.toThrow(message);
		const [store] = await shop.items('orderHub', 'store:get', {
			parameters: { store: picked('ikas') },
		});
		expect(store).toMatchObject({ version: 1 });
	});
});

test('Save Settings names the permissions that the app lacks', async () => {
	const shop = await openShop();
	await shop.run('orderHub', 'seller:save', { parameters: { code: 'lale', name: 'Lale' } });
	shop.ikas.setScopes(['READ_INVENTORIES']);
	const parameters = storePage(shop, { hubMapping: {} });
	const [saved] = await shop.items('ikas', 'store:saveSettings', { parameters });
	expect(saved?.warnings).toContainEqual(expect.stringContaining('READ_ORDERS'));
	await shop.close();
});
