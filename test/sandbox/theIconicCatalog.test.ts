import { sampleProducts } from '../../sandbox/theIconic/samples';
import { type Seller, closeSellers, openSeller, startAt } from './support/iconicSeller';

describe('products of the sandbox of The Iconic', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
		seller.sandbox.seed(sampleProducts);
	});
	afterEach(closeSellers);

	const page = { limit: 100, offset: 0 };
	const idOf = (sku: string) =>
		seller.sandbox.state().products.find((product) => product.sku === sku)?.id ?? 0;
	const bySkus = async (skus: readonly string[], over = {}) =>
		await seller.get('/v2/product/seller-skus', { 'sellerSkus[]': skus, ...page, ...over });

	it('are found by exact SKU, and what is not known is just absent', async () => {
		const { body } = await bySkus(['DRESS-10', 'dress-10', 'SNEAKER/42', 'SCARF']);
		expect(body.items).toMatchObject([
			{ id: idOf('DRESS-10'), sellerSku: 'DRESS-10', shipmentTypeId: 2, status: 'active' },
			{ sellerSku: 'SNEAKER/42' },
			{ sellerSku: 'SCARF', status: 'deleted' },
		]);
		expect(body.pagination).toEqual({ ...page, totalCount: 3 });
	});

	it('are found by SKUs with commas in them', async () => {
		seller.sandbox.seed([{ sku: 'A,B' }]);
		expect((await bySkus(['A,B', 'BELT'])).body.items).toHaveLength(2);
	});

	it('are looked up 100 at once and not one more', async () => {
		const skus = Array.from({ length: 101 }, (_, at) => `SKU-${at}`);
		expect((await bySkus(skus.slice(1))).status).toBe(200);
		expect((await bySkus(skus)).status).toBe(400);
		const path = '/v2/product/seller-skus';
		expect((await seller.get(path, { 'sellerSkus[]': ['BELT'], limit: 100 })).status).toBe(400);
		expect((await seller.get(path, page)).status).toBe(400);
	});

	it('are found one by one, also with a slash in the SKU', async () => {
		const one = await seller.get(`/v2/product/seller-sku/${encodeURIComponent('SNEAKER/42')}`);
		expect(one.body).toMatchObject({ sellerSku: 'SNEAKER/42', name: 'White Sneaker' });
		expect((await seller.get('/v2/product/seller-sku/sneaker')).status).toBe(404);
	});

	it('are found by id, as a plain list', async () => {
		const ids = [idOf('BELT'), idOf('CAP'), 1];
		const { text } = await seller.get('/v2/products', { 'productIds[]': ids });
		expect(JSON.parse(text)).toMatchObject([
			{ sellerSku: 'BELT' },
			{ sellerSku: 'CAP', shipmentTypeId: 3 },
		]);
	});

	it('keep their ids when they are seeded anew', async () => {
		const before = idOf('BELT');
		seller.sandbox.seed([{ sku: 'BELT', name: 'Belt', shopSku: null }]);
		expect((await bySkus(['BELT'])).body.items).toMatchObject([
			{ id: before, name: 'Belt', shopSku: null },
		]);
		expect(seller.sandbox.state().products.find(({ id }) => id === before)?.quantity).toBe(20);
	});

	describe('in sets', () => {
		const sets = async (query = {}) => await seller.get('/v2/product-sets', { ...page, ...query });
		const skusOf = async (query = {}) =>
			(await sets(query)).body.items?.map(({ sellerSku }) => sellerSku);

		it('come in pages with a total, 100 at most', async () => {
			const { body } = await sets({ limit: 2, offset: 4 });
			expect(body.items).toMatchObject([{ sellerSku: 'CAP' }, { sellerSku: 'TOTE' }]);
			expect(body.pagination).toEqual({ limit: 2, offset: 4, totalCount: 7 });
			expect((await sets({ limit: 1000 })).body.pagination).toMatchObject({ limit: 100 });
			expect((await seller.get('/v2/product-sets', { limit: 10 })).status).toBe(400);
		});

		it('have their variations', async () => {
			const [first] = (await sets()).body.items ?? [];
			const { text } = await seller.get(`/v2/product-set/${first?.id}/products`);
			expect(JSON.parse(text)).toMatchObject([
				{ sellerSku: 'DRESS-8', productSetId: first?.id, variation: '8' },
				{ sellerSku: 'DRESS-10', productSetId: first?.id, variation: '10' },
			]);
			expect((await seller.get('/v2/product-set/1/products')).status).toBe(404);
		});

		it('go by status, word and day', async () => {
			expect(await skusOf({ status: 'deleted-all' })).toEqual(['SCARF']);
			expect(await skusOf({ status: 'sold-out' })).toEqual(['Dress-10', 'SCARF']);
			expect(await skusOf({ keyword: ['leather'] })).toEqual(['BELT']);
			seller.sandbox.seed([{ sku: 'OLD', updatedAt: startAt - 86_400_000 }]);
			expect(await skusOf({ updateDateEnd: '2026-03-01' })).toEqual(['OLD']);
			expect(await skusOf({ updateDateStart: '2026-03-02' })).toHaveLength(7);
			expect((await sets({ orderDirection: 'DESC' })).body.items?.[0]?.sellerSku).toBe('OLD');
		});

		it.each([
			['a status that there is not', { status: 'live' }, 400],
			['a time of day', { updateDateStart: '2026-03-02T10:00:00Z' }, 400],
			['a short word', { keyword: ['le'] }, 400],
			['a filter that there is not', { sku: 'BELT' }, 400],
			['a filter that is not played', { 'brandIds[]': [1] }, 501],
		])('refuse %s', async (_, query, status) => {
			expect((await sets(query)).status).toBe(status);
		});
	});
});
