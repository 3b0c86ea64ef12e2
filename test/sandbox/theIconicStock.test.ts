import { type Seller, closeSellers, openSeller, problemOf, steps } from './support/iconicSeller';

describe('stock of the sandbox of The Iconic', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
	});
	afterEach(closeSellers);

	const seed = (sku: string, over: object = {}, of = seller) =>
		of.sandbox.seed([{ sku, quantity: 10, ...over }])[0]?.id ?? 0;
	const push = async (rows: unknown) => await seller.put('/v2/stock/product', rows);
	const figures = async (id: number, of = seller) => {
		const { body } = await of.get(`/v2/stock/product/${id}`);
		return [body.quantity, body.reservedStock, body.available];
	};

	it('is written by id, and answers only what was refused', async () => {
		const [one, other] = [seed('DRESS'), seed('BELT')];
		const theirs = seed('TOTE', { shipmentType: 'warehouse', consigned: 40, quantity: undefined });
		const gone = seed('SCARF', { status: 'deleted' });
		const { status, text } = await push([
			{ productId: one, quantity: 3 },
			{ productId: 1, quantity: 3 },
			{ productId: theirs, quantity: 3 },
			{ productId: gone, quantity: 3 },
			{ productId: other, quantity: 0 },
		]);
		expect([status, JSON.parse(text)]).toEqual([
			200,
			[
				{ productId: 1, quantity: 3 },
				{ productId: theirs, quantity: 3 },
				{ productId: gone, quantity: 3 },
			],
		]);
		expect([await figures(one), await figures(other)]).toEqual([
			[3, 0, 3],
			[0, 0, 0],
		]);
		expect(await figures(theirs)).toEqual([0, 0, 40]);
		expect(seller.sandbox.state().products[0]?.history).toMatchObject([
			{ what: 'seeded', quantity: 10 },
			{ what: 'pushed', quantity: 3 },
		]);
		expect(seller.sandbox.calls().at(-2)).toMatchObject({ kind: 'getStock' });
		expect(JSON.parse((await push([{ productId: one, quantity: 3 }])).text)).toEqual([]);
	});

	it('is kept for items that wait, and falls as they are shipped', async () => {
		const id = seed('DRESS');
		const { items } = seller.place({ lines: [{ sku: 'DRESS', quantity: 3 }] });
		expect(await figures(id)).toEqual([10, 3, 7]);
		const way = steps(seller, items.slice(0, 2));
		await way.ready();
		expect(await figures(id)).toEqual([10, 3, 7]);
		await way.ship();
		expect(await figures(id)).toEqual([8, 1, 7]);
		await steps(seller, items.slice(2)).cancel();
		expect(await figures(id)).toEqual([8, 0, 8]);
		seller.place({ lines: [{ sku: 'DRESS' }], status: 'payment_pending' });
		expect(await figures(id)).toEqual([8, 0, 8]);
		expect(seller.sandbox.state().products[0]).toMatchObject({
			quantity: 8,
			reserved: 0,
			available: 8,
			history: [{ what: 'seeded' }, { what: 'sold', quantity: 8 }],
		});
	});

	it('falls as it is ordered where the channel does so, and comes back', async () => {
		const other = await openSeller({ stockFalls: 'ordered' });
		const id = seed('DRESS', {}, other);
		const { items } = other.place({ lines: [{ sku: 'DRESS', quantity: 3 }] });
		expect(await figures(id, other)).toEqual([7, 3, 4]);
		await steps(other, items.slice(0, 1)).cancel();
		expect(await figures(id, other)).toEqual([8, 2, 6]);
	});

	it('is read by set, without ids of products', async () => {
		seed('DRESS-8', { set: 'DRESS' });
		seed('DRESS-10', { set: 'DRESS', quantity: 4 });
		const set = seller.sandbox.state().products[0]?.set;
		const rows = JSON.parse((await seller.get(`/v2/stock/product-set/${set}`)).text);
		expect(rows).toMatchObject([
			{ sellerSku: 'DRESS-8', quantity: 10 },
			{ sellerSku: 'DRESS-10', quantity: 4 },
		]);
		expect(Object.keys(rows[0])).not.toContain('productId');
	});

	it.each([
		['an object', { productId: 1, quantity: 1 }],
		['none', []],
		['more than 100', Array.from({ length: 101 }, () => ({ productId: 1, quantity: 1 }))],
		['an id as a text', [{ productId: '1', quantity: 1 }]],
		['a quantity as a text', [{ productId: 1, quantity: '1' }]],
		['half a unit', [{ productId: 1, quantity: 1.5 }]],
		['less than nothing', [{ productId: 1, quantity: -1 }]],
		['no quantity', [{ productId: 1 }]],
	])('refuses %s as a whole', async (_, rows) => {
		seed('DRESS');
		expect(problemOf(await push(rows))).toEqual([422, null]);
		expect(seller.sandbox.state().products[0]?.quantity).toBe(10);
	});

	it('takes 100 at once', async () => {
		const skus = Array.from({ length: 100 }, (_, at) => ({ sku: `SKU-${at}` }));
		const rows = seller.sandbox.seed(skus).map(({ id }) => ({ productId: id, quantity: 5 }));
		expect(JSON.parse((await push(rows)).text)).toEqual([]);
		expect(seller.sandbox.state().products.every(({ quantity }) => quantity === 5)).toBe(true);
	});

	it('may be typed in Seller Center', async () => {
		const id = seed('DRESS');
		await seller.control('stock', { counts: [{ sku: 'DRESS', quantity: 2 }] });
		expect(await figures(id)).toEqual([2, 0, 2]);
		const unknown = await seller.control('stock', { counts: [{ sku: 'dress', quantity: 2 }] });
		expect(unknown.status).toBe(400);
	});

	it('of what there is not is not found', async () => {
		expect((await seller.get('/v2/stock/product/1')).status).toBe(404);
		expect((await seller.get('/v2/stock/product-set/1')).status).toBe(404);
	});
});
