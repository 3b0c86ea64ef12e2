import type { IDataObject } from 'n8n-workflow';
import { babyshopShops, teddy } from '../support/babyshopNodes';
import { pickFrom, pollNode } from '../support/engine';
import { picked } from '../support/shop';

const own = 'n8n-nodes-order-hub';

describe('Babyshop Channel, by hand', () => {
	const at = babyshopShops();

	const act = async (operation: string, parameters: IDataObject = {}) =>
		await at.shop.items('babyshop', operation, { parameters });
	const on = (id: string, more: IDataObject = {}) => ({ orderId: picked(id), ...more });

	test('gets one order by its number, simplified or whole', async () => {
		const [id = ''] = at.place({});
		expect(await act('order:get', on(id))).toMatchObject([{ id, number: id, skus: ['MKT-1'] }]);
		expect(await act('order:get', on(id, { simple: false }))).toMatchObject([
			{ id, isWhole: true, lines: [{ listing: 'MKT-1', sku: 'MKT-1', ordered: 1 }] },
		]);
		await expect(act('order:get', on('70000000099-1'))).rejects.toThrow(/70000000099-1/);
	});

	test('gets the orders that changed after a date, in full', async () => {
		const placedAt = at.babyshop.clock.now() - 86_400_000;
		at.place({ placedAt, updatedAt: placedAt });
		const [id] = at.place({});
		const filters = { changedAfter: new Date(placedAt + 3_600_000).toISOString() };
		expect(await act('order:getMany', { returnAll: true, filters })).toMatchObject([{ id }]);
		expect(await act('order:getMany', { returnAll: true })).toHaveLength(2);
	});

	test('gets the SKUs of the store with their Vendor SKU Code', async () => {
		expect(await act('listing:getMany', { returnAll: true })).toMatchObject([
			{ id: teddy.sku, sku: teddy.vendorSkuCode },
		]);
	});

	test('creates a shipment, ships, and refuses nothing where that is done already', async () => {
		const [id = ''] = at.place({});
		for (let times = 0; times < 2; times++) {
			expect(await act('order:createShipment', on(id))).toMatchObject([
				{ id, channelStatus: '10', parcels: [{ tracking: { number: expect.any(String) } }] },
			]);
		}
		expect(at.babyshop.order(id).invoices).toHaveLength(1);
		expect(await act('order:ship', on(id))).toMatchObject([{ outcome: 'sent' }]);
		expect(await act('order:ship', on(id))).toMatchObject([{ outcome: 'already' }]);
		expect(at.babyshop.order(id)).toMatchObject({ status: '15' });
	});

	test('cancels the whole order, and says why where that is too late', async () => {
		const [id = '', packed = ''] = at.place({}, {});
		expect(await act('order:cancel', on(id))).toMatchObject([{ outcome: 'sent' }]);
		expect(await act('order:cancel', on(id))).toMatchObject([{ outcome: 'already' }]);
		expect(at.babyshop.order(id)).toMatchObject({ status: '8' });
		await act('order:createShipment', on(packed));
		await expect(act('order:cancel', on(packed))).rejects.toMatchObject({
			message: expect.stringMatching(/shipment/),
			failure: { cause: 'configuration-invalid' },
		});
	});

	test.each([
		['order:createShipment', '5', 'generateInvoice'],
		['order:ship', '10', 'orderShipping'],
		['order:cancel', '5', 'orderCancellation'],
	] as const)(
		'a dry run of %s shows the request, and sends nothing',
		async (operation, status, path) => {
			const [id = ''] = at.place({});
			if (status === '10') at.babyshop.advance(id, { status });
			const calls = await at.shop.callsOf(async () => {
				const [shown] = await act(operation, on(id, { dryRun: true }));
				expect(shown).toMatchObject({ id, dryRun: true, request: { method: 'POST' } });
				const { url, headers, body } = shown?.request as IDataObject;
				expect(url).toMatch(new RegExp(`/v3/${path}$`));
				expect(Object.keys(headers as object).sort()).toEqual(['Accept', 'content-type']);
				expect(decodeURIComponent(String(body))).toContain(id);
			});
			expect(calls.every(({ effect }) => effect === null)).toBe(true);
			expect(at.babyshop.order(id).status).toBe(status);
		},
	);

	test('pushes rows without a location, and answers each', async () => {
		const items = [
			{ listing: 'MKT-1', quantity: 5 },
			{ listing: 'GONE', quantity: 5, location: 'dubai' },
			{ listing: 'MKT-1', quantity: '' },
		];
		const tried = await at.shop.callsOf(() =>
			at.shop.items('babyshop', 'stock:push', { items, parameters: { dryRun: true } }),
		);
		expect(tried).toEqual([]);
		expect(await at.shop.items('babyshop', 'stock:push', { items })).toMatchObject([
			{ outcome: 'pending', ticket: expect.any(String), reason: expect.stringMatching(/later/) },
			{ outcome: 'refused', reason: expect.stringContaining('304') },
			{ outcome: 'refused', reason: expect.stringContaining('not a whole number') },
		]);
	});

	test('pushes by the Vendor SKU Code of the item where the credential says so', async () => {
		await at.reopen({}, { inventoryKey: 'vendorSkuCode' });
		at.shop.stored.babyshopChannelApi.inventoryKey = 'vendorSkuCode';
		const items = [
			{ listing: 'MKT-1', sku: 'TEDDY', quantity: 5 },
			{ listing: 'MKT-2', quantity: 5 },
		];
		expect(await at.shop.items('babyshop', 'stock:push', { items })).toMatchObject([
			{ outcome: 'pending' },
			{ outcome: 'refused', reason: expect.stringMatching(/Vendor SKU Code is not known/) },
		]);
		at.babyshop.clock.advance(60_000);
		expect(at.babyshop.state().products).toMatchObject([{ figure: 5 }]);
	});

	test('lets people pick what the hub knows of the store, without a call', async () => {
		const [id = ''] = at.place({});
		await at.shop.tick('sync-orders');
		const pick = (method: string, filter?: string, node = 'babyshop') =>
			pickFrom(`${own}.${node}`, at.shop.credentials, method, filter);
		const calls = await at.shop.callsOf(async () => {
			expect(await pick('searchOrders')).toEqual([
				{ name: expect.stringContaining(id), value: id },
			]);
			expect(await pick('searchOrders', 'x')).toEqual([]);
			expect(await pick('searchListings', 'mkt')).toHaveLength(1);
			expect(await pick('getStatuses', undefined, 'babyshopTrigger')).toContainEqual({
				name: 'Confirmed (5)',
				value: '5',
			});
		});
		expect(calls).toEqual([]);
	});
});

