import type { IDataObject } from 'n8n-workflow';
import { pollNode } from '../support/engine';
import { openShop } from '../support/shop';
import type { Shop } from '../support/shop';

const order = { lines: [{ sku: 'A-1', quantity: 1 }] };

describe('Ikas Channel Trigger', () => {
	let shop: Shop;
	let memory: IDataObject;
	beforeEach(async () => {
		shop = await openShop();
		memory = {};
	});
	afterEach(() => shop.close());

	const poll = (parameters: IDataObject = {}, mode?: 'manual') =>
		pollNode('n8n-nodes-order-hub.ikasTrigger', shop.credentials, { parameters, memory, mode });

	test('starts at the moment it is activated', async () => {
		shop.ikas.place([{ ...order, orderedAt: Date.now() - 60_000, updatedAt: Date.now() - 60_000 }]);
		expect(await poll()).toBeNull();
		expect(await poll()).toBeNull();
	});

	test('gives each order once, and again when it changed', async () => {
		await poll();
		const [placed] = shop.ikas.place([order]);
		expect(await poll()).toMatchObject([{ id: placed?.id, total: { currency: 'TRY' } }]);
		expect(await poll()).toBeNull();
		shop.ikas.advance(placed?.id ?? '', { package: 'FULFILLED' });
		const changed = await poll();
		expect(changed).toMatchObject([
			{ id: placed?.id, statuses: expect.arrayContaining(['package:FULFILLED']) },
		]);
	});

	test('keeps to the statuses that were picked', async () => {
		await poll();
		const [, waiting] = shop.ikas.place([order, { ...order, payment: 'WAITING' }]);
		const given = await poll({ statuses: ['payment:WAITING'] });
		expect(given).toMatchObject([{ id: waiting?.id }]);
	});

	test('takes changes of older orders when asked to', async () => {
		const minute = Date.now() - 60_000;
		const [older] = shop.ikas.place([{ ...order, orderedAt: minute, updatedAt: minute }]);
		await poll();
		shop.ikas.advance(older?.id ?? '', { package: 'DELIVERED' });
		expect(await poll()).toBeNull();
		memory = {};
		await poll();
		shop.ikas.advance(older?.id ?? '', { package: 'RETURN_IN_TRANSIT' });
		expect(await poll({ options: { includeOlder: true } })).toMatchObject([{ id: older?.id }]);
	});

	test('reads so many pages in a poll, and goes on in the next', async () => {
		await poll();
		const placed = shop.ikas.place(Array.from({ length: 450 }, () => order));
		const ids: unknown[] = [];
		const calls = [];
		for (let round = 0; round < 4; round++) {
			const before = shop.ikas.calls().length;
			const given = await poll({ options: { pagesPerPoll: 1 } });
			ids.push(...(given ?? []).map(({ id }) => id));
			calls.push(shop.ikas.calls().length - before);
		}
		expect(calls).toEqual([1, 1, 1, 1]);
		expect(ids.sort()).toEqual(placed.map(({ id }) => id).sort());
	});

	test('gives what could not be read once, with its reason', async () => {
		await poll();
		shop.ikas.place([{ ...order, unreadable: 'noLines' }]);
		expect(await poll()).toMatchObject([{ unreadable: expect.any(String) }]);
		expect(await poll()).toBeNull();
	});

	test('stops when the credential belongs to another account by now', async () => {
		await poll();
		shop.ikas.setMerchant({ id: 'another-merchant' });
		await expect(poll()).rejects.toThrow(/another-merchant/);
	});

	test('shows a few orders of the last days when it is tried by hand, and remembers nothing', async () => {
		shop.ikas.place(Array.from({ length: 5 }, () => order));
		expect(await poll({ output: 'simplified' }, 'manual')).toHaveLength(3);
		expect(memory).toEqual({});
	});
});
