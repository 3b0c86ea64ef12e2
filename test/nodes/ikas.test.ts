import { connectedShop, picked } from '../support/shop';
import type { Shop } from '../support/shop';

describe('Ikas Channel', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await connectedShop();
	});
	afterEach(() => shop.close());

	const begin = async () => {
		const [item] = await shop.items('orderHub', 'sync:begin', {
			parameters: { store: picked('ikas') },
		});
		return item ?? {};
	};

	test('gives one item for a page, with the run it belongs to', async () => {
		shop.ikas.place([{ lines: [{ sku: 'A-1', quantity: 1 }] }]);
		const item = await begin();
		const pages = await shop.items('ikas', 'order:getPage', { items: [item] });
		expect(pages).toEqual([
			{
				run: item.run,
				orders: [expect.objectContaining({ number: expect.any(String) })],
				unreadable: [],
				next: null,
				watermark: expect.any(String),
			},
		]);
	});

	test('gives one item for an empty page too, for one call', async () => {
		const items = [await begin()];
		await shop.items('ikas', 'order:getPage', { items });
		const before = shop.ikas.calls().length;
		expect(await shop.items('ikas', 'order:getPage', { items })).toMatchObject([{ orders: [] }]);
		expect(shop.ikas.calls().length - before).toBe(1);
	});

	test('stops when the credential belongs to another account by now', async () => {
		const items = [await begin()];
		shop.ikas.setMerchant({ id: 'another-merchant' });
		await expect(shop.run('ikas', 'order:getPage', { items })).rejects.toMatchObject({
			message: expect.stringMatching(
				/belongs to the account another-merchant.*connected to b9c5c0de/,
			),
			failure: { cause: 'credential-invalid' },
		});
	});

	test('asks for a run where there is none', async () => {
		await expect(shop.run('ikas', 'order:getPage')).rejects.toThrow(/behind Sync Begin/);
	});

	test('lists orders one by one, up to the limit', async () => {
		shop.ikas.place(Array.from({ length: 3 }, () => ({ lines: [{ sku: 'A-1', quantity: 2 }] })));
		const orders = await shop.items('ikas', 'order:getMany', { parameters: { limit: 2 } });
		expect(orders).toHaveLength(2);
		expect(orders[0]).toMatchObject({ total: 249.9, currency: 'TRY', units: 2, skus: ['A-1'] });
	});

	test('lists every order when asked to, and only those placed after a date', async () => {
		shop.ikas.place(Array.from({ length: 205 }, () => ({ lines: [{ sku: 'A-1', quantity: 1 }] })));
		const all = { parameters: { returnAll: true } };
		expect(await shop.items('ikas', 'order:getMany', all)).toHaveLength(205);
		const filters = { placedAfter: new Date(Date.now() + 60_000).toISOString() };
		const later = { parameters: { returnAll: true, filters } };
		expect(await shop.items('ikas', 'order:getMany', later)).toEqual([]);
	});

	test('refuses a date that is none', async () => {
		const parameters = { filters: { changedAfter: 'yesterday-ish' } };
		await expect(shop.run('ikas', 'order:getMany', { parameters })).rejects.toThrow(/not a date/);
	});

	test('shows what could not be read instead of leaving it out', async () => {
		shop.ikas.place([{ lines: [{ sku: 'A-1', quantity: 1 }], unreadable: 'noOrderedAt' }]);
		const filters = { placedAfter: '2020-01-01T00:00:00Z' };
		const [record] = await shop.items('ikas', 'order:getMany', { parameters: { filters } });
		expect(record).toMatchObject({ unreadable: expect.stringContaining('orderedAt') });
	});

	test('gets one order whole, and says when there is none', async () => {
		const [order] = shop.ikas.place([{ lines: [{ sku: 'A-1', quantity: 1 }] }]);
		const parameters = { orderId: order?.id, simple: false };
		expect(await shop.items('ikas', 'order:get', { parameters })).toMatchObject([
			{ id: order?.id, total: { minor: 14_990, currency: 'TRY' } },
		]);
		const stranger = { parameters: { orderId: '1001' } };
		await expect(shop.run('ikas', 'order:get', stranger)).rejects.toThrow(
			/number of an order is not its ID/,
		);
	});

	test('fetches the order statuses and the locations', async () => {
		const statuses = await shop.items('ikas', 'orderStatus:getMany');
		expect(statuses).toContainEqual({
			key: 'payment:PAID',
			label: expect.any(String),
			usual: 'new_order',
		});
		const locations = await shop.items('ikas', 'location:getMany');
		expect(locations.map(({ id }) => id)).toEqual(shop.locations);
	});
});
