import { babyshop } from '../../channels/babyshop/connector';
import { babyshopShop } from './babyshopShop';
import type { BabyshopShop } from './babyshopShop';
import { bodies, placed } from './babyshopUpdate';

const { orders } = babyshop;
const minuteMs = 60_000;

describe('orders of babyshop to pick from', () => {
	let shop: BabyshopShop;
	beforeEach(async () => {
		shop = await babyshopShop();
	});
	afterEach(() => shop.close());

	it('have not left yet, the newest first, and fit the number that was typed', async () => {
		placed(shop, { status: '15' });
		placed(shop, { status: '8' });
		const ids = (['1', '5', '18', '12', '10'] as const).map((status) => {
			shop.wait(minuteMs);
			return placed(shop, { status, number: `ABC-${status}` });
		});
		const all = await orders.latest(shop.seller, '', null);
		expect(all.orders.map(({ id }) => id)).toEqual(ids.toReversed());
		expect(all.next).toBeNull();
		expect(bodies(shop, 'orderList')).toMatchObject([{ filterStatusList: '1,5,18,12,10' }]);
		const some = await orders.latest(shop.seller, 'bc-1', null);
		expect(some.orders.map(({ number }) => number)).toEqual([
			'ABC-10',
			'ABC-12',
			'ABC-18',
			'ABC-1',
		]);
	});

	it('come page by page', async () => {
		shop.place(130);
		const first = await orders.latest(shop.seller, '', null);
		expect(first.orders).toHaveLength(100);
		const second = await orders.latest(shop.seller, '', first.next);
		expect([second.orders.length, second.next]).toEqual([30, null]);
	});
});
