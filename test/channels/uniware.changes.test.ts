import { uniware } from '../../channels/uniware/connector';
import { requestReturn } from '../../channels/uniware/returns';
import type { OmsOrder } from '../../domain/oms';
import { unitItem } from './shopifyHandOver';
import { failureOf } from './testShop';
import { stockedShop } from './uniwareShop';
import type { UniwareShop } from './uniwareShop';

const { oms } = uniware;

describe('what becomes of orders in Uniware', () => {
	let shop: UniwareShop;
	beforeEach(async () => {
		shop = await stockedShop();
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

	/** One of the order's lines. */
	const unit = (line: string, left: number) => ({
		of: [{ line, quantity: 1 }],
		kept: left,
		open: left,
	});

	/** Hands an order over and finds its goods. */
	const allocated = async (id?: string) => {
		const code = await shop.handedOver(id);
		shop.sandbox.allocate(code);
		return code;
	};

	it('comes with the key by which the hub knows the order', async () => {
		const code = await allocated();
		expect(await shop.only(code)).toEqual({
			id: code,
			number: '21900',
			key: 'theIconic 4711 900',
			revisedAt: expect.any(String),
			cancelled: null,
			lines: ['1', '2', '3'].map((line) => unit(line, 1)),
			parcels: [],
			faults: [],
			waitsFor: null,
		});
	});

	it('reads documented times like those of real tenants', async () => {
		await shop.close();
		shop = await stockedShop({ dates: 'iso' });
		const code = await allocated();
		const { updatedAt } = shop.sandbox.order(code);
		expect((await shop.only(code)).revisedAt).toBe(new Date(updatedAt).toISOString());
	});

	it('leaves out what was not handed over, also on the same channel', async () => {
		const window = begin();
		const [own = ''] = shop.place(3);
		shop.sandbox.place([{ channel: 'ORDER_HUB', lines: [{ sku: 'AAA' }] }]);
		const code = await shop.handedOver();
		expect([...(await walked(window)).orders.keys()]).toEqual([code]);
		expect((await oms.get(shop.seller, [own, 'nobody', code])).orders.map(({ id }) => id)).toEqual([
			code,
		]);
		expect((await failureOf(oms.get(shop.seller, []))).kind).toBe('rejected');
	});

	it('brings every order once, and then what has changed', async () => {
		const window = begin();
		shop.sandbox.setStock([{ sku: 'AAA', quantity: 200 }]);
		const codes: string[] = [];
		for (let id = 900; id < 960; id++) {
			codes.push(await shop.handedOver(String(id), [unitItem('1', 'A')]));
		}
		const first = await walked(window);
		expect([...first.orders.keys()].sort()).toEqual([...codes].sort());
		shop.wait(60_000);
		shop.sandbox.allocate();
		shop.sandbox.advance(codes[3] ?? '', { to: 'dispatched' });
		const second = await walked({ ...window, watermark: first.watermark });
		const gone = [...second.orders.values()].filter(({ parcels }) => parcels.length > 0);
		expect(gone.map(({ id }) => id)).toEqual([codes[3]]);
		expect(second.watermark > first.watermark).toBe(true);
	});

	it('is a parcel once it is dispatched, with courier and number, from its facility', async () => {
		const code = await allocated();
		shop.sandbox.advance(code, { to: 'ready_to_ship' });
		expect((await shop.only(code)).parcels).toEqual([]);
		shop.sandbox.advance(code, { to: 'dispatched' });
		const [one] = shop.sandbox.order(code).packages;
		expect((await shop.only(code)).parcels).toEqual([
			{
				id: one?.code,
				status: 'shipped',
				location: 'WH_MAIN',
				lines: ['1', '2', '3'].map((line) => ({ of: [{ line, quantity: 1 }], quantity: 1 })),
				tracking: {
					number: `TRK${one?.code}`,
					carrier: 'DELHIVERY',
					url: expect.stringContaining(one?.code ?? ''),
				},
			},
		]);
		shop.sandbox.advance(code, { to: 'delivered' });
		expect((await shop.only(code)).parcels).toMatchObject([{ status: 'delivered' }]);
	});

	it('knows which units of a line lie in which parcel', async () => {
		const code = await shop.handedOver('900', [unitItem('1', 'A', { ordered: 3 })]);
		shop.sandbox.allocate(code);
		shop.sandbox.split(code, { items: ['1-2'] });
		shop.sandbox.advance(code, { to: 'dispatched' });
		const parcels = (await shop.only(code)).parcels.map(({ lines }) => lines);
		expect(parcels).toEqual([
			[{ of: [{ line: '1', quantity: 2 }], quantity: 2 }],
			[{ of: [{ line: '1', quantity: 1 }], quantity: 1 }],
		]);
	});

	it('has a number that came late or was corrected', async () => {
		const code = await allocated();
		shop.sandbox.advance(code, { to: 'dispatched' });
		const named = shop.sandbox.order(code).packages[0]?.code ?? '';
		const tracking = { provider: 'BLUEDART', tracking: ' BD1 ' };
		shop.sandbox.track(code, { package: named, ...tracking });
		expect((await shop.only(code)).parcels).toMatchObject([
			{ tracking: { number: 'BD1', carrier: 'BLUEDART' } },
		]);
	});

	it('comes back by the carrier, and is returned once it has arrived', async () => {
		const code = await allocated();
		shop.sandbox.advance(code, { to: 'shipped' });
		shop.sandbox.sendBack(code, { package: shop.sandbox.order(code).packages[0]?.code ?? '' });
		expect((await shop.only(code)).parcels).toMatchObject([{ status: 'return_to_origin' }]);
		shop.sandbox.receive(shop.sandbox.state().returns[0]?.code ?? '');
		expect((await shop.only(code)).parcels).toMatchObject([{ status: 'returned' }]);
	});

	it('comes back from the customer, unit by unit', async () => {
		const code = await allocated();
		shop.sandbox.advance(code, { to: 'delivered' });
		const statusOf = async () => (await shop.only(code)).parcels[0]?.status;
		const wanted = { order: code, reason: 'Too small' };
		const first = await requestReturn(shop.seller, { ...wanted, items: ['1-1'] }, 'WH_MAIN');
		expect(await statusOf()).toBe('return_in_progress');
		shop.sandbox.receive(first.return);
		expect(await statusOf()).toBe('partial_return');
		const rest = await requestReturn(shop.seller, { ...wanted, items: ['2-1', '3-1'] }, 'WH_MAIN');
		expect(await statusOf()).toBe('partial_return');
		shop.sandbox.receive(rest.return);
		expect(await statusOf()).toBe('returned');
	});

	it('says what it waits for, as long as something of it is open', async () => {
		shop.sandbox.setStock([{ sku: 'BBB', quantity: 0 }]);
		const code = await allocated();
		const waits = async () => (await shop.only(code)).waitsFor;
		expect(await waits()).toBe('In Uniware: 1 of 3 without stock.');
		shop.sandbox.edit(code, { onHold: true });
		expect(await waits()).toBe('In Uniware: on hold, 1 of 3 without stock.');
		shop.sandbox.edit(code, { onHold: false, verified: false });
		expect(await waits()).toBe('In Uniware: waits for verification, 1 of 3 without stock.');
		shop.sandbox.edit(code, { verified: true });
		shop.sandbox.cancel(code, { items: ['3-1'] });
		expect(await waits()).toBeNull();
		shop.sandbox.advance(code, { to: 'dispatched' });
		shop.sandbox.edit(code, { onHold: true });
		expect(await waits()).toBeNull();
	});

	it('is asked for only where it is news', async () => {
		const window = begin();
		const code = await allocated();
		const seen: unknown[] = [];
		const newsAmong = async (references: readonly { readonly id: string }[]) => {
			seen.push(...references);
			return new Set<string>();
		};
		const before = shop.calls();
		const page = await oms.changes(shop.seller, { ...window, newsAmong, position: null });
		expect(page.orders).toEqual([]);
		expect(shop.calls() - before).toBe(1);
		const { updatedAt } = shop.sandbox.order(code);
		expect(seen).toEqual([{ id: code, revisedAt: new Date(updatedAt).toISOString() }]);
	});

	it('is cancelled when all of it is; a unit that is cancelled alone is off its line', async () => {
		const code = await shop.handedOver();
		shop.sandbox.cancel(code, { items: ['1-1'], reason: 'Damaged' });
		expect(await shop.only(code)).toMatchObject({
			cancelled: null,
			lines: [unit('1', 0), unit('2', 1), unit('3', 1)],
			faults: [],
		});
		shop.sandbox.cancel(code);
		expect(await shop.only(code)).toMatchObject({ cancelled: { reason: null }, faults: [] });
	});
});
