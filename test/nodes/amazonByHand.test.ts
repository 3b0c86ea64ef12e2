import type { IDataObject } from 'n8n-workflow';
import { amazonShops, catalogOf, shipment } from '../support/amazonNodes';
import { pickFrom, pollNode } from '../support/engine';
import { templateOf } from '../support/templates';

const own = 'n8n-nodes-order-hub';

describe('Amazon Seller Flex Channel, by hand', () => {
	const at = amazonShops();

	const act = async (operation: string, parameters: IDataObject, onError?: 'continueErrorOutput') =>
		await at.shop.items('amazonSellerFlex', operation, { parameters, onError });
	const statusOf = (id: string) => at.amazon.shipment(id).status;

	test('reads the shipments of the hubs that are named', async () => {
		const [one, other] = at.place({}, { location: 'DXB1' });
		const read = (locations: string) => act('order:getMany', { locations, returnAll: true });
		expect((await read('EXSB, DXB1')).map(({ id }) => id)).toEqual([one, other]);
		expect(await read('DXB1')).toMatchObject([{ id: other, skus: ['MUG'], units: 1 }]);
		const wrong = { locations: 'EXSB, dubai' };
		await expect(act('order:getMany', wrong)).rejects.toThrow(/"dubai" is no Seller Flex Hub ID/);
		await expect(act('order:getMany', { locations: ' ' })).rejects.toThrow(
			/no Seller Flex Hub ID was given/,
		);
	});

	test('gets one shipment by its ID, and says what its ID is where there is none', async () => {
		const [id = ''] = at.place({});
		const { buyerOrderId } = at.amazon.shipment(id);
		expect(await act('order:get', { orderId: id })).toMatchObject([{ id, number: buyerOrderId }]);
		await expect(act('order:get', { orderId: buyerOrderId })).rejects.toThrow(
			/no order with the ID/,
		);
	});

	test('accepts, and refuses nothing where that is done already', async () => {
		const [id = ''] = at.place({});
		expect(await act('order:accept', { orderId: id })).toMatchObject([{ outcome: 'sent' }]);
		expect(statusOf(id)).toBe('CONFIRMED');
		expect(await act('order:accept', { orderId: id })).toMatchObject([{ outcome: 'already' }]);
	});

	test('ships what Seller Flex has packed', async () => {
		const [id = ''] = at.place({});
		at.amazon.advance(id, { status: 'SHIPLABEL_GENERATED' });
		expect(await act('order:ship', { orderId: id })).toMatchObject([{ outcome: 'sent' }]);
		expect(statusOf(id)).toBe('SHIPPED');
	});

	test('cancels with the reason that was picked', async () => {
		const [id = ''] = at.place({});
		await act('order:cancel', { orderId: id, cancelReason: 'out_of_stock' });
		expect(at.amazon.shipment(id)).toMatchObject({
			status: 'CANCELLED',
			cancellation: { reason: 'OUT_OF_STOCK' },
		});
	});

	test.each([
		['order:accept', 'ACCEPTED', { operation: 'CONFIRM' }],
		['order:cancel', 'ACCEPTED', { operation: 'REJECT' }],
		['order:ship', 'SHIPLABEL_GENERATED', { status: 'SHIPPED' }],
	] as const)(
		'a dry run of %s shows the request, and sends nothing',
		async (operation, status, query) => {
			const [id = ''] = at.place({});
			if (status !== 'ACCEPTED') at.amazon.advance(id, { status });
			const calls = await at.shop.callsOf(async () => {
				expect(await act(operation, { orderId: id, dryRun: true })).toMatchObject([
					{ id, dryRun: true, request: { url: expect.stringContaining(id), query } },
				]);
			});
			expect(calls.every(({ method }) => method === 'GET')).toBe(true);
			expect(statusOf(id)).toBe(status);
		},
	);

	test('pushes rows, answers each, and reads back what Amazon has', async () => {
		at.amazon.seed([{ sku: 'MUG' }]);
		const items = [
			{ listing: 'MUG', location: 'EXSB', quantity: 5 },
			{ listing: 'GONE', location: 'EXSB', quantity: 5 },
			{ listing: 'MUG', location: 'dubai', quantity: 5 },
			{ listing: 'MUG', location: 'DXB1', quantity: '' },
		];
		const tried = await at.shop.callsOf(() =>
			at.shop.items('amazonSellerFlex', 'stock:push', { items, parameters: { dryRun: true } }),
		);
		expect(tried).toEqual([]);
		expect(await at.shop.items('amazonSellerFlex', 'stock:push', { items })).toMatchObject([
			{ outcome: 'stored' },
			{ outcome: 'refused', reason: expect.stringContaining('INVALID_SKU') },
			{ outcome: 'refused', reason: expect.stringContaining('"dubai" is no Seller Flex Hub ID') },
			{ outcome: 'refused', reason: expect.stringContaining('not a whole number') },
		]);
		expect(await act('stock:get', { listing: 'MUG', location: 'EXSB' })).toEqual([
			{ listing: 'MUG', location: 'EXSB', quantity: 5 },
		]);
	});

	describe('the pickers', () => {
		const pick = (method: string, filter?: string, node = 'amazonSellerFlex') =>
			pickFrom(`${own}.${node}`, at.shop.credentials, method, filter);

		test('show what the hub knows of the store, without a call', async () => {
			await at.shop.upload(catalogOf('MUG', 'OUD'));
			const [id = ''] = at.place({});
			await at.shop.tick(templateOf('amazonSellerFlex/sync-orders'));
			const { buyerOrderId } = at.amazon.shipment(id);
			const calls = await at.shop.callsOf(async () => {
				expect(await pick('searchOrders')).toEqual([
					{ name: `${buyerOrderId} (${id}, new_order)`, value: id },
				]);
				expect(await pick('searchOrders', buyerOrderId)).toHaveLength(1);
				expect(await pick('searchOrders', '999-')).toEqual([]);
				expect(await pick('searchListings', 'oud')).toEqual([
					{ name: expect.stringContaining('OUD'), value: 'OUD' },
				]);
				expect(await pick('searchLocations')).toEqual([
					{ name: 'EXSB (sharjah)', value: 'EXSB' },
					{ name: 'DXB1 (dubai)', value: 'DXB1' },
				]);
				expect(await pick('searchLocations', 'dub')).toHaveLength(1);
				expect(await pick('getStatuses', undefined, 'amazonSellerFlexTrigger')).toContainEqual({
					name: expect.stringContaining('(ACCEPTED)'),
					value: 'ACCEPTED',
				});
			});
			expect(calls).toEqual([]);
		});
	});
});

