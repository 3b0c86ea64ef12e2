import { pickFrom } from '../support/engine';
import { connectedShop } from '../support/shop';
import type { Shop } from '../support/shop';

describe('the pickers', () => {
	let shop: Shop;
	beforeAll(async () => {
		shop = await connectedShop();
	});
	afterAll(() => shop.close());

	const pick = (node: string, method: string, filter?: string) =>
		pickFrom(`n8n-nodes-order-hub.${node}`, shop.credentials, method, filter);

	test('show the stores and hubs of the ledger', async () => {
		expect(await pick('orderHub', 'searchStores')).toEqual([
			{ name: 'ikas (ikas)', value: 'ikas' },
		]);
		expect(await pick('ikas', 'searchHubs')).toEqual([
			{ name: 'ankara (ankara)', value: 'ankara' },
			{ name: 'istanbul (istanbul)', value: 'istanbul' },
		]);
	});

	test('show the sellers and rule sets of the ledger, wherever one is picked', async () => {
		const sellers = [{ name: 'Lale Giyim (lale)', value: 'lale' }];
		const ruleSets = [
			{ name: 'nearest (version 1)', value: 'nearest' },
			{ name: 'priority (version 1)', value: 'priority' },
		];
		expect(await pick('orderHub', 'searchSellers')).toEqual(sellers);
		expect(await pick('ikas', 'searchSellers')).toEqual(sellers);
		expect(await pick('hubRouter', 'searchRuleSets')).toEqual(ruleSets);
		expect(await pick('ikas', 'searchRuleSets')).toEqual(ruleSets);
		expect(await shop.items('orderHub', 'seller:getMany')).toEqual([
			{ code: 'lale', name: 'Lale Giyim' },
		]);
		expect(await shop.items('orderHub', 'ruleSet:getMany')).toEqual([
			{ code: 'nearest', version: 1 },
			{ code: 'priority', version: 1 },
		]);
	});

	test('show the locations and statuses that ikas has now', async () => {
		const locations = await pick('ikas', 'searchLocations');
		expect(locations.map(({ value }) => value)).toEqual(shop.locations);
		const statuses = await pick('ikasTrigger', 'getStatuses');
		expect(statuses).toContainEqual({
			name: expect.stringContaining('(payment:PAID)'),
			value: 'payment:PAID',
		});
	});

	test('keep to what was typed', async () => {
		expect(await pick('ikas', 'searchLocations', 'ankara')).toEqual([
			{ name: 'Ankara Mağaza', value: shop.locations[1] },
		]);
	});

	test('say what to do when ikas refuses', async () => {
		shop.ikas.setScopes([]);
		await expect(pick('ikas', 'searchLocations')).rejects.toMatchObject({
			message: expect.stringContaining('permission'),
			description: expect.any(String),
		});
	});
});
