import { babyshop } from '../../channels/babyshop/connector';
import type { BabyshopProductDraft } from '../../sandbox/babyshop/types';
import { babyshopShop } from './babyshopShop';
import type { BabyshopShop } from './babyshopShop';
import { answering, bodies } from './babyshopUpdate';

const { listings } = babyshop;

describe('listings of babyshop', () => {
	let shop: BabyshopShop;
	beforeEach(async () => {
		shop = await babyshopShop();
	});
	afterEach(() => shop.close());

	const first = async (products: readonly BabyshopProductDraft[]) => {
		shop.sandbox.seed(products);
		return await listings.page(shop.seller, null);
	};

	it('have the code of the marketplace, and the code of the seller without the blanks around it', async () => {
		const page = await first([
			{ sku: 'BS-1', vendorSkuCode: ' ROMPER-3M ', name: 'Romper' },
			{ sku: 'BS-2', vendorSkuCode: 'STROLLER', name: null },
		]);
		expect(page.listings).toEqual([
			{ id: 'BS-1', sku: 'ROMPER-3M', title: 'Romper' },
			{ id: 'BS-2', sku: 'STROLLER', title: 'STROLLER' },
		]);
	});

	it.each([null, '', '   '])('have no SKU where the seller has given none: %j', async (code) => {
		const page = await first([{ sku: 'BS-3', vendorSkuCode: code, name: null }]);
		expect(page).toMatchObject({
			listings: [{ id: 'BS-3', sku: null, title: 'BS-3' }],
			unreadable: [],
		});
	});

	it('may be two of one code of the seller', async () => {
		const vendorSkuCode = 'STROLLER';
		const page = await first([
			{ sku: 'BS-1', vendorSkuCode },
			{ sku: 'BS-2', vendorSkuCode },
		]);
		expect(page.listings.map(({ sku }) => sku)).toEqual([vendorSkuCode, vendorSkuCode]);
	});

	it('are all asked for, a hundred a page', async () => {
		shop.goods(100);
		const { next } = await listings.page(shop.seller, null);
		expect(next).toBe('2');
		expect(await listings.page(shop.seller, next)).toMatchObject({ listings: [], next: null });
		const asked = { updatedDate: '01/01/2015 00:00:00', skuCode: [], limit: 100 };
		expect(bodies(shop, 'productFetch')).toEqual([
			{ ...asked, pageNumber: 1 },
			{ ...asked, pageNumber: 2 },
		]);
	});

	it('come once where a row comes twice, and cost no other where one cannot be read', async () => {
		const productList = [
			{ sku: 'A', vendorSkuCode: 'V-A' },
			{ sku: null, vendorSkuCode: 'V-B' },
			{ sku: 'C', vendorSkuCode: {} },
			'none',
			{ sku: 'A', vendorSkuCode: 'V-A' },
		];
		const http = answering(shop.seller, 'productFetch', { responseCode: 0, productList });
		await babyshop.account(http);
		const page = await listings.page(http, null);
		expect(page.listings).toEqual([{ id: 'A', sku: 'V-A', title: 'V-A' }]);
		expect(page.unreadable).toMatchObject([
			{ id: null, reason: expect.stringContaining('sku is missing'), raw: productList[1] },
			{ id: 'C', reason: expect.stringContaining('vendorSkuCode') },
			{ id: null, raw: 'none' },
		]);
	});
});
