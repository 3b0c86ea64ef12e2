import type { OrderReference, OrderWindow } from '../../channels/connector';
import { theIconic } from '../../channels/theIconic/connector';
import { instant } from '../../domain/instant';
import type { IconicOptions } from '../../sandbox/theIconic/types';
import { iconicShop } from './iconicShop';
import type { IconicShop } from './iconicShop';
import { called, changing, lastCall, placed } from './iconicUpdate';
import { failureOf, walk } from './testShop';

const { orders } = theIconic;
const minuteMs = 60_000;
const startAt = Date.UTC(2026, 2, 2, 10);

describe('orders of theIconic', () => {
	let shop: IconicShop;
	const open = async (options: IconicOptions = {}) => {
		shop = await iconicShop({ startAt, ...options });
	};
	afterEach(() => shop.close());

	const window = (change: Partial<OrderWindow> = {}): OrderWindow => ({
		connectedAt: instant(startAt),
		watermark: null,
		overlapMinutes: 10,
		position: null,
		...change,
	});

	const queries = () =>
		shop.sandbox
			.calls()
			.filter(({ kind }) => kind === 'getOrders')
			.map(({ path }) => Object.fromEntries(new URLSearchParams(path.split('?')[1])));

	it('are asked for since the watermark less the overlap, only those that the seller ships', async () => {
		await open();
		await orders.page(shop.seller, window({ watermark: '2026-03-02T10:30:00.500Z' }));
		expect(queries()).toEqual([
			{
				limit: '100',
				offset: '0',
				updateDateStart: '2026-03-02T10:20:00.500000Z',
				'fulfilmentType[]': 'merchant',
				sort: 'updatedAt',
				sortDir: 'asc',
			},
		]);
	});

	it('begin with the connection', async () => {
		await open();
		await orders.page(shop.seller, window({ overlapMinutes: 0 }));
		expect(queries()).toMatchObject([{ updateDateStart: '2026-03-02T10:00:00.000000Z' }]);
	});

	it('are read up to the last change that was seen, and no further back than before', async () => {
		await open();
		const [id = ''] = shop.place(1);
		shop.wait(minuteMs);
		const { watermark } = await orders.page(shop.seller, window());
		expect(watermark).toBe(shop.revisions().get(id));
		const later = instant(startAt + 999 * minuteMs);
		expect((await orders.page(shop.seller, window({ watermark: later }))).watermark).toBe(later);
	});

	it('come back once, with only what the hub lacks by then', async () => {
		await open();
		const ids = shop.place(250);
		const known = shop.revisions();
		const asked: string[] = [];
		const newsAmong = async (references: readonly OrderReference[]) => {
			asked.push(...references.map(({ id }) => id));
			return new Set(
				references.filter(({ id, revisedAt }) => known.get(id) !== revisedAt).map(({ id }) => id),
			);
		};
		const counts: number[] = [];
		for (let position: string | null = null, more = true; more; more = position !== null) {
			const page = await orders.page(shop.seller, window({ position, newsAmong }));
			counts.push(page.orders.length);
			position = page.next;
		}
		expect(counts).toEqual([100, 100, 50, 0, 0]);
		expect(new Set(asked).size).toBe(200);
		expect(ids).toHaveLength(250);
	});

	it('are all there where one changes between two pages', async () => {
		await open();
		const ids = shop.place(250);
		shop.wait(minuteMs);
		const walked = await walk(orders, shop.seller, window(), (page) => {
			if (page === 1) for (const id of ids.slice(0, 5)) shop.touch(id);
		});
		expect([...walked.seen.keys()].sort()).toEqual([...ids].sort());
	});

	it.each([
		['whether there is more', (left: number) => ({ hasNext: left > 10 })],
		['a total', () => ({ totalCount: 25 })],
	])(
		'are all there where the channel gives fewer than it is asked for, and says %s',
		async (...args) => {
			const [, paginationAt] = args;
			await open();
			const ids = shop.place(25);
			const few = changing(shop.seller, '/v2/orders?', (body) => {
				const { items = [] } = Object(body);
				return { items: items.slice(0, 10), pagination: paginationAt(items.length) };
			});
			expect([...(await walk(orders, few, window())).seen.keys()].sort()).toEqual([...ids].sort());
		},
	);

	it('end with a short page where the channel says nothing', async () => {
		await open();
		const ids = shop.place(120);
		const other = changing(shop.seller, '/v2/orders?', (body) => ({ items: Object(body).items }));
		expect([...(await walk(orders, other, window())).seen.keys()].sort()).toEqual([...ids].sort());
		expect(queries().map(({ offset }) => offset)).toEqual(['0', '100', '0']);
	});

	it('come once where a page has one twice', async () => {
		await open();
		shop.place(3);
		shop.sandbox.setFaults({ duplicateRows: 1, only: 'getOrders' });
		expect((await orders.page(shop.seller, window())).orders).toHaveLength(3);
	});

	it('lose none to one that cannot be read, on no page and in no look-up', async () => {
		await open();
		const [bad = ''] = shop.place(1, { isUnreadable: true });
		const [good = ''] = shop.place(1);
		for (const found of [
			await orders.page(shop.seller, window()),
			await orders.get(shop.seller, [bad, good]),
		]) {
			expect(found.orders.map(({ id }) => id)).toEqual([good]);
			expect(found.unreadable).toMatchObject([
				{ id: bad, reason: 'currency is missing, not a currency of three letters.' },
			]);
		}
	});

	it('have a line for each unit, with the listing of its SKU where there is one', async () => {
		await open();
		const [product] = shop.sandbox.seed([{ sku: 'IC-1' }, { sku: 'IC-3', status: 'deleted' }]);
		const lines = [{ sku: 'IC-1', quantity: 2 }, { sku: 'ic-1' }, { sku: 'IC-3' }];
		const id = placed(shop, { lines });
		const [order] = (await orders.get(shop.seller, [id])).orders;
		expect(order?.lines.map(({ sku, listing, ordered }) => [sku, listing, ordered])).toEqual([
			['IC-1', String(product?.id), 1],
			['IC-1', String(product?.id), 1],
			['ic-1', null, 1],
			['IC-3', null, 1],
		]);
	});

	it('look up many SKUs in several calls', async () => {
		await open();
		shop.goods(120);
		const lines = Array.from({ length: 120 }, (_, at) => ({ sku: `IC ${at}/é&` }));
		const id = placed(shop, { lines });
		const before = lastCall(shop);
		const [order] = (await orders.get(shop.seller, [id])).orders;
		expect(order?.lines.every(({ listing }) => listing !== null)).toBe(true);
		const lookUps = called(shop, before).filter((call) => call === 'getProductsBySellerSkus');
		expect(lookUps.length).toBeGreaterThan(1);
	});

	it('of the marketplace to ship do not come in', async () => {
		await open();
		const id = placed(shop, { lines: [{ sku: 'W', shipmentType: 'warehouse' }] });
		expect((await orders.page(shop.seller, window())).orders).toEqual([]);
		expect(await orders.get(shop.seller, [id])).toMatchObject({ orders: [], unreadable: [] });
	});

	it('follow what the customer cancels, item by item', async () => {
		await open();
		const id = placed(shop);
		const [first] = shop.sandbox.order(id).items;
		const { watermark } = await orders.page(shop.seller, window({ overlapMinutes: 0 }));
		shop.wait(minuteMs);
		shop.sandbox.cancel(id, { items: [first?.id ?? 0] });
		const found = await orders.page(shop.seller, window({ watermark, overlapMinutes: 0 }));
		expect(found.orders.map(({ lines }) => lines.map(({ cancelled }) => cancelled))).toEqual([
			[1, 0, 0],
		]);
	});

	it('are not asked for by what is no ID', async () => {
		await open();
		expect((await orders.get(shop.seller, ['nobody', '-1', '1.5'])).orders).toEqual([]);
		expect(called(shop)).toEqual(['getSeller']);
		expect((await failureOf(orders.get(shop.seller, []))).kind).toBe('rejected');
	});

	it('to pick from are the newest first, page by page, or those of a number', async () => {
		await open();
		const ids = Array.from({ length: 60 }, () => {
			shop.wait(1_000);
			return shop.place(1);
		}).flat();
		const first = await orders.latest(shop.seller, '', null);
		const second = await orders.latest(shop.seller, '', first.next);
		expect([...first.orders, ...second.orders].map(({ id }) => id)).toEqual(ids.toReversed());
		expect(second.next).toBeNull();
		const { number } = shop.sandbox.order(ids[7] ?? '');
		const found = await orders.latest(shop.seller, number, null);
		expect(found).toEqual({
			orders: [{ id: ids[7], number, placedAt: expect.stringMatching(/^2026-/) }],
			next: null,
		});
	});
});
