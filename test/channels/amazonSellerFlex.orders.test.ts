import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import type { Http } from '../../channels/connector';
import { amazonShop } from './amazonShop';
import type { AmazonShop } from './amazonShop';
import { answering } from './amazonUpdate';
import { failureOf, walk } from './testShop';

const { orders } = amazonSellerFlex;

const minuteMs = 60_000;

/** What each good call since then asked for: the status, and from when on. */
const asked = ({ sandbox }: AmazonShop, since = 0) =>
	sandbox
		.calls(since)
		.filter(({ kind, status }) => kind === 'getShipments' && status === 200)
		.map(({ path }) => {
			const query = new URL(path, 'http://amazon').searchParams;
			return [query.get('status'), query.get('lastUpdatedAfter')?.slice(11, 19) ?? null];
		});

describe('orders of amazonSellerFlex', () => {
	let shop: AmazonShop;
	beforeEach(async () => {
		shop = await amazonShop();
	});
	afterEach(() => shop.close());

	const begin = (change = {}) => ({
		connectedAt: shop.now(),
		watermark: null as string | null,
		overlapMinutes: 10,
		locations: shop.locations,
		...change,
	});
	const lines = [{ sku: 'KETTLE-1', quantity: 2 }];
	const read = async (change = {}) => await walk(orders, shop.seller, begin(change));
	const calls = () => shop.sandbox.calls().at(-1)?.seq ?? 0;

	it('asks for new and cancelled orders by two calls, the new ones whenever they came', async () => {
		const { watermark } = await read();
		shop.wait(30 * minuteMs);
		const before = calls();
		await read({ watermark });
		expect(asked(shop, before)).toEqual([
			['ACCEPTED', null],
			['CANCELLED', '08:49:59'],
		]);
	});

	it('asks for what was shipped and delivered once every two hours, from the start of the last two', async () => {
		const { watermark } = await read();
		shop.wait(61 * minuteMs);
		const before = calls();
		const next = await read({ watermark });
		expect(asked(shop, before)).toEqual([
			['ACCEPTED', null],
			['CANCELLED', '08:49:59'],
			['SHIPPED', '07:49:59'],
			['DELIVERED', '07:49:59'],
		]);
		shop.wait(30 * minuteMs);
		const later = calls();
		await read({ watermark: next.watermark });
		expect(asked(shop, later)).toHaveLength(2);
	});

	it('brings every order that was shipped or delivered, however long the walks are apart', async () => {
		const ids = shop.place(12);
		let { watermark } = await read({ connectedAt: '2026-03-02T00:00:00.000Z' });
		const seen = new Map<string, string>();
		for (const [at, id] of ids.entries()) {
			shop.sandbox.advance(id, { status: at % 2 === 0 ? 'SHIPPED' : 'DELIVERED' });
			shop.wait((7 + 23 * at) * minuteMs);
			const walked = await read({ watermark });
			for (const order of walked.orders) seen.set(order.id, order.statuses[0] ?? '');
			watermark = walked.watermark;
		}
		shop.wait(121 * minuteMs);
		for (const order of (await read({ watermark })).orders)
			seen.set(order.id, order.statuses[0] ?? '');
		expect([...seen.values()].filter((status) => status !== 'ACCEPTED')).toHaveLength(ids.length);
	});

	it('never brings what is pending or lacks stock', async () => {
		shop.sandbox.place([
			{ lines, status: 'PENDING' },
			{ lines, status: 'CREATED' },
		]);
		expect((await read()).orders).toEqual([]);
	});

	it('brings an order that Amazon cancelled with nothing left', async () => {
		const [id = ''] = shop.place(1);
		const { watermark } = await read();
		shop.wait(minuteMs);
		shop.sandbox.cancel(id);
		const [order] = (await read({ watermark })).orders;
		expect(order).toMatchObject({
			id,
			statuses: ['CANCELLED'],
			lines: [{ ordered: 2, cancelled: 2 }],
		});
	});

	it('follows empty pages that name a next one', async () => {
		const ids = shop.place(250);
		shop.sandbox.setFaults({ emptyPages: 1 });
		const { seen, pages } = await read();
		expect([...seen.keys()].sort()).toEqual([...ids].sort());
		expect(pages).toBeGreaterThan(9);
	});

	it('asks at every mapped hub, and each order names its own', async () => {
		shop.sandbox.setLocations([{ id: 'EXSB' }, { id: 'ABCD' }]);
		shop.sandbox.place([
			{ lines, location: 'EXSB' },
			{ lines, location: 'ABCD' },
			{ lines, location: 'WXYZ' },
		]);
		const walked = await read({ locations: ['EXSB', 'ABCD'] });
		expect(walked.orders.map(({ location }) => location).sort()).toEqual(['ABCD', 'EXSB']);
	});

	it('refuses to read where no hub is mapped, without asking', async () => {
		for (const locations of [[], undefined]) {
			const failure = await failureOf(
				orders.page(shop.seller, { ...begin({ locations }), position: null }),
			);
			expect(failure).toMatchObject({
				kind: 'rejected',
				message: expect.stringContaining('Complete Hub Mapping'),
			});
		}
		expect(shop.calls()).toBe(0);
	});

	it('begins anew where its hub was taken out of the map meanwhile', async () => {
		const ids = shop.place(150);
		const { next } = await orders.page(shop.seller, {
			...begin({ locations: ['GONE', shop.location] }),
			position: null,
		});
		const position = next;
		let page = await orders.page(shop.seller, { ...begin(), position });
		const seen = new Set(page.orders.map(({ id }) => id));
		while (page.next !== null) {
			page = await orders.page(shop.seller, { ...begin(), position: page.next });
			for (const { id } of page.orders) seen.add(id);
		}
		expect([...seen].sort()).toEqual([...ids].sort());
	});

	it('passes on whatever Amazon names a page by', async () => {
		const token = 'a"b\\ c/+=&ü %20';
		const http = answering(shop.seller, 200, { shipments: [], pagination: { nextToken: token } });
		const { next } = await orders.page(http, { ...begin(), position: null });
		const sent: unknown[] = [];
		const noting: Http = Object.assign(
			async (request: Parameters<Http>[0]) => {
				sent.push(request.query?.paginationToken);
				return await http(request);
			},
			{ seller: shop.seller.seller },
		);
		await orders.page(noting, { ...begin(), position: next });
		expect(sent).toEqual([token]);
	});

	it('does not move the watermark where Amazon does not say what time it is', async () => {
		const http = answering(shop.seller, 200, { shipments: [] });
		const window = begin({ watermark: '2026-03-02T08:30:00.000Z' });
		const walked = await walk(orders, http, window);
		expect(walked).toMatchObject({ watermark: window.watermark, pages: 4 });
	});

	it('takes orders of another seller for a wrong credential', async () => {
		shop.place(1);
		const other = { ...shop.seller.seller, sellerId: 'A2OTHER' };
		const http: Http = Object.assign((request: Parameters<Http>[0]) => shop.seller(request), {
			seller: other,
		});
		const failure = await failureOf(orders.page(http, { ...begin(), position: null }));
		expect(failure).toMatchObject({
			kind: 'unauthorised',
			message: expect.stringMatching(/A2OTHER.*Correct the seller ID/),
		});
	});

	it('takes an order of another program for unreadable', async () => {
		shop.sandbox.place([{ lines, channelName: 'MFN' }]);
		const { unreadable } = await read();
		expect(unreadable).toMatchObject([{ reason: expect.stringContaining('"MFN", not "FBA"') }]);
	});

	it('refers to what the hub brought about itself without a revision, so that nobody reads it again', async () => {
		const [id = ''] = shop.place(1);
		shop.sandbox.advance(id, { status: 'PACKAGE_CREATED' });
		const window = begin();
		let page = await orders.references(shop.seller, { ...window, position: null });
		const found = [...page.references];
		while (page.next !== null) {
			page = await orders.references(shop.seller, { ...window, position: page.next });
			found.push(...page.references);
		}
		expect(found).toEqual([{ id, revisedAt: null }]);
	});
});