describe('Amazon Seller Flex Channel Trigger', () => {
	const at = amazonShops();
	let memory: IDataObject;
	beforeEach(() => {
		memory = {};
	});
	const poll = (parameters: IDataObject = {}, mode?: 'manual') =>
		pollNode(`${own}.amazonSellerFlexTrigger`, at.shop.credentials, {
			parameters: { locations: 'EXSB, DXB1', options: { pagesPerPoll: 8 }, ...parameters },
			memory,
			mode,
		});

	test('gives each new shipment once, and again when it changed', async () => {
		await poll();
		at.amazon.clock.advance(2_000);
		const [one = '', other] = at.place({}, { location: 'DXB1' });
		expect(await poll()).toMatchObject([{ id: one, location: 'EXSB' }, { id: other }]);
		expect(await poll()).toBeNull();
		at.amazon.clock.advance(2_000);
		at.amazon.cancel(one);
		expect(await poll()).toMatchObject([{ id: one, statuses: ['CANCELLED'] }]);
		expect(await poll()).toBeNull();
	});

	test('keeps to the hubs and statuses that were named', async () => {
		await poll();
		at.amazon.clock.advance(2_000);
		const [one = ''] = at.place({}, { location: 'DXB1' });
		expect(await poll({ locations: 'EXSB', statuses: ['ACCEPTED'] })).toMatchObject([{ id: one }]);
	});

	test('says when it is switched on that a hub ID is missing or none', async () => {
		await expect(poll({ locations: '' })).rejects.toThrow(/no Seller Flex Hub ID was given/);
		await expect(poll({ locations: 'EXSB, x' })).rejects.toThrow(/"x" is no Seller Flex Hub ID/);
		expect(memory).toEqual({});
	});

	test('goes on at the next poll where the pages of one were not enough', async () => {
		await poll();
		at.amazon.clock.advance(2_000);
		const ids = at.place({}, { location: 'DXB1' });
		const given: unknown[] = [];
		for (let round = 0; round < 9; round++) {
			const found = await poll({ options: { pagesPerPoll: 1 } });
			given.push(...(found ?? []).map(({ id }) => id));
		}
		expect(given).toEqual(ids);
	});

	test('shows a few shipments when it is tried by hand, and remembers nothing', async () => {
		at.amazon.place(Array.from({ length: 5 }, () => shipment()));
		expect(await poll({}, 'manual')).toHaveLength(3);
		expect(memory).toEqual({});
	});
});
