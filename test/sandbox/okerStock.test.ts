import { type Seller, closeSellers, openSeller, refusalIn } from './support/okerSeller';

describe('catalog and stock of the sandbox of Oker', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
		seller.sandbox.seed([
			{ sku: 'TEE-M', product: 'P-1', variant: 'V-1', inventory: { 'OKR-W1': 4 } },
			{ sku: 'TEE-L', product: 'P-1', variant: 'V-2' },
			{ sku: 'SCARF', product: 'P-2', variant: 'V-3', live: false },
		]);
	});
	afterEach(closeSellers);

	const push = async (...inventoryList: readonly object[]) =>
		await seller.post('/updateInventory', { inventoryList });

	const tee = { productId: 'P-1', variantId: 'V-1', facilityCode: 'OKR-W1' };

	const figure = (facility: string) =>
		seller.sandbox
			.state()
			.listings.find(({ variantId }) => variantId === 'V-1')
			?.figures.find((one) => one.facility === facility)?.quantity;

	it('count variants, and page by parent products', async () => {
		expect((await seller.get('/productsCount')).body).toEqual({ count: 3 });
		const page = await seller.get('/products', { pageSize: 1 });
		expect(page.body).toMatchObject({
			products: [{ id: 'P-1', variants: [{ variantId: 'V-1', inventory: 4 }, { sku: 'TEE-L' }] }],
			hasMore: true,
			totalCount: 2,
		});
		const named = await seller.get('/products', { skus: 'TEE-L,SCARF' });
		expect(named.body.products).toMatchObject([
			{ variants: [{ sku: 'TEE-L' }] },
			{ variants: [{ live: false }] },
		]);
		expect((await seller.get('/products', { publishedStatus: 'ALL' })).status).toBe(400);
	});

	it('take absolute figures by warehouse, and tell of those that they do not take', async () => {
		const answer = await push(
			{ ...tee, inventory: 9 },
			{ ...tee, facilityCode: 'OKR-W9', inventory: 1 },
			{ ...tee, variantId: 'V-9', inventory: 1 },
			{ productId: 'P-1', variantId: 'V-1', inventory: 1 },
		);
		expect(answer.body).toMatchObject({
			status: 'PARTIAL_SUCCESS',
			failedProductList: [
				{ facilityCode: 'OKR-W9', code: 'UNKNOWN_WAREHOUSE' },
				{ variantId: 'V-9', code: 'UNKNOWN_LISTING' },
				{ code: 'UNKNOWN_WAREHOUSE' },
			],
		});
		expect([figure('OKR-W1'), figure('OKR-W2')]).toEqual([9, undefined]);
		const all = await push({ ...tee, inventory: 0 });
		expect(all.body).toEqual({ status: 'SUCCESS', failedProductList: [] });
		expect((await push({ ...tee, facilityCode: 'X', inventory: 0 })).body.status).toBe('FAILED');
	});

	it('refuse a figure that was computed before the accepted one', async () => {
		const at = (time: string) => ({ ...tee, asOf: `2026-03-02T${time}+00:00` });
		await push({ ...at('10:00:00'), inventory: 5 });
		const late = await push({ ...at('09:00:00'), inventory: 8 });
		expect(late.body.failedProductList).toMatchObject([{ code: 'STALE_UPDATE' }]);
		await push({ ...at('10:00:00'), inventory: 6 });
		expect(figure('OKR-W1')).toBe(6);
	});

	it.each([
		['nothing', []],
		['less than nothing', [{ ...tee, inventory: -1 }]],
		['a text', [{ ...tee, inventory: '5' }]],
		['a part', [{ ...tee, inventory: 1.5 }]],
		['no variant', [{ productId: 'P-1', inventory: 1 }]],
	])('refuse %s as a request', async (_, rows) => {
		expect(refusalIn(await push(...rows))).toEqual([400, 'VALIDATION_FAILED']);
	});

	it('refuse more entries than the limit', async () => {
		const small = await openSeller({ limits: { maxInventoryEntries: 1 } });
		const row = { ...tee, inventory: 1 };
		const answer = await small.post('/updateInventory', { inventoryList: [row, row] });
		expect(refusalIn(answer)).toEqual([413, 'TOO_MANY_ENTRIES']);
	});

	it('fall by what is sold there', () => {
		seller.place({ lines: [{ sku: 'TEE-M', quantity: 3 }] });
		expect(figure('OKR-W1')).toBe(1);
		seller.place({ lines: [{ sku: 'TEE-M', quantity: 3 }] });
		expect(figure('OKR-W1')).toBe(0);
	});

	it('at Core level name no code and no warehouse of what failed', async () => {
		const core = await openSeller({ level: 'core' });
		const inventoryList = [{ ...tee, inventory: 1 }];
		const { body } = await core.post('/updateInventory', { inventoryList });
		expect(body.failedProductList).toEqual([
			{ productId: 'P-1', variantId: 'V-1', message: expect.any(String) },
		]);
	});
});
