import type { ChannelConnector } from '../../channels/connector';
import { uniware } from '../../channels/uniware/connector';
import { behavesLikeAChannel } from './behavesLikeAChannel';
import { failureOf, walk } from './testShop';
import { uniwareShop } from './uniwareShop';
import type { UniwareShop } from './uniwareShop';

/** Without what it is told of orders: that is not what a channel is told (uniware.create.test.ts, uniware.cancel.test.ts). */
const { updates, ...asChannel } = uniware;
const channel: ChannelConnector = asChannel;

describe('Uniware', () => {
	// Slow, so that an order and the walk after it fall into the same second of the clock, which has no parts of one.
	const slow = { startAt: Date.parse('2026-03-02T10:00:00Z'), timeScale: 0.001 };
	behavesLikeAChannel(channel, async () => ({
		...(await uniwareShop(slow)),
		// The search, and the three orders of that second again.
		idleCalls: 4,
	}));
});

describe('Uniware, on its own', () => {
	let shop: UniwareShop;
	beforeEach(async () => {
		shop = await uniwareShop();
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
		await uniware.account(shop.seller);
		shop.sandbox.expireTokens();
		const before = shop.sandbox.calls().length;
		await uniware.account(shop.seller);
		const after = shop.sandbox.calls().slice(before);
		expect(after.map(({ kind, status }) => [kind, status])).toEqual([
			['facility/get', 401],
			['token', 200],
			['facility/get', 200],
		]);
	});

	it('knows its account without a call', () => {
		expect(uniware.accountId(shop.seller)).toMatch(/^127\.0\.0\.1:\d+$/);
	});

	it('says that the address or a right is missing where a web page says 403, and asks once', async () => {
		shop.sandbox.forbid(['facility/get']);
		const failure = await failureOf(uniware.account(shop.seller));
		expect(failure).toMatchObject({ kind: 'unauthorised' });
		expect(failure.message).toMatch(/right in Uniware, or allow the address/);
		expect(shop.calls()).toBe(1);
	});

	it('refuses a default facility that there is not, and says where to correct it', async () => {
		const failure = await failureOf(uniware.account(shop.caller({ facility: 'WH' })));
		expect(failure.message).toMatch(/INVALID_FACILITY_CODE.*Default Facility/);
	});

	it('lists the facilities that are switched on, by their names', async () => {
		shop.sandbox.setFacilities([
			{ code: 'WH_MAIN', name: 'Main' },
			{ code: 'OLD', name: 'Closed', enabled: false },
		]);
		expect(await uniware.locations.list(shop.seller)).toEqual([{ id: 'WH_MAIN', name: 'Main' }]);
	});

	it('cannot use a SKU that is switched off', async () => {
		shop.sandbox.seed([{ sku: 'NEW' }, { sku: 'OLD', enabled: false }]);
		const { listings } = await uniware.listings.page(shop.seller, null);
		expect(listings.map(({ sku, unusable }) => [sku, unusable ?? null])).toEqual([
			['NEW', null],
			['OLD', expect.stringMatching(/switched off/)],
		]);
	});

	it('finds orders by their number to pick one from', async () => {
		const [first = ''] = shop.place(3);
		expect((await uniware.orders.latest(shop.seller, '', null)).orders).toHaveLength(3);
		shop.sandbox.place([{ code: 'X', displayCode: '1007', lines: [{ sku: 'AAA' }] }]);
		const found = await uniware.orders.latest(shop.seller, '1007', null);
		expect(found.orders.map(({ id }) => id)).toEqual(['X']);
		expect(first).not.toBe('X');
	});

	it('brings an order with a line for each unit, cancelled ones as such', async () => {
		const [code = ''] = shop.place(1);
		shop.sandbox.cancel(code, { items: ['1-1'] });
		const { orders } = await uniware.orders.get(shop.seller, [code]);
		expect(orders[0]).toMatchObject({
			id: code,
			statuses: ['CREATED'],
			total: { minor: 20_000, currency: 'INR' },
			lines: [
				{ id: '1-1', sku: 'AAA', ordered: 1, cancelled: 1 },
				{ id: '1-2', sku: 'AAA', ordered: 1, cancelled: 0 },
			],
		});
	});

	it('meets a row that shows late in a later walk', async () => {
		const begin = { connectedAt: shop.now(), watermark: null, overlapMinutes: 60 };
		shop.sandbox.setFaults({ lateRows: 1, lateMs: 3_600_000 });
		const [id = ''] = shop.place(1);
		const first = await walk(uniware.orders, shop.seller, begin);
		expect(first.seen.size).toBe(0);
		shop.wait(3_600_000);
		const next = { ...begin, watermark: first.watermark };
		expect([...(await walk(uniware.orders, shop.seller, next)).seen.keys()]).toEqual([id]);
	});

	it('walks over all there is in few calls, however long ago it began', async () => {
		shop.place(120);
		const connectedAt = new Date(0).toISOString();
		const before = shop.calls();
		const begin = { connectedAt, watermark: null, overlapMinutes: 0 };
		const { seen } = await walk(uniware.orders, shop.seller, begin);
		expect(seen.size).toBe(120);
		expect(shop.calls() - before).toBe(123);
	});
});
