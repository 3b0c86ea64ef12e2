import type { IDataObject } from 'n8n-workflow';
import { ikasGoods, storedThenUnsent } from '../support/ikasGoods';
import { connectedShop, picked } from '../support/shop';
import type { Shop } from '../support/shop';

describe('Ikas Channel, stock under a run', () => {
	let shop: Shop;
	let location: string;
	beforeEach(async () => {
		shop = await connectedShop();
		location = shop.locations[0] ?? '';
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await shop.close();
	});

	const goods = ikasGoods(() => shop);
	const { offer, offerMany, row, shown, saves, afterSaves, keepUrgentCallWaiting } = goods;

	const runOf = async (kind: string) => {
		const parameters = { store: picked('ikas'), kind };
		const [begun] = await shop.items('orderHub', 'sync:begin', { parameters });
		return begun?.run as IDataObject;
	};

	const changed = async (...changes: IDataObject[]) => ({
		run: await runOf('inventory'),
		changes: changes.map((change) => ({ ...change, sku: 'A-1', confirmed: null })),
		next: 'on',
	});

	const push = (item: IDataObject) => shop.items('ikas', 'stock:push', { items: [item] });

	test('adds how each row was taken, and passes run and position on', async () => {
		const [listing = ''] = offer('A-1');
		const item = await changed(row(listing, 9), row('gone/gone', 1));
		expect(await push(item)).toEqual([
			{
				run: item.run,
				receipts: [
					{ ...row(listing, 9), sku: 'A-1', outcome: 'stored', reason: null },
					{ ...row('gone/gone', 1), sku: 'A-1', outcome: 'refused', reason: expect.any(String) },
				],
				next: 'on',
			},
		]);
		expect(shown()).toEqual([9]);
	});

	test('makes no call where nothing changed', async () => {
		const item = { ...(await changed()), next: null };
		const before = shop.ikas.calls().length;
		expect(await push(item)).toEqual([{ run: item.run, receipts: [], next: null }]);
		expect(shop.ikas.calls()).toHaveLength(before);
	});

	test('sends nothing for a run that lost its lease', async () => {
		const [listing = ''] = offer('A-1');
		const { run, ...item } = await changed(row(listing, 9));
		const older = { ...run, fence: Number(run.fence) - 1 };
		await expect(push({ ...item, run: older })).rejects.toThrow(/lost its lease/);
		expect(shown()).toEqual([5]);
	});

	test('sends nothing to another account', async () => {
		const [listing = ''] = offer('A-1');
		const item = await changed(row(listing, 9));
		shop.ikas.setMerchant({ id: 'another-merchant' });
		await expect(push(item)).rejects.toThrow(/belongs to the account another-merchant/);
		expect(shown()).toEqual([5]);
	});

	test('fails as a whole where nothing could be sent', async () => {
		const [listing = ''] = offer('A-1');
		const item = await changed(row(listing, 9));
		shop.ikas.setScopes(['READ_ORDERS']);
		await expect(push(item)).rejects.toThrow(/permission/);
	});

	const outcomesOf = (item: IDataObject | undefined) =>
		(item?.receipts as IDataObject[]).map(({ outcome }) => outcome);

	test('counts as unsent what was left when a later batch failed', async () => {
		const item = await changed(...offerMany(105).map((listing) => row(listing, 1)));
		afterSaves(1, () => shop.ikas.setScopes(['READ_ORDERS']));
		const [pushed] = await push(item);
		expect(outcomesOf(pushed)).toEqual(storedThenUnsent);
		expect(pushed).toMatchObject({ run: item.run, next: 'on' });
	});

	test('begins no batch that could not be answered under the lease', async () => {
		const item = await changed(...offerMany(105).map((listing) => row(listing, 1)));
		const now = Date.now.bind(Date);
		afterSaves(0, () => jest.spyOn(Date, 'now').mockImplementation(() => now() + 30_000));
		const [pushed] = await push(item);
		expect(outcomesOf(pushed)).toEqual(storedThenUnsent);
		expect(saves()).toBe(1);
	});

	test('asks for what belongs to such a run', async () => {
		const run = await runOf('orders');
		await expect(push({ run, changes: [] })).rejects.toThrow(/kind "orders".*"inventory"/);
		const item = { run: await runOf('inventory'), changes: [{ sku: 'A-1' }] };
		await expect(push(item)).rejects.toThrow(/no changes of stock/);
	});

	test('gives one item for a page of what ikas shows', async () => {
		const [listing] = offer('A-1');
		const run = await runOf('drift');
		expect(await shop.items('ikas', 'stock:getPage', { items: [{ run }] })).toEqual([
			{ run, levels: [{ listing, location, quantity: 5 }], next: null },
		]);
		shop.ikas.setMerchant({ id: 'another-merchant' });
		await expect(shop.run('ikas', 'stock:getPage', { items: [{ run }] })).rejects.toThrow(
			/belongs to the account another-merchant/,
		);
	});

	test('lets waiting orders go first', async () => {
		const run = await runOf('drift');
		await keepUrgentCallWaiting();
		await expect(shop.run('ikas', 'stock:getPage', { items: [{ run }] })).rejects.toMatchObject({
			failure: { cause: 'rate-limited' },
		});
	});

	/** Node by node, from Sync Begin on. */
	async function synced(kind: string, steps: readonly (readonly [string, string])[]) {
		let items: readonly IDataObject[] = [{ run: await runOf(kind) }];
		for (const [node, operation] of [...steps, ['orderHub', 'sync:end'] as const])
			items = await shop.items(node, operation, { items });
		return items;
	}

	test('brings what the hubs have to ikas, and notices what was changed there', async () => {
		offer('A-1');
		const items = await shop.items('ikas', 'listing:getMany');
		const ofStore = { parameters: { store: picked('ikas') } };
		await shop.run('orderHub', 'listing:import', { ...ofStore, items });
		const push = [
			['orderHub', 'stock:getChanges'],
			['ikas', 'stock:push'],
			['orderHub', 'stock:confirm'],
		] as const;
		expect(await synced('inventory', push)).toMatchObject([{ counts: { stored: 2 } }]);
		expect(shop.ikas.stock().map(({ quantity }) => quantity)).toEqual([10, 10]);
		shop.ikas.setStock([{ sku: 'A-1', location, quantity: 99 }]);
		const compare = [
			['ikas', 'stock:getPage'],
			['orderHub', 'stock:compare'],
		] as const;
		expect(await synced('drift', compare)).toMatchObject([{ answer: 'done' }]);
		expect(await shop.items('orderHub', 'stock:getDrift', ofStore)).toMatchObject([
			{ location, quantity: 99, confirmed: 10 },
		]);
	});
});
