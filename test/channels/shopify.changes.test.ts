import { shopify } from '../../channels/shopify/connector';
import type { OmsOrder } from '../../domain/oms';
import { told, unitItem } from './shopifyHandOver';
import { omsShop } from './shopifyOms';
import type { OmsShop } from './shopifyOms';
import { failureOf } from './testShop';

const { oms } = shopify;

describe('what becomes of orders in Shopify', () => {
	let shop: OmsShop;
	beforeEach(async () => {
		shop = await omsShop();
	});
	afterEach(() => shop.close());

	const begin = () => ({ connectedAt: shop.now(), watermark: null, overlapMinutes: 0 });

	const walked = async (window: Omit<Parameters<typeof oms.changes>[1], 'position'>) => {
		const orders = new Map<string, OmsOrder>();
		for (let position: string | null = null; ; ) {
			const page = await oms.changes(shop.seller, { ...window, position });
			for (const order of page.orders) orders.set(order.id, order);
			position = page.next;
			if (position === null) return { orders, watermark: page.watermark };
		}
	};

	const only = async (id: string) => {
		const { orders, account } = await oms.get(shop.seller, [id]);
		expect(account).toBe((await shopify.account(shop.seller)).id);
		const [order] = orders;
		if (order === undefined) throw new Error('Shopify was expected to have the order');
		return order;
	};

	/** Units by the lines of the channel that they may be. */
	const unitsIn = ({ parcels }: OmsOrder) =>
		parcels.map(({ lines }) =>
			lines.map(({ of, quantity }) => `${quantity} of ${of.map(({ line }) => line).join('+')}`),
		);

	it('comes with the key by which the hub knows the order', async () => {
		const id = await shop.handedOver();
		expect(await only(id)).toMatchObject({
			id,
			number: '21900',
			key: 'theIconic 4711 900',
			cancelled: null,
			parcels: [],
			faults: [],
		});
	});

	it('leaves out what was not handed over, and what Shopify does not know', async () => {
		const window = begin();
		const [own = ''] = shop.place(3);
		const id = await shop.handedOver();
		expect([...(await walked(window)).orders.keys()]).toEqual([id]);
		const asked = [own, 'nobody', 'gid://shopify/Order/1', id];
		expect((await oms.get(shop.seller, asked)).orders.map((order) => order.id)).toEqual([id]);
		expect((await oms.get(shop.seller, ['nobody'])).orders).toEqual([]);
		expect((await failureOf(oms.get(shop.seller, []))).kind).toBe('rejected');
	});

	it('brings every order once, whatever others sell meanwhile', async () => {
		const window = begin();
		const ids = [];
		for (let id = 900; id < 940; id++) {
			ids.push(await shop.handedOver(String(id), [unitItem('1', 'A')]));
			shop.place(8);
		}
		const first = await walked(window);
		expect([...first.orders.keys()].sort()).toEqual([...ids].sort());
		shop.wait(60_000);
		shop.sandbox.fulfil(ids[3] ?? '');
		const { watermark } = first;
		const second = await walked({ ...window, watermark });
		const changed = [...second.orders.values()].filter(({ parcels }) => parcels.length > 0);
		expect(changed.map(({ id }) => id)).toEqual([ids[3]]);
		expect(second.watermark > watermark).toBe(true);
	});

	it('tells units that left by the lines of the channel, in full and in part', async () => {
		const id = await shop.handedOver();
		shop.sandbox.fulfil(id, { lines: [{ sku: 'A', quantity: 1 }], tracking: { number: 'AP1' } });
		expect(unitsIn(await only(id))).toEqual([['1 of 1+2']]);
		shop.sandbox.fulfil(id, { tracking: { number: 'AP2', company: 'Australia Post' } });
		const order = await only(id);
		expect(unitsIn(order)).toEqual([['1 of 1+2'], ['1 of 1+2', '1 of 3']]);
		expect(order.parcels.map(({ tracking }) => tracking)).toEqual([
			{ number: 'AP1', carrier: null, url: null },
			{ number: 'AP2', carrier: 'Australia Post', url: null },
		]);
	});

	it('says where it left from', async () => {
		const id = await shop.handedOver();
		shop.sandbox.fulfil(id);
		const { claimedAt } = shop.sandbox.order(id).lines[0] ?? {};
		const [parcel] = (await only(id)).parcels;
		const known = (await shopify.locations.list(shop.seller)).map((one) => one.id);
		expect([parcel?.location, known.includes(parcel?.location ?? '')]).toEqual([claimedAt, true]);
	});

	it('picks up a tracking number that comes later, and a change of it', async () => {
		const window = begin();
		const id = await shop.handedOver();
		shop.sandbox.fulfil(id);
		const first = await walked(window);
		expect(first.orders.get(id)?.parcels[0]?.tracking).toBeNull();
		for (const number of ['AP1', 'AP2']) {
			shop.wait(2_000);
			shop.sandbox.track(id, { tracking: { number } });
			const next = await walked({ ...window, watermark: first.watermark });
			expect(next.orders.get(id)?.parcels[0]?.tracking?.number).toBe(number);
		}
	});

	it('gives the first of many tracking numbers and names all others', async () => {
		const id = await shop.handedOver();
		const numbers = Array.from({ length: 12 }, (_, at) => `AP${at + 1}`);
		shop.sandbox.fulfil(id, { tracking: numbers.map((number) => ({ number })) });
		const { parcels, faults } = await only(id);
		expect(parcels[0]?.tracking?.number).toBe('AP1');
		expect(faults).toEqual([expect.stringContaining(numbers.slice(1).join(', '))]);
	});

	it('says so when a fulfilment was taken back, and when it arrived', async () => {
		const id = await shop.handedOver();
		shop.sandbox.fulfil(id, { lines: [{ sku: 'A' }] });
		shop.sandbox.unfulfil(id);
		shop.sandbox.fulfil(id);
		shop.sandbox.progress(id, { displayStatus: 'DELIVERED' });
		const { parcels } = await only(id);
		expect(parcels.map(({ status }) => status)).toEqual(['cancelled', 'delivered']);
	});

	it('says that it was cancelled in Shopify, and why', async () => {
		const id = await shop.handedOver();
		shop.sandbox.cancel(id, { reason: 'INVENTORY' });
		expect((await only(id)).cancelled).toEqual({ reason: 'out_of_stock' });
	});

	it('brings more fulfilments, and more lines of one, than come at once', async () => {
		const skus = Array.from({ length: 260 }, (_, at) => `LONG-${at}`);
		shop.sandbox.seed([{ variants: skus.map((sku) => ({ sku })) }]);
		const lines = skus.map((sku, at) => unitItem(String(at + 1), sku));
		await failureOf(shop.handedOver('950', lines));
		const id = await shop.handedOver('951', lines.slice(0, 240));
		for (const sku of skus.slice(0, 8)) shop.sandbox.fulfil(id, { lines: [{ sku }] });
		shop.sandbox.fulfil(id);
		const order = await only(id);
		expect(unitsIn(order).map((parcel) => parcel.length)).toEqual([...Array(8).fill(1), 232]);
		const gone = order.parcels.flatMap((parcel) => parcel.lines.flatMap(({ of }) => of));
		expect(new Set(gone.map(({ line }) => line)).size).toBe(240);
	});

	it('brings all lines of a single fulfilment', async () => {
		const skus = Array.from({ length: 8 }, (_, at) => `FEW-${at}`);
		shop.sandbox.seed([{ variants: skus.map((sku) => ({ sku })) }]);
		const id = await shop.handedOver(
			'950',
			skus.map((sku, at) => unitItem(String(at + 1), sku)),
		);
		shop.sandbox.fulfil(id);
		expect(unitsIn(await only(id)).map((parcel) => parcel.length)).toEqual([8]);
	});

	it('looks back over the overlap for what the search found late', async () => {
		await shop.close();
		shop = await omsShop({ searchLagMs: 5_000 });
		const window = { ...begin(), overlapMinutes: 10 };
		const id = await shop.handedOver();
		shop.wait(1_000);
		const first = await walked(window);
		expect(first.orders.size).toBe(0);
		shop.wait(6_000);
		const second = await walked({ ...window, watermark: first.watermark });
		expect([...second.orders.keys()]).toEqual([id]);
	});

	it('asks once when nothing of it changed', async () => {
		const window = begin();
		shop.place(5);
		const before = shop.calls();
		const { watermark } = await walked(window);
		expect(shop.calls() - before).toBe(1);
		const later = new Date(Date.parse(watermark) + 60_000).toISOString();
		expect((await walked({ ...window, watermark: later })).watermark).toBe(later);
	});

	it.each(['', 'page 2', '{}', 'after eyJ'])('refuses the position "%s"', async (position) => {
		const failure = await failureOf(oms.changes(shop.seller, { ...begin(), position }));
		expect(failure.kind).toBe('rejected');
		expect(shop.calls()).toBe(0);
	});

	it('says so when the credential is refused', async () => {
		const asked = [
			oms.changes(shop.stranger, { ...begin(), position: null }),
			oms.get(shop.stranger, ['gid://shopify/Order/1']),
			shopify.updates.send(shop.stranger, told('cancel', shop.handOver())),
		];
		for (const work of asked) expect((await failureOf(work)).kind).toBe('unauthorised');
	});
});
