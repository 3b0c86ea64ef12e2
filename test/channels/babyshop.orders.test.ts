import { babyshop } from '../../channels/babyshop/connector';
import type { OrderReference, OrderWindow } from '../../channels/connector';
import { instant } from '../../domain/instant';
import type { BabyshopOptions } from '../../sandbox/babyshop/types';
import { babyshopShop } from './babyshopShop';
import type { BabyshopShop } from './babyshopShop';
import { bodies, called, placed } from './babyshopUpdate';
import { walk } from './testShop';

const { orders } = babyshop;
const minuteMs = 60_000;
const startAt = Date.UTC(2026, 1, 28, 20);

describe('orders of babyshop', () => {
	let shop: BabyshopShop;
	const open = async (options: BabyshopOptions = {}) => {
		shop = await babyshopShop({ startAt, ...options });
	};
	afterEach(() => shop.close());

	const window = (change: Partial<OrderWindow> = {}): OrderWindow => ({
		connectedAt: instant(startAt),
		watermark: null,
		overlapMinutes: 180,
		position: null,
		...change,
	});

	/** The hub has all of these in the revision that they have now. */
	const having = (ids: readonly string[]) => {
		const known = shop.revisions();
		return async (references: readonly OrderReference[]) =>
			new Set(
				references
					.filter(({ id, revisedAt }) => !ids.includes(id) || known.get(id) !== revisedAt)
					.map(({ id }) => id),
			);
	};

	it('are asked for since the watermark less the overlap, in the time of the zone', async () => {
		await open();
		await orders.page(shop.seller, window({ watermark: '2026-02-28T21:31:05.000Z' }));
		expect(bodies(shop, 'orderList')).toEqual([
			{ updateDate: '01/03/2026 00:01:05', pageNumber: 1, limit: 100 },
		]);
	});

	it('are read in the zone that the credential names', async () => {
		await shop?.close();
		const timeZone = 'Asia/Dubai';
		shop = await babyshopShop({ startAt, timeZone }, { timeZone });
		const [id = ''] = shop.place(1);
		const page = await orders.page(shop.seller, window());
		expect(page.orders).toMatchObject([{ id, placedAt: shop.revisions().get(id) }]);
		expect(bodies(shop, 'orderList')).toMatchObject([{ updateDate: '28/02/2026 21:00:00' }]);
	});

	it('are fetched only where the hub lacks them, or has them older', async () => {
		await open();
		const [first = '', second = '', third = ''] = shop.place(3);
		const newsAmong = having([first, second]);
		shop.wait(minuteMs);
		shop.touch(second);
		const found = await orders.page(shop.seller, window({ newsAmong }));
		expect(found.orders.map(({ id }) => id).sort()).toEqual([second, third].sort());
		const none = await orders.page(
			shop.seller,
			window({ newsAmong: having([first, second, third]) }),
		);
		expect(none.orders).toEqual([]);
		expect(called(shop)).toEqual(['orderList', 'orderFetch', 'orderList']);
	});

	it('are fetched again where they changed in the last second that was read, or have no time of change', async () => {
		await open();
		const [early = '', late = ''] = [...shop.place(1), ...(shop.wait(minuteMs), shop.place(1))];
		const undated = placed(shop, { listOverrides: { orderLastUpdateDate: null } });
		const { watermark } = await walk(orders, shop.seller, window());
		expect(watermark).toBe(shop.revisions().get(late));
		const newsAmong = async () => new Set<string>();
		const page = await orders.page(shop.seller, window({ watermark, newsAmong }));
		expect(page.orders.map(({ id }) => id).sort()).toEqual([late, undated].sort());
		expect(page.orders.map(({ id }) => id)).not.toContain(early);
	});

	it.each([
		{
			what: 'that the last walk may have read are fetched on the way back as well',
			minutes: 0,
			back: 100,
		},
		{ what: 'of later are fetched on the way forth only', minutes: 11, back: 0 },
	])('$what', async ({ minutes, back }) => {
		await open();
		shop.place(120);
		const first = [...shop.revisions().values()].sort().at(0) ?? '';
		const watermark = new Date(Date.parse(first) - minutes * minuteMs).toISOString();
		const newsAmong = async () => new Set<string>();
		const counts = [];
		for (let position: string | null = null, more = true; more; more = position !== null) {
			const page = await orders.page(shop.seller, window({ watermark, newsAmong, position }));
			counts.push(page.orders.length);
			position = page.next;
		}
		expect(counts).toEqual([100, 20, back]);
	});

	it('come in as many calls as needed, fifty by fifty, and none twice on the way back', async () => {
		await open();
		shop.place(120);
		const walked = await walk(orders, shop.seller, window());
		expect(walked.orders).toHaveLength(120);
		expect(called(shop)).toEqual([
			'orderList',
			'orderFetch',
			'orderFetch',
			'orderList',
			'orderFetch',
			'orderList',
		]);
		const limits = bodies(shop, 'orderFetch').map((body) => Object(body).limit);
		expect(limits).toEqual([50, 50, 20]);
	});

	it.each(['newest', 'oldest', 'number'] as const)(
		'are all there at the end although they change while pages are read (%s first)',
		async (listOrder) => {
			await open({ listOrder });
			const ids = shop.place(320);
			shop.wait(minuteMs);
			const walked = await walk(orders, shop.seller, window({ overlapMinutes: 0 }), (page) => {
				shop.wait(1_500);
				for (let n = 0; n < 25; n++) shop.touch(ids[(page * 41 + n * 13) % ids.length] ?? '');
			});
			const { watermark } = walked;
			shop.wait(minuteMs);
			const second = await walk(orders, shop.seller, window({ watermark, overlapMinutes: 0 }));
			expect(new Map([...walked.seen, ...second.seen])).toEqual(shop.revisions());
		},
	);

	it('that the channel itself cannot give cost no other', async () => {
		await open();
		const [good] = [shop.place(49), placed(shop, { fetchCode: 9 })];
		const page = await orders.page(shop.seller, window());
		expect(page.orders.map(({ id }) => id).sort()).toEqual([...good].sort());
		expect(page.unreadable).toMatchObject([{ reason: 'it is in the list and not to be had.' }]);
	});

	it('are asked for again later where the channel refuses all of them', async () => {
		await open();
		for (let n = 0; n < 30; n++) placed(shop, { fetchCode: 9 });
		await expect(orders.page(shop.seller, window())).rejects.toMatchObject({
			kind: 'unavailable',
		});
		expect(called(shop).length).toBeLessThan(20);
	});

	it('that have no number are shown once, and cost no other', async () => {
		await open();
		placed(shop, { listOverrides: { orderNo: '' } });
		const [good] = shop.place(1);
		const page = await orders.page(shop.seller, window());
		expect(page.orders.map(({ id }) => id)).toEqual([good]);
		expect(page.unreadable).toMatchObject([{ id: null, reason: 'orderNo is missing.' }]);
		const { references } = await orders.references(shop.seller, window());
		expect(references.map(({ id }) => id)).toEqual([good]);
		shop.place(120);
		const walked = await walk(orders, shop.seller, window());
		expect(walked.pages).toBe(3);
		expect(walked.unreadable).toHaveLength(1);
	});

	it('are whole, also where a part of one was cancelled there', async () => {
		await open();
		const id = placed(shop);
		shop.sandbox.cancelLines(id, [{ line: '1', quantity: 1 }]);
		const [order] = (await orders.get(shop.seller, [id])).orders;
		expect(order).toMatchObject({ isWhole: true, statuses: ['5'] });
		expect(order?.lines.map(({ cancelled }) => cancelled)).toEqual([1, 0]);
	});
});
