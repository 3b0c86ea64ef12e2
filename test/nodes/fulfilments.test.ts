import type { IDataObject } from 'n8n-workflow';
import { openHub, type HubNodes } from '../support/hubNodes';
import { connectOms, inOms, omsParcel } from '../support/omsStores';
import { placed } from '../support/placed';
import { picked } from '../support/shop';

const oms = { store: picked('shopify') };

describe('Order Hub, orders that an OMS ships', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
		await connectOms(hub.ledger);
		await hub.take(placed('1'));
		await hub.route();
	});
	afterEach(() => hub.close());

	const claim = () => hub.items('orderHub', 'channelUpdate:claim', { parameters: oms });
	const complete = (item: IDataObject | undefined, told: IDataObject) =>
		hub.items('orderHub', 'channelUpdate:complete', { items: [{ ...item, ...told }] });
	const created = { outcome: 'sent', detail: 'created', omsOrder: { id: 'gid-1', number: 'N1' } };
	const begin = async (kind: string) =>
		await hub.items('orderHub', 'sync:begin', { parameters: { ...oms, kind } });
	const page = async (change: IDataObject = {}) => ({
		...(await begin('fulfilments'))[0],
		orders: [inOms('1', { parcels: [omsParcel('F1', { 1: 1 })] })] as unknown as IDataObject[],
		...{ next: null, watermark: '2026-03-02T12:00:00.000Z' },
		...change,
	});

	test('keeps what the OMS calls an order that it was given', async () => {
		const [first] = await claim();
		expect(first).toMatchObject({
			update: { effect: 'create', handOver: { key: 'ikas merchant-1 1', lines: [{ sku: 'A' }] } },
		});
		expect(await complete(first, created)).toMatchObject([{ state: 'done' }]);
		expect(await hub.sql('SELECT oms, oms_id, number FROM oms_orders')).toEqual([
			{ oms: 'shopify', oms_id: 'gid-1', number: 'N1' },
		]);
	});

	test.each([
		['no order', { omsOrder: undefined }, /not said what the OMS calls the order/],
		['an order without a number', { omsOrder: { id: 'x' } }, /nothing usable of the OMS's order/],
	])('refuses an item that tells of %s', async (_, told, message) => {
		const [first] = await claim();
		await expect(complete(first, { ...created, ...told })).rejects.toThrow(message);
		expect(await hub.sql('SELECT handed_over_at FROM oms_orders')).toEqual([
			{ handed_over_at: null },
		]);
	});

	test('stores a page of what became of orders, and ends the sync with it', async () => {
		await complete((await claim())[0], created);
		const items = [await page()];
		const stored = await hub.items('orderHub', 'order:importFulfilments', { items });
		expect(stored).toMatchObject([
			{ counts: { updated: 1 }, outcomes: [{ id: 'gid-1', outcome: 'updated' }], next: null },
		]);
		expect(await hub.ledger.getOrder('ikas-tr', '1')).toMatchObject({
			parcels: [{ status: 'new_order' }, { status: 'shipped', lines: [{ quantity: 1 }] }],
		});
		const [done] = await hub.run('orderHub', 'sync:end', { items: stored });
		expect(done).toMatchObject([{ answer: 'done' }]);
	});

	test('refuses an item that is no such page, or of a run of another kind', async () => {
		const importing = (item: IDataObject) =>
			hub.run('orderHub', 'order:importFulfilments', { items: [item] });
		await expect(importing(await page({ orders: undefined }))).rejects.toThrow(
			/holds no orders. Connect this node behind the channel's page of fulfilments/,
		);
		await expect(importing({ ...(await begin('stock'))[0], orders: [] })).rejects.toThrow(
			/is of the kind "stock". Set the kind of Sync Begin to "fulfilments"/,
		);
	});
});
