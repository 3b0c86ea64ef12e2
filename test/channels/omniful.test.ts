import type { ChannelConnector } from '../../channels/connector';
import { omniful } from '../../channels/omniful/connector';
import { behavesLikeAChannel } from './behavesLikeAChannel';
import { omnifulShop, stockedOmniful } from './omnifulShop';
import type { OmnifulShop } from './omnifulShop';
import { failureOf, walk } from './testShop';

/** Without what it is told of orders: that is not what a channel is told (omniful.create.test.ts). */
const { updates, ...asChannel } = omniful;
const channel: ChannelConnector = asChannel;

describe('Omniful', () => {
	// Slow, so that an order and the walk after it fall into the same second of the clock, which has no parts of one.
	const slow = { startAt: Date.parse('2026-03-02T10:00:00Z'), timeScale: 0.001, routeMs: 1e12 };
	behavesLikeAChannel(channel, async () => {
		const shop = await omnifulShop(slow);
		// What a walk begins with is counted: the search, and the three orders of that second again.
		return { ...shop, idleCalls: 4 };
	});
});

describe('Omniful, on its own', () => {
	let shop: OmnifulShop;
	beforeEach(async () => {
		shop = await stockedOmniful();
	});
	afterEach(() => shop.close());

	it('is told of orders to ship and of cancels, and of nothing else', async () => {
		const update = {
			effect: 'status' as const,
			order: '1',
			number: '1001',
			hubStatus: 'shipped' as const,
			channelStatus: 'shipped',
			parcels: [],
		};
		expect(updates.statuses).toEqual([]);
		expect(await updates.send(shop.seller, update)).toMatchObject({ outcome: 'untaken' });
		expect(shop.calls()).toBe(0);
	});

	it('signs in again when the token has ended, and asks once more', async () => {
		await omniful.account(shop.seller);
		shop.sandbox.expireTokens();
		const before = shop.sandbox.calls().length;
		await omniful.account(shop.seller);
		const after = shop.sandbox.calls().slice(before);
		expect(after.map(({ kind, status }) => [kind, status])).toEqual([
			['integrations/list', 401],
			['token', 200],
			['integrations/list', 200],
		]);
	});

	it('takes the hubs that are switched on from the tenant, by their names, in its own quota', async () => {
		shop.sandbox.setHubs([
			{ code: 'RUH', name: 'Riyadh' },
			{ code: 'OLD', name: 'Closed', active: false },
			...Array.from({ length: 120 }, (_, at) => ({ code: `H${at}`, name: `Hub ${at}` })),
		]);
		const found = await omniful.locations.list(shop.tenant);
		expect(found).toHaveLength(121);
		expect(found[0]).toEqual({ id: 'RUH', name: 'Riyadh' });
		const kinds = shop.sandbox.calls().map(({ kind }) => kind);
		expect(kinds.filter((kind) => kind === 'hubs/list')).toHaveLength(2);
	});

	it('learns the hubs from stock where there is no tenant', async () => {
		expect(await omniful.locations.list(shop.caller('DXB'))).toEqual(
			['DXB', 'RUH', 'JED'].map((id) => ({ id, name: id })),
		);
	});

	it('cannot use a SKU that is inactive', async () => {
		shop.sandbox.seed([{ sku: 'OLD', status: 'inactive' }]);
		const { listings } = await omniful.listings.page(shop.seller, null);
		expect(listings.map(({ sku, unusable }) => [sku, unusable ?? null])).toEqual([
			['AAA', null],
			['BBB', null],
			['OLD', expect.stringMatching(/inactive/)],
		]);
	});

	it('finds orders by either number to pick one from', async () => {
		shop.place(3);
		shop.sandbox.place([{ orderId: 'X', alias: '1007', lines: [{ sku: 'AAA' }] }]);
		expect((await omniful.orders.latest(shop.seller, '', null)).orders).toHaveLength(4);
		for (const typed of ['1007', 'X']) {
			const { orders } = await omniful.orders.latest(shop.seller, typed, null);
			expect(orders).toMatchObject([{ number: '1007' }]);
		}
		expect((await omniful.orders.latest(shop.seller, 'nobody', null)).orders).toEqual([]);
	});

	it('says what to switch on where the integration takes no orders', async () => {
		shop.sandbox.set({ orderSync: false });
		const failure = await failureOf(omniful.orders.latest(shop.seller, '', null));
		expect(failure).toMatchObject({ kind: 'rejected' });
		expect(failure.message).toMatch(/Please enable order sync.*Switch it on/);
	});

	it('walks from as far back as filters reach where it began longer ago', async () => {
		const [id = ''] = shop.place(1);
		const connectedAt = '2020-01-01T00:00:00.000Z';
		const begin = { connectedAt, watermark: null, overlapMinutes: 0 };
		const { seen } = await walk(omniful.orders, shop.seller, begin);
		expect([...seen.keys()]).toEqual([id]);
		const kinds = shop.sandbox.calls().map(({ kind, status }) => `${kind} ${status}`);
		expect(kinds).toEqual([
			...['token 200', 'orders/search 400', 'orders/search 200', 'order/get 200'],
		]);
	});

	it('reads few orders one by one, and never more than twenty of a page', async () => {
		shop.place(50);
		const window = { connectedAt: shop.now(), watermark: null, overlapMinutes: 60, position: null };
		const connectedAt = '2020-01-01T00:00:00.000Z';
		const page = await omniful.orders.page(shop.seller, { ...window, connectedAt });
		expect(page.orders).toHaveLength(20);
		expect(page.next).not.toBeNull();
	});
});

describe('the stock of Omniful', () => {
	let shop: OmnifulShop;
	beforeEach(async () => {
		shop = await stockedOmniful();
	});
	afterEach(() => shop.close());

	it('is what each mapped hub may still promise, page by page, also below zero', async () => {
		shop.sandbox.seed(
			Array.from({ length: 120 }, (_, at) => ({ sku: `S${at}`, stocks: { JED: 1 } })),
		);
		shop.sandbox.setStock([{ sku: 'AAA', hub: 'RUH', quantity: 2, safety: 3 }]);
		const levels: unknown[] = [];
		let position: string | null = null;
		do {
			const page: Awaited<ReturnType<typeof omniful.oms.stock>> = await omniful.oms.stock(
				...([shop.seller, ['RUH', 'JED'], position] as const),
			);
			levels.push(...page.levels);
			position = page.next;
		} while (position !== null);
		expect(levels).toHaveLength(122);
		expect(levels[0]).toEqual({ listing: 'AAA', location: 'RUH', available: -1 });
	});

	it.each(['page 0 of RUH', 'page 1 of DXB', 'RUH', ''])(
		'refuses the position "%s"',
		async (at) => {
			expect((await failureOf(omniful.oms.stock(shop.seller, ['RUH'], at))).kind).toBe('rejected');
			expect((await failureOf(omniful.oms.stock(shop.seller, [], null))).kind).toBe('rejected');
		},
	);
});
