import type { IDataObject } from 'n8n-workflow';
import { pickFrom, pollNode } from '../support/engine';
import { iconicShops } from '../support/iconicNodes';
import { carriers, reasons } from '../support/iconicStore';
import { picked } from '../support/shop';

const own = 'n8n-nodes-order-hub';

describe('The Iconic Channel, by hand', () => {
	const at = iconicShops();

	const act = async (operation: string, parameters: IDataObject = {}) =>
		await at.shop.items('theIconic', operation, { parameters });
	const on = (id: string, more: IDataObject = {}) => ({ orderId: picked(id), ...more });
	const told = (id: string) =>
		at.iconic
			.order(id)
			.history.filter(({ by }) => by === 'api')
			.map(({ what }) => what);

	test('gets one order by its ID, simplified or whole', async () => {
		const [id = ''] = at.place({});
		const { number } = at.iconic.order(id);
		expect(await act('order:get', on(id))).toMatchObject([{ id, number, skus: ['DRESS-10'] }]);
		expect(await act('order:get', on(id, { simple: false }))).toMatchObject([
			{ id, lines: [{ sku: 'DRESS-10', ordered: 1, tax: { percent: 10 } }] },
		]);
		await expect(act('order:get', on('999999999'))).rejects.toThrow(/999999999/);
	});

	test('gets the orders that changed after a date', async () => {
		const placedAt = at.iconic.clock.now() - 86_400_000;
		at.place({ placedAt, updatedAt: placedAt });
		const [id] = at.place({});
		const filters = { changedAfter: new Date(placedAt + 3_600_000).toISOString() };
		expect(await act('order:getMany', { returnAll: true, filters })).toMatchObject([{ id }]);
	});

	test('gets what the seller offers, and the figure of a product', async () => {
		const [listing] = await act('listing:getMany', { returnAll: true });
		expect(listing).toMatchObject({ sku: 'DRESS-10', title: 'Dress (10)' });
		const parameters = { listing: picked(String(listing?.id)) };
		await act('stock:push', { ...parameters, quantity: '4' });
		expect(await act('stock:get', parameters)).toMatchObject([{ quantity: 4 }]);
	});

	test('ships with the provider that was picked, and does nothing twice', async () => {
		const [id = ''] = at.place({});
		const how = { trackingNumber: 'TRACK-1', options: { carrier: carriers.typed } };
		expect(await act('order:ship', on(id, how))).toMatchObject([{ outcome: 'sent' }]);
		expect(at.iconic.order(id)).toMatchObject({
			items: [{ status: 'shipped' }],
			packages: [{ provider: carriers.typed, tracking: 'TRACK-1' }],
		});
		const before = told(id);
		expect(await act('order:ship', on(id, how))).toMatchObject([{ outcome: 'already' }]);
		expect(told(id)).toEqual(before);
	});

	test('names a provider that makes the number itself, and gives the number', async () => {
		const [id = ''] = at.place({});
		const how = { status: 'ready_to_ship', options: { carrier: carriers.integrated } };
		expect(await act('order:updateStatus', on(id, how))).toMatchObject([
			{ outcome: 'sent', parcels: [{ tracking: { number: expect.any(String) } }] },
		]);
		expect(at.iconic.order(id)).toMatchObject({ items: [{ status: 'ready_to_ship' }] });
	});

	test('ships only the items that were named', async () => {
		const [id = ''] = at.place({ lines: [{ sku: 'DRESS-10', quantity: 2 }] });
		const [, second] = at.iconic.order(id).items;
		const lines = { rows: [{ line: String(second?.id), quantity: 1 }] };
		const options = { carrier: carriers.typed, lines };
		await act('order:ship', on(id, { trackingNumber: 'TRACK-2', options }));
		expect(at.iconic.order(id).items.map(({ status }) => status)).toEqual(['pending', 'shipped']);
	});

	test('cancels for the reason that was picked', async () => {
		const [id = ''] = at.place({});
		const why = { reason: reasons.stock };
		expect(await act('order:cancel', on(id, why))).toMatchObject([{ outcome: 'sent' }]);
		expect(await act('order:cancel', on(id, why))).toMatchObject([{ outcome: 'already' }]);
		expect(at.iconic.order(id).items).toMatchObject([
			{ status: 'canceled', reason: reasons.stock },
		]);
	});

	test.each<[string, IDataObject, string]>([
		[
			'order:updateStatus',
			{ status: 'packed', options: { carrier: carriers.integrated } },
			'/v2/orders/statuses/set-to-packed-by-marketplace',
		],
		[
			'order:ship',
			{ trackingNumber: 'T-1', options: { carrier: carriers.typed } },
			'/v2/orders/statuses/set-to-ready-to-ship',
		],
		['order:cancel', { reason: reasons.other }, '/v2/orders/statuses/set-to-cancelled'],
	])('a dry run of %s shows the request, and sends nothing', async (operation, how, path) => {
		const [id = ''] = at.place({});
		const [shown] = await act(operation, on(id, { ...how, dryRun: true }));
		expect(shown).toMatchObject({ id, dryRun: true, request: { method: 'POST' } });
		const { url, headers } = shown?.request as IDataObject;
		expect(new URL(String(url)).pathname).toBe(path);
		expect(Object.keys(headers as object)).not.toContain('Authorization');
		expect(told(id)).toEqual([]);
	});

	test('lists the newest orders to pick one from, and finds one by its number', async () => {
		const ids = at.place({}, {});
		const pick = (filter?: string) =>
			pickFrom(`${own}.theIconic`, at.shop.credentials, 'searchOrders', filter);
		expect((await pick()).map(({ value }) => value).toSorted()).toEqual(ids.toSorted());
		const { number } = at.iconic.order(ids[0] ?? '');
		expect(await pick(number)).toMatchObject([{ value: ids[0] }]);
	});

	test('lists what is sold, by the seller SKU', async () => {
		const found = await pickFrom(`${own}.theIconic`, at.shop.credentials, 'searchListings', '-10');
		expect(found).toMatchObject([{ name: 'DRESS-10 (Dress (10))' }]);
	});

	test('starts a workflow for each order that is placed', async () => {
		const memory = {};
		const poll = () => pollNode(`${own}.theIconicTrigger`, at.shop.credentials, { memory });
		expect(await poll()).toBeNull();
		const [id] = at.place({});
		expect(await poll()).toMatchObject([{ id }]);
		expect(await poll()).toBeNull();
	});
});

