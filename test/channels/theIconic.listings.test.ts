import { theIconic } from '../../channels/theIconic/connector';
import { iconicShop } from './iconicShop';
import type { IconicShop } from './iconicShop';

const { listings } = theIconic;

describe('the catalog of theIconic', () => {
	let shop: IconicShop;
	beforeEach(async () => {
		shop = await iconicShop();
	});
	afterEach(() => shop.close());

	const page = async () => await listings.page(shop.seller, null);

	it('has each size with its SKU letter by letter, and the size in its title', async () => {
		shop.sandbox.seed([
			{ sku: ' Ab-1 ', set: 'dress', name: 'Dress', variation: 'M' },
			{ sku: 'ab-1', set: 'dress', name: 'Dress', variation: null },
		]);
		expect((await page()).listings).toEqual([
			{ id: expect.stringMatching(/^\d+$/), sku: ' Ab-1 ', title: 'Dress (M)' },
			{ id: expect.stringMatching(/^\d+$/), sku: 'ab-1', title: 'Dress' },
		]);
	});

	it('leaves out what is deleted, and shows what is not active', async () => {
		shop.sandbox.seed([
			{ sku: 'A', status: 'deleted' },
			{ sku: 'B', status: 'inactive' },
		]);
		expect((await page()).listings.map(({ sku }) => sku)).toEqual(['B']);
	});

	it('loses no product to one that cannot be read', async () => {
		shop.sandbox.seed([
			{ sku: 'A', set: 'one', overrides: { sellerSku: null } },
			{ sku: 'B', set: 'one', overrides: { id: 'x' } },
			{ sku: 'C', set: 'one' },
		]);
		const { listings: found, unreadable } = await page();
		expect(found.map(({ sku }) => sku)).toEqual(['C']);
		expect(unreadable).toEqual([
			{
				id: expect.stringMatching(/^\d+$/),
				reason: expect.stringMatching(/^the product: sellerSku is missing/),
				raw: expect.anything(),
			},
			{
				id: null,
				reason: expect.stringMatching(/^the product: id is "x"/),
				raw: expect.anything(),
			},
		]);
	});
});
