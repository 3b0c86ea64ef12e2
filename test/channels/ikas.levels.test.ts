import type { Http } from '../../channels/connector';
import { ikas } from '../../channels/ikas/connector';
import { ikasShop } from './ikasShop';
import type { IkasShop } from './ikasUpdate';
import { failureOf } from './testShop';

let shop: IkasShop;
beforeEach(async () => {
	shop = await ikasShop();
});
afterEach(() => shop.close());

describe('stock that ikas shows', () => {
	it('is that of every location of a listing', async () => {
		const [depo = '', store = ''] = shop.sandbox.state().locations.map(({ id }) => id);
		const [{ id, variants } = { id: '', variants: [] }] = shop.sandbox.seed([
			{ variants: [{ sku: 'ETEK-36', stocks: { [depo]: 3, [store]: 0 } }, { sku: 'ETEK-38' }] },
		]);
		const listing = `${id}/${variants[0]?.id}`;
		const { levels, account } = await ikas.stock.get(shop.seller, listing);
		expect(levels).toEqual([
			{ listing, location: depo, quantity: 3 },
			{ listing, location: store, quantity: 0 },
		]);
		expect(account).toBe((await ikas.account(shop.seller)).id);
		expect((await ikas.stock.get(shop.seller, `${id}/${variants[1]?.id}`)).levels).toEqual([]);
	});

	it('is asked for by both ids only', async () => {
		expect((await failureOf(ikas.stock.get(shop.seller, 'ETEK-36'))).kind).toBe('rejected');
	});

	it('may be below nothing, counts a part of a unit as one, and leaves out what was deleted', async () => {
		const row = (variantId: string, stockCount: number, deleted = false) => ({
			productId: 'p',
			variantId,
			stockLocationId: 'depo',
			stockCount,
			deleted,
		});
		const data = [row('a', -2), row('b', 2.25), row('c', 9, true)];
		const http: Http = async () => ({
			status: 200,
			headers: {},
			body: {
				data: { getMerchant: { id: 'm' }, listProductStockLocation: { hasNext: false, data } },
			},
		});
		expect((await ikas.stock.page(http, null)).levels).toEqual([
			{ listing: 'p/a', location: 'depo', quantity: -2 },
			{ listing: 'p/b', location: 'depo', quantity: 3 },
		]);
	});
});