describe('the documents of The Iconic', () => {
	const at = iconicShops();
	const print = (operation: string, orderId: string, more: IDataObject = {}) =>
		at.shop.runWhole('theIconic', operation, { parameters: { orderId: picked(orderId), ...more } });

	test.each([
		['order:getLabel', 'label', 'shippingLabel'],
		['order:getInvoice', 'invoice', 'invoice'],
	])('%s gives a PDF, as often as it is asked for', async (operation, kind, type) => {
		const [id = ''] = at.place({});
		const { number } = at.iconic.order(id);
		for (let times = 0; times < 2; times++) {
			const [[item] = []] = await print(operation, id);
			const fileName = `${id}-${kind}.pdf`;
			expect(item).toMatchObject({
				json: { order: id, lines: [], fileName },
				binary: { data: { fileName, mimeType: 'application/pdf' } },
				pairedItem: { item: 0 },
			});
			const bytes = Buffer.from(String(item?.binary?.data?.data), 'base64').toString('latin1');
			expect(bytes).toMatch(/^%PDF-/);
			expect(bytes).toContain(`${type} ${number}`);
		}
		const [[named] = []] = await print(operation, id, { binaryPropertyName: 'paper' });
		expect(Object.keys(named?.binary ?? {})).toEqual(['paper']);
	});

	test('are those of the items that were named', async () => {
		const [id = ''] = at.place({ lines: [{ sku: 'DRESS-10', quantity: 2 }] });
		const [, second] = at.iconic.order(id).items;
		const options = { lineIds: ` ${second?.id} ` };
		const calls = await at.shop.callsOf(async () => {
			const [[item] = []] = await print('order:getLabel', id, { options });
			expect(item?.json).toMatchObject({ lines: [String(second?.id)] });
		});
		expect(calls[0]).toMatchObject({ kind: 'exportDocument', items: [second?.id] });
	});

	test('say so of an order that has none', async () => {
		const [id = ''] = at.place({});
		at.iconic.cancel(id);
		await expect(print('order:getLabel', id)).rejects.toMatchObject({
			message: expect.stringMatching(/no documents/),
			failure: { cause: 'configuration-invalid' },
		});
	});

	test('say so where they could not be made, or are still being made', async () => {
		const [id = ''] = at.place({});
		at.iconic.setFaults({ jobFails: 1 });
		await expect(print('order:getLabel', id)).rejects.toThrow(/could not make the label/);
	});
});
