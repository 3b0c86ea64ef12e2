import type { Http } from '../../channels/connector';
import { omniful } from '../../channels/omniful/connector';
import type { OmsOrder } from '../../domain/oms';
import { stockedOmniful } from './omnifulShop';
import type { OmnifulShop } from './omnifulShop';
import { told, unitItem } from './shopifyHandOver';
import { failureOf } from './testShop';

const { oms, updates } = omniful;

describe('what becomes of orders in Omniful', () => {
	let shop: OmnifulShop;
	beforeEach(async () => {
		shop = await stockedOmniful();
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

	/** Hands an order over and has it routed. */
	const routed = async (id?: string) => {
		const order = await shop.handedOver(id);
		shop.sandbox.route();
		return order;
	};

	const lines = (left: number) => [
		{
			of: ['1', '2'].map((line) => ({ line, quantity: 1 })),
			...{ kept: 2, open: 2 * left },
		},
		{ of: [{ line: '3', quantity: 1 }], kept: 1, open: left },
	];

	it('comes with the key and the lines by which the hub knows the order', async () => {
		const id = await routed();
		expect(await shop.only(id)).toEqual({
			...{ id, number: '21900', key: 'theIconic 4711 900', revisedAt: expect.any(String) },
			...{ cancelled: null, lines: lines(1), parcels: [], faults: [], waitsFor: null },
		});
	});

	it('leaves out what was not handed over', async () => {
		const window = begin();
		const [own = ''] = shop.place(3);
		const id = await shop.handedOver();
		expect([...(await walked(window)).orders.keys()]).toEqual([id]);
		expect((await oms.get(shop.seller, [own, 'nobody', id])).orders.map((one) => one.id)).toEqual([
			id,
		]);
		expect((await failureOf(oms.get(shop.seller, []))).kind).toBe('rejected');
	});

	it.each([60, 130])(
		'brings every one of %i orders once, and then what has changed',
		async (count) => {
			const window = begin();
			shop.sandbox.setStock([{ sku: 'AAA', quantity: 200 }]);
			const ids: string[] = [];
			for (let id = 0; id < count; id++) {
				ids.push(await shop.handedOver(String(900 + id), [unitItem('1', 'A')]));
			}
			const first = await walked(window);
			expect([...first.orders.keys()].sort()).toEqual([...ids].sort());
			shop.wait(60_000);
			shop.sandbox.route();
			shop.sandbox.advance(ids[3] ?? '', { to: 'shipped' });
			const second = await walked({ ...window, watermark: first.watermark });
			const gone = [...second.orders.values()].filter(({ parcels }) => parcels.length > 0);
			expect(gone.map(({ id }) => id)).toEqual([ids[3]]);
			expect(second.watermark > first.watermark).toBe(true);
		},
	);

	it('is a parcel once it is shipped, with carrier and number, from its hub', async () => {
		const id = await routed();
		shop.sandbox.advance(id, { to: 'ready_to_ship', awb: 'AWB1', courier: 'aramex' });
		expect((await shop.only(id)).parcels).toEqual([]);
		shop.sandbox.advance(id, { to: 'shipped' });
		const shipped = await shop.only(id);
		expect(shipped.lines).toEqual(lines(0));
		expect(shipped.parcels).toEqual([
			{
				...{ id, status: 'shipped', location: 'RUH' },
				lines: [
					{ of: ['1', '2'].map((line) => ({ line, quantity: 1 })), quantity: 2 },
					{ of: [{ line: '3', quantity: 1 }], quantity: 1 },
				],
				tracking: { number: 'AWB1', carrier: 'aramex', url: expect.stringMatching(/^https:/) },
			},
		]);
		shop.sandbox.advance(id, { to: 'delivered' });
		expect((await shop.only(id)).parcels).toMatchObject([{ id, status: 'delivered' }]);
	});

	it('says that Omniful holds it, and that a parcel comes back', async () => {
		const id = await routed();
		shop.sandbox.hold(id, { reason: 'forceful_on_hold' });
		expect((await shop.only(id)).waitsFor).toBe('In Omniful: on hold.');
		shop.sandbox.release(id);
		shop.sandbox.advance(id, { to: 'shipped' });
		shop.sandbox.advance(id, { to: 'return_to_origin' });
		expect(await shop.only(id)).toMatchObject({
			waitsFor: null,
			parcels: [{ status: 'return_to_origin' }],
		});
	});

	it('is not asked for again while the hub has it in this revision', async () => {
		await routed();
		const window = { ...begin(), connectedAt: '2020-01-01T00:00:00.000Z' };
		const before = shop.calls();
		await walked({ ...window, watermark: shop.now(), newsAmong: async () => new Set() });
		expect(shop.calls() - before).toBe(1);
	});

	it('keeps open what was not packed', async () => {
		const left = async (id: string, packed: readonly number[]) => {
			shop.sandbox.advance(id, { to: 'shipped', packed });
			const { lines: standing, parcels } = await shop.only(id);
			return {
				open: standing.map(({ kept, open }) => [kept, open]),
				gone: parcels.map((parcel) => parcel.lines.map(({ quantity }) => quantity)),
			};
		};
		expect(await left(await routed('900'), [1, 1])).toEqual({
			...{
				open: [
					[2, 1],
					[1, 0],
				],
				gone: [[1, 1]],
			},
		});
		expect(await left(await routed('901'), [0, 1])).toEqual({
			...{
				open: [
					[2, 2],
					[1, 0],
				],
				gone: [[1]],
			},
		});
	});

	it('has left whole where nobody counted what was packed', async () => {
		const id = await routed();
		shop.sandbox.advance(id, { to: 'shipped', packed: [0, 0] });
		expect((await shop.only(id)).lines).toEqual(lines(0));
	});

	it('is cancelled with the reason that the hub gave, and says of any other that it is none', async () => {
		const [mine, theirs] = [await routed('900'), await routed('901')];
		const handOver = { ...shop.handOver('900'), id: mine };
		const update = told('cancel', handOver, { reason: 'out_of_stock' });
		expect(await updates.send(shop.seller, update)).toMatchObject({ outcome: 'sent' });
		expect(shop.sandbox.order(mine)).toMatchObject({
			status: 'cancelled',
			cancelReason: 'Out of stock',
		});
		expect(await updates.send(shop.seller, update)).toMatchObject({ outcome: 'already' });
		expect(await shop.only(mine)).toMatchObject({ cancelled: { reason: 'out_of_stock' } });
		shop.sandbox.cancel(theirs, { reason: 'Nobody home' });
		expect((await shop.only(theirs)).cancelled).toEqual({ reason: null });
	});

	it('is not cancelled once it has left, and is looked for by its key where nobody knows its id', async () => {
		const id = await routed();
		const update = told('cancel', shop.handOver());
		shop.sandbox.advance(id, { to: 'shipped' });
		expect((await failureOf(updates.send(shop.seller, update))).message).toMatch(/as a return/);
		const never = told('cancel', shop.handOver('999'));
		expect(await updates.send(shop.seller, never)).toMatchObject({ outcome: 'already' });
	});

	it('is cancelled once when the answer is lost', async () => {
		const id = await routed();
		shop.sandbox.setFaults({ dropAfter: 1, forTheNext: 1, only: 'order/cancel' });
		const update = told('cancel', { ...shop.handOver(), id });
		await failureOf(updates.send(shop.seller, update));
		expect(await updates.send(shop.seller, update)).toMatchObject({ outcome: 'already' });
		const cancels = shop.sandbox.calls().filter(({ kind }) => kind === 'order/cancel');
		expect(cancels).toHaveLength(1);
	});

	it('is not said to be cancelled while Omniful shows that it is not', async () => {
		const id = await routed();
		const deaf: Http = async (request) =>
			request.path.endsWith('/cancel')
				? { status: 200, headers: {}, body: { is_success: true, data: {} } }
				: await shop.seller(request);
		const update = told('cancel', { ...shop.handOver(), id });
		const http = Object.assign(deaf, { seller: shop.seller.seller });
		expect((await failureOf(updates.send(http, update))).message).toMatch(/does not show it/);
	});

	it('says what left that the channel did not sell', async () => {
		const id = await routed();
		shop.sandbox.seed([{ sku: 'CCC', stocks: { RUH: 5 } }]);
		const { externalFields } = shop.sandbox.order(id);
		const [other] = shop.sandbox.place([
			{
				...{ hub: 'RUH', lines: [{ sku: 'AAA', quantity: 2 }, { sku: 'BBB' }, { sku: 'CCC' }] },
				overrides: {
					external_fields: Object.entries(externalFields).map(([key, value]) => ({ key, value })),
				},
			},
		]);
		shop.sandbox.route();
		shop.sandbox.advance(other?.id ?? '', { to: 'shipped' });
		expect((await shop.only(other?.id ?? '')).faults).toEqual([
			'1 of "CCC" left, which the channel did not sell.',
		]);
	});
});
