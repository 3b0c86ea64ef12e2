import { executeNode } from '../support/engine';
import { ikasGoods, storedThenUnsent } from '../support/ikasGoods';
import { connectedShop, picked } from '../support/shop';
import type { Shop } from '../support/shop';

describe('Ikas Channel, listings and stock', () => {
	let shop: Shop;
	let location: string;
	beforeEach(async () => {
		shop = await connectedShop();
		location = shop.locations[0] ?? '';
	});
	afterEach(() => shop.close());

	const goods = ikasGoods(() => shop);
	const { offer, offerMany, row, shown, saves, afterSaves, keepUrgentCallWaiting } = goods;

	test('lists what the store offers, all of it or up to the limit', async () => {
		const ids = offerMany(205);
		const all = await shop.items('ikas', 'listing:getMany', { parameters: { returnAll: true } });
		expect(all.map(({ id }) => id)).toEqual(ids);
		expect(all[0]).toEqual({ id: ids[0], sku: 'S-0', title: 'S-0' });
		const some = await shop.items('ikas', 'listing:getMany', { parameters: { limit: 203 } });
		expect(some.map(({ id }) => id)).toEqual(ids.slice(0, 203));
	});

	test('shows what ikas has of a listing, and says when there is none', async () => {
		const [listing] = offer('A-1');
		expect(await shop.items('ikas', 'stock:get', { items: [{ listing }] })).toEqual([
			{ listing, location, quantity: 5 },
		]);
		const stranger = { parameters: { listing: 'p/v' } };
		await expect(shop.run('ikas', 'stock:get', stranger)).rejects.toThrow(/no stock.*"p\/v"/);
	});

	test('sets each row, and answers it beside its item', async () => {
		const items = offer('A-1', 'B-2').map((listing, at) => row(listing, at === 0 ? 7 : '0'));
		const [rows = []] = await executeNode('n8n-nodes-order-hub.ikas', shop.credentials, {
			parameters: { resource: 'stock', operation: 'push' },
			items,
		});
		expect(rows).toEqual([
			{ json: { ...items[0], outcome: 'stored', reason: null }, pairedItem: { item: 0 } },
			{
				json: { ...items[1], quantity: 0, outcome: 'stored', reason: null },
				pairedItem: { item: 1 },
			},
		]);
		expect(shown()).toEqual([7, 0]);
	});

	test('takes a row from the fields', async () => {
		const [listing] = offer('A-1');
		const parameters = { listing, location: picked(location), quantity: '12' };
		await shop.run('ikas', 'stock:push', { parameters });
		expect(shown()).toEqual([12]);
	});

	test('sends all items in batches', async () => {
		const items = offerMany(205).map((listing, at) => row(listing, at));
		const rows = await shop.items('ikas', 'stock:push', { items });
		expect(rows.filter(({ outcome }) => outcome === 'stored')).toHaveLength(205);
		expect(shown()).toEqual(items.map(({ quantity }) => quantity));
		expect(saves()).toBe(3);
	});

	test('loses no row to one that is none, and takes an empty cell for no quantity', async () => {
		const [first = '', second = '', third = ''] = offer('A-1', 'B-2', 'C-3');
		const items = [
			row(first, ''),
			row(first, 1.5),
			row(first, 6),
			row(first, -1),
			{ location, quantity: 1 },
			{ listing: first, quantity: 1 },
			row('gone/gone', 3),
			row(second, 8),
			row(third, null),
		];
		const rows = await shop.items('ikas', 'stock:push', { items });
		expect(rows).toMatchObject([
			{ outcome: 'refused', reason: expect.stringContaining('"" is not a whole number') },
			{ outcome: 'refused', reason: expect.stringContaining('1.5') },
			{ listing: first, outcome: 'stored', reason: null },
			{ outcome: 'refused', reason: expect.stringContaining('-1') },
			{ outcome: 'refused', reason: expect.stringContaining('"" is no listing') },
			{ outcome: 'refused', reason: expect.stringContaining('no stock location') },
			{ listing: 'gone/gone', outcome: 'refused', reason: expect.any(String) },
			{ listing: second, outcome: 'stored', reason: null },
			{ outcome: 'refused', reason: expect.stringContaining('null') },
		]);
		expect(shown()).toEqual([6, 8, 5]);
	});

	test('sends the last of two rows for the same place', async () => {
		const [listing = ''] = offer('A-1');
		const items = [row(listing, 3), row(listing, 4)];
		expect(await shop.items('ikas', 'stock:push', { items })).toMatchObject([
			{ outcome: 'refused', reason: expect.stringContaining('later row') },
			{ outcome: 'stored' },
		]);
		expect(shown()).toEqual([4]);
	});

	test('lets what is urgent go first, and takes no turn of it', async () => {
		const items = offer('A-1').map((listing) => row(listing, 1));
		await keepUrgentCallWaiting();
		for (const operation of ['listing:getMany', 'stock:push', 'order:getMany'])
			await expect(shop.run('ikas', operation, { items })).rejects.toMatchObject({
				failure: { cause: 'rate-limited' },
			});
	});

	test('fails as a whole where nothing could be sent', async () => {
		const items = offer('A-1', 'B-2').map((listing) => row(listing, 1));
		shop.ikas.setScopes(['READ_ORDERS']);
		await expect(shop.run('ikas', 'stock:push', { items })).rejects.toMatchObject({
			failure: { cause: 'credential-invalid' },
		});
		const onError = 'continueRegularOutput';
		expect(await shop.items('ikas', 'stock:push', { items, onError })).toEqual([
			{
				error: expect.stringContaining('permission'),
				details: { kind: 'unauthorised', retryAfterMs: null },
			},
		]);
	});

	test('answers what was stored where a later batch fails', async () => {
		const items = offerMany(105).map((listing) => row(listing, 1));
		afterSaves(1, () => shop.ikas.setScopes(['READ_ORDERS']));
		const rows = await shop.items('ikas', 'stock:push', { items });
		expect(rows.map(({ outcome }) => outcome)).toEqual(storedThenUnsent);
		expect(rows[104]).toMatchObject({ reason: expect.stringContaining('permission') });
	});
});
