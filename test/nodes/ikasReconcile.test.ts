import type { IDataObject } from 'n8n-workflow';
import { connectedShop, picked } from '../support/shop';
import type { Shop } from '../support/shop';

const order = { lines: [{ sku: 'A-1', quantity: 1 }] };

describe('Ikas Channel, reconciliation', () => {
	let shop: Shop;
	let connected: number;
	beforeEach(async () => {
		shop = await connectedShop();
		// ikas tells its time in whole seconds.
		connected = Math.floor(shop.ikas.clock.now() / 1000) * 1000;
		await syncOnce();
	});
	afterEach(() => shop.close());

	const begin = async (kind: string) => {
		const parameters = { store: picked('ikas'), kind };
		const [begun] = await shop.items('orderHub', 'sync:begin', { parameters });
		return begun?.run as IDataObject;
	};

	/** There is nothing to compare with before the orders were synced. */
	async function syncOnce() {
		const items = [{ run: await begin('orders') }];
		const pages = await shop.items('ikas', 'order:getPage', { items });
		const stored = await shop.items('orderHub', 'order:import', { items: pages });
		await shop.run('orderHub', 'sync:end', { items: stored });
	}

	const read = (operation: string, item: IDataObject) =>
		shop.items('ikas', `order:${operation}`, { items: [item] });

	const refusal = (operation: string, item: IDataObject) =>
		expect(shop.run('ikas', `order:${operation}`, { items: [item] })).rejects;

	test('gives one item for a page of references, without the content of the orders', async () => {
		const [placed] = shop.ikas.place([order]);
		const run = await begin('reconcile');
		const references = [{ id: placed?.id, revisedAt: expect.any(String) }];
		expect(await read('getReferences', { run })).toEqual([
			{ run, references, next: null, watermark: expect.any(String) },
		]);
	});

	test('reads the orders that the hub lacks, and goes on where the references stopped', async () => {
		const [lacking] = shop.ikas.place([order, order]);
		const run = await begin('reconcile');
		const compared = {
			run,
			gaps: [lacking?.id, 'not-there-any-more'],
			hours: [],
			next: 'on',
			watermark: '2026-03-02T11:00:00.000Z',
		};
		expect(await read('getGaps', compared)).toEqual([
			{
				run,
				orders: [expect.objectContaining({ id: lacking?.id, number: lacking?.number })],
				unreadable: [],
				next: 'on',
				watermark: compared.watermark,
			},
		]);
	});

	test('makes no call where the hub lacks nothing', async () => {
		const compared = { run: await begin('reconcile'), gaps: [], next: null, watermark: 'then' };
		const before = shop.ikas.calls().length;
		expect(await read('getGaps', compared)).toEqual([
			{ run: compared.run, orders: [], unreadable: [], next: null, watermark: 'then' },
		]);
		expect(shop.ikas.calls()).toHaveLength(before);
	});

	test('stops when the credential belongs to another account by now', async () => {
		const run = await begin('reconcile');
		shop.ikas.setMerchant({ id: 'another-merchant' });
		await refusal('getReferences', { run }).toThrow(/account another-merchant/);
		await refusal('getGaps', { run, gaps: ['1'] }).toThrow(/account another-merchant/);
	});

	test('asks for what belongs to such a run', async () => {
		const run = await begin('drift');
		for (const operation of ['getReferences', 'getGaps'])
			await refusal(operation, { run, gaps: [] }).toThrow(/kind "drift".*"reconcile"/);
		await refusal('getPage', { run }).toThrow(/kind "drift".*"orders"/);
		await refusal('getGaps', { run: await begin('reconcile') }).toThrow(/no gaps/);
	});

	test('finds and fills a gap from begin to end', async () => {
		const [late] = shop.ikas.place([{ ...order, orderedAt: connected, updatedAt: connected }]);
		let items: readonly IDataObject[] = [{ run: await begin('reconcile') }];
		const steps = [
			['ikas', 'order:getReferences'],
			['orderHub', 'reconciliation:compare'],
			['ikas', 'order:getGaps'],
			['orderStatusMap', 'toHub'],
			['orderHub', 'order:import'],
			['orderHub', 'sync:end'],
		] as const;
		for (const [node, operation] of steps) items = await shop.items(node, operation, { items });
		expect(items).toMatchObject([{ answer: 'done', counts: { created: 1 } }]);
		const found = { parameters: { store: picked('ikas'), orderId: late?.id } };
		expect(await shop.items('orderHub', 'order:get', found)).toMatchObject([
			{ number: late?.number },
		]);
	});
});
