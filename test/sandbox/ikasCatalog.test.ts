import { levels, products } from './support/catalogQueries';
import { type Shop, codeOf, openShop, startAt } from './support/ikasShop';
import { locationsOf, seeded } from './support/stock';

describe('the catalog of the ikas sandbox', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
	});
	afterEach(async () => await shop.close());

	const list = async (query: string, variables: unknown = {}) =>
		Object.values((await shop.ask(query, variables)).body.data ?? {})[0];

	it('shows a product with its variants and their stock', async () => {
		const [first = '', second = ''] = locationsOf(shop);
		await shop.control('products', {
			products: [
				{
					name: 'Keten Gömlek',
					variants: [
						{
							sku: 'GOMLEK-M',
							price: 549.9,
							barcode: '8690001',
							stocks: { [first]: 5, [second]: 2 },
						},
						{ sku: 'GOMLEK-L', deleted: true, weight: null },
					],
				},
			],
		});
		expect(await list(products)).toMatchObject({
			hasNext: false,
			data: [
				{
					name: 'Keten Gömlek',
					type: 'PHYSICAL',
					totalStock: 7,
					variants: [
						{
							sku: 'GOMLEK-M',
							barcodeList: ['8690001'],
							prices: [{ sellPrice: 549.9 }],
							stocks: [
								{ stockLocationId: first, stockCount: 5, deleted: false },
								{ stockLocationId: second, stockCount: 2, deleted: false },
							],
						},
						{ sku: 'GOMLEK-L', deleted: true, weight: null, stocks: [] },
					],
				},
			],
		});
	});

	it('gives an order the same ids as the catalog, whichever came first', async () => {
		shop.sandbox.place([{ lines: [{ sku: 'A', quantity: 1 }], orderedAt: startAt }]);
		const [{ id, variants } = nothing] = shop.sandbox.seed([
			{ variants: [{ sku: 'A' }] },
			{ id: 'p', variants: [{ sku: 'B', id: 'v' }] },
		]);
		shop.sandbox.place([{ lines: [{ sku: 'B', quantity: 1 }], orderedAt: startAt + 1 }]);
		expect((await shop.list({ sort: 'orderedAt' })).data).toMatchObject([
			{ orderLineItems: [{ variant: { id: variants[0]?.id, productId: id } }] },
			{ orderLineItems: [{ variant: { id: 'v', productId: 'p' } }] },
		]);
	});

	it('walks the pages, each product once, as they were made', async () => {
		seeded(shop, { A: 1, B: 1, C: 1 });
		const page = async (number: number) =>
			await list(products, { p: { limit: 2, page: number }, sort: 'createdAt' });
		const skus = (...names: readonly string[]) => names.map((sku) => ({ variants: [{ sku }] }));
		expect(await page(1)).toMatchObject({ hasNext: true, page: 1, data: skus('A', 'B') });
		expect(await page(2)).toMatchObject({ hasNext: false, page: 2, data: skus('C') });
	});

	it('keeps the place of a product that changes in a walk by createdAt', async () => {
		seeded(shop, { A: 1, B: 1 });
		shop.sandbox.clock.advance(1000);
		seeded(shop, { A: 9 });
		const firstBy = async (sort: string) => await list(products, { sort, p: { limit: 1 } });
		expect(await firstBy('createdAt')).toMatchObject({ data: [{ variants: [{ sku: 'A' }] }] });
		expect(await firstBy('-updatedAt')).toMatchObject({ data: [{ variants: [{ sku: 'A' }] }] });
		expect(await firstBy('updatedAt')).toMatchObject({ data: [{ variants: [{ sku: 'B' }] }] });
	});

	it.each([
		['a SKU', { sku: { eq: 'B' } }, ['Etek']],
		['several SKUs', { sku: { in: ['A', 'D'] } }, ['Gömlek']],
		['what is not of a SKU', { sku: { ne: 'A' } }, ['Etek']],
		['a name', { search: 'Göm' }, ['Gömlek']],
		['a barcode', { search: '869123' }, ['Gömlek']],
		['also what is deleted', { deleted: true }, ['Gömlek', 'Etek', 'Kemer']],
	])('finds %s', async (_, variables, names) => {
		shop.sandbox.seed([
			{ name: 'Gömlek', variants: [{ sku: 'C' }, { sku: 'A', barcode: '869123' }] },
			{ name: 'Etek', variants: [{ sku: 'B' }] },
			{ name: 'Kemer', deleted: true, variants: [{ sku: 'D' }] },
		]);
		expect(await list(products, variables)).toMatchObject({
			data: names.map((name) => ({ name })),
		});
	});

	it('lists stocks by location and by variant, page by page', async () => {
		const { location, first, second } = seeded(shop, { A: 3, B: 4 });
		const all = await list(levels, { location: { eq: location }, p: { limit: 1, page: 2 } });
		expect(all).toMatchObject({ hasNext: false, data: [{ stockCount: 4 }] });
		expect(await list(levels, { variant: { eq: first.variant } })).toMatchObject({
			data: [{ productId: first.product, stockCount: 3, deleted: false }],
		});
		const elsewhere = { location: { ne: location }, variant: { eq: second.variant } };
		expect(await list(levels, elsewhere)).toMatchObject({ data: [] });
	});

	it.each([
		['listProduct(sort: "price")', 'ARGUMENT_VALIDATION_ERROR'],
		['listProduct(pagination: { limit: 201 })', 'ARGUMENT_VALIDATION_ERROR'],
		['listProduct(vendorId: { eq: "a" })', 'SANDBOX_NOT_IMPLEMENTED'],
		['listProductStockLocation(pagination: { page: 0 })', 'ARGUMENT_VALIDATION_ERROR'],
		['listProductStockLocation(sort: "stockCount")', 'ARGUMENT_VALIDATION_ERROR'],
	])('refuses %s', async (field, code) => {
		expect(codeOf(await shop.ask(`{ ${field} { page } }`))).toBe(code);
	});

	it.each(['listProduct', 'listProductStockLocation'])(
		'shows %s only with a scope',
		async (field) => {
			await shop.control('scopes', { scopes: ['READ_ORDERS', 'WRITE_INVENTORIES'] });
			expect(codeOf(await shop.ask(`{ ${field} { page } }`))).toBe('FORBIDDEN');
		},
	);

	it('names the tags of orders', async () => {
		shop.sandbox.place([{ lines: [{ sku: 'A', quantity: 1 }], tags: ['hediye', 'acil'] }]);
		shop.sandbox.place([{ lines: [{ sku: 'A', quantity: 1 }], tags: ['toptan'] }]);
		const { body } = await shop.ask(
			'{ listOrder(orderNumber: { eq: "1001" }) { data { orderTagIds } } }',
		);
		const ids = body.data?.listOrder.data[0]?.orderTagIds;
		const named = 'query ($id: StringFilterInput) { listOrderTag(id: $id) { id name deleted } }';
		expect((await shop.ask(named, { id: { in: ids } })).body.data).toMatchObject({
			listOrderTag: [{ name: 'hediye' }, { name: 'acil', deleted: false }],
		});
	});

	it.each([
		[
			'a type that ikas does not have',
			'products',
			{ products: [{ type: 'LOST', variants: [{ sku: 'A' }] }] },
		],
		[
			'a location that it does not have',
			'products',
			{ products: [{ variants: [{ sku: 'A', stocks: { nowhere: 1 } }] }] },
		],
		[
			'stock of nothing',
			'stock',
			{
				counts: [
					{ sku: 'GOMLEK-M', quantity: 1 },
					{ sku: 'LOST', quantity: 1 },
				],
			},
		],
	])('seeds no %s', async (_, path, body) => {
		const { first } = seeded(shop, { 'GOMLEK-M': 7 });
		const { status } = await shop.control(path, body);
		expect(status).toBe(400);
		expect(shop.sandbox.stock()).toEqual([first]);
	});

	it('counts products, and forgets them on reset', async () => {
		seeded(shop, { A: 3, B: 4 });
		expect(shop.sandbox.state().counts.products).toBe(2);
		await shop.control('reset', {});
		expect(shop.sandbox.state()).toMatchObject({ stock: [], counts: { products: 0 } });
	});
});

const nothing = { id: '', variants: [] };