describe('Babyshop Channel Trigger', () => {
	const at = babyshopShops();
	let memory: IDataObject;
	beforeEach(() => {
		memory = {};
	});
	const poll = (parameters: IDataObject = {}, more: { isAlone?: boolean; mode?: 'manual' } = {}) =>
		pollNode(`${own}.babyshopTrigger`, at.shop.credentials, { parameters, memory, ...more });

	test.each([true, false])(
		'gives each new order once, and again when it changed; alone: %s',
		async (isAlone) => {
			await poll({}, { isAlone });
			const [id = ''] = at.place({});
			expect(await poll({}, { isAlone })).toMatchObject([{ id, statuses: ['5'] }]);
			expect(await poll({}, { isAlone })).toBeNull();
			at.babyshop.clock.advance(2_000);
			at.babyshop.cancel(id);
			expect(await poll({}, { isAlone })).toMatchObject([{ id, statuses: ['8'] }]);
			expect(await poll({}, { isAlone })).toBeNull();
		},
	);

	test('looks three hours back, for a time zone that is not what it seems', async () => {
		await poll();
		const placedAt = at.babyshop.clock.now() + 60_000;
		at.babyshop.clock.advance(4 * 3_600_000);
		at.place({});
		await poll();
		const late = placedAt + 2 * 3_600_000;
		const [id] = at.place({ placedAt: late, updatedAt: late });
		expect(await poll()).toMatchObject([{ id }]);
	});

	test('keeps to the statuses that were picked', async () => {
		await poll();
		const [id] = at.place({}, { status: '1' });
		expect(await poll({ statuses: ['5'] })).toMatchObject([{ id }]);
	});
});
