import type { INodeListSearchResult } from 'n8n-workflow';
import { pickFrom, pickPage } from '../support/engine';
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

	/** The first page of a list of ikas, or the one after. */
	const page = (method: string, { paginationToken }: INodeListSearchResult = { results: [] }) =>
		pickPage('n8n-nodes-order-hub.ikas', shop.credentials, method, {
			paginationToken: paginationToken as string | undefined,
		});

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

	test('show the newest orders of ikas, page by page, or the one whose number was typed', async () => {
		const placed = shop.ikas.place(
			Array.from({ length: 51 }, (_, at) => ({
				number: `${3001 + at}`,
				orderedAt: 1e12 + at,
				lines: [{ sku: 'A-1', quantity: 1 }],
			})),
		);
		const first = await page('searchOrders');
		expect(first.results.map(({ value }) => value)).toEqual(
			placed
				.map(({ id }) => id)
				.reverse()
				.slice(0, 50),
		);
		expect(first.results[0]?.name).toBe('3051 (2001-09-09)');
		const { results, paginationToken } = await page('searchOrders', first);
		expect([results.map(({ value }) => value), paginationToken]).toEqual([
			[placed[0]?.id],
			undefined,
		]);
		expect(await pick('ikas', 'searchOrders', ' 3007 ')).toEqual([
			{ name: '3007 (2001-09-09)', value: placed[6]?.id },
		]);
	});

	test('show the listings of ikas, and read on until one holds what was typed', async () => {
		const goods = shop.ikas.seed(
			Array.from({ length: 201 }, (_, at) => ({
				name: `Etek ${at}`,
				variants: [{ sku: `ETEK-${at}` }],
			})),
		);
		const idOf = (at: number) => `${goods[at]?.id}/${goods[at]?.variants[0]?.id}`;
		const first = await page('searchListings');
		expect(first.results).toContainEqual({ name: 'ETEK-0 (Etek 0)', value: idOf(0) });
		const { results, paginationToken } = await page('searchListings', first);
		expect([results.at(-1)?.value, paginationToken]).toEqual([idOf(200), undefined]);
		expect(await pick('ikas', 'searchListings', 'etek-200')).toEqual([
			{ name: 'ETEK-200 (Etek 200)', value: idOf(200) },
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
