import { babyshop } from '../../channels/babyshop/connector';
import type { OrderWindow } from '../../channels/connector';
import { instant } from '../../domain/instant';
import type { BabyshopOptions } from '../../sandbox/babyshop/types';
import { babyshopShop } from './babyshopShop';
import type { BabyshopShop } from './babyshopShop';
import { answering, called, lastCall } from './babyshopUpdate';

const { orders } = babyshop;
const startAt = Date.UTC(2026, 1, 28, 20);

describe('orders of babyshop, fetched by number,', () => {
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

	it('come only where they were asked for', async () => {
		await open();
		const [id = '', other = ''] = shop.place(2);
		const { orders: both } = await orders.get(shop.seller, [id, other]);
		expect(both).toHaveLength(2);
		const request = { method: 'POST', path: '/orderFetch' } as const;
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		const RequestBody = JSON.stringify({ orderNo: [id, other] });
		const body = new URLSearchParams({ RequestBody }).toString();
		const answer = await shop.seller({ ...request, headers, body });
		const http = answering(shop.seller, 'orderFetch', answer.body);
		expect((await orders.get(http, [id])).orders.map((order) => order.id)).toEqual([id]);
		const before = lastCall(shop);
		expect((await orders.get(shop.seller, ['nobody'])).orders).toEqual([]);
		expect(called(shop, before)).toEqual(['orderFetch']);
	});

	it('are asked for alone where they are missing among many, and then shown as unreadable', async () => {
		await open();
		const ids = shop.place(3);
		const http = answering(shop.seller, 'orderFetch', { responseCode: 0, orders: null });
		const before = lastCall(shop);
		const page = await orders.page(http, window());
		expect(page.orders).toEqual([]);
		expect(page.unreadable.map(({ id }) => id).sort()).toEqual([...ids].sort());
		expect(page.unreadable[0]).toMatchObject({
			reason: expect.stringContaining('not to be had'),
			raw: { orderStatus: '5' },
		});
		expect(called(shop, before)).toEqual(['orderList']);
	});

	it('are asked for alone no more than ten times a page, since calls are scarce', async () => {
		await open();
		shop.place(60);
		let fetched = 0;
		const http = Object.assign(
			async (request: Parameters<typeof shop.seller>[0]) => {
				if (request.path === '/orderFetch') fetched++;
				const empty = { status: 200, headers: {}, body: { responseCode: 0, orders: [] } };
				return request.path === '/orderFetch' ? empty : await shop.seller(request);
			},
			{ seller: { ...(await signedIn()) } },
		);
		const page = await orders.page(http, window());
		expect(page.unreadable).toHaveLength(60);
		expect(fetched).toBe(2 + 10);
	});

	const signedIn = async () => {
		await babyshop.account(shop.seller);
		return shop.seller.seller;
	};
});
