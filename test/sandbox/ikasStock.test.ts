import { changed, mutate } from './support/changes';
import { type Shop, codeOf, openShop } from './support/ikasShop';
import { locationsOf, quantities, row, seeded } from './support/stock';

describe('the stock of the ikas sandbox', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
	});
	afterEach(async () => await shop.close());

	const push = async (...rows: readonly object[]) =>
		await changed(shop, 'saveProductStockLocations', { productStockLocationInputs: rows });

	const historyOf = (at: number) =>
		shop.sandbox.stock()[at]?.history.map(({ what, quantity, byApi }) => [what, quantity, byApi]);

	it('takes absolute figures', async () => {
		const { first, second } = seeded(shop, { A: 3, B: 4 });
		expect(await push(row(first, 8), row(second, 0))).toBe(true);
		expect(quantities(shop)).toEqual([8, 0]);
	});

	it('begins a stock at a location that had none', async () => {
		const { first } = seeded(shop, { A: 3 });
		const [, elsewhere = ''] = locationsOf(shop);
		await push(row({ ...first, location: elsewhere }, 6));
		expect(shop.sandbox.stock()).toMatchObject([
			{ quantity: 3 },
			{ location: elsewhere, quantity: 6 },
		]);
	});

	it.each([
		['another product', { productId: 'nowhere' }, 'INVALID_PRODUCT_ID'],
		['another variant', { variantId: 'nowhere' }, 'INVALID_VARIANT_ID'],
		['another location', { stockLocationId: 'nowhere' }, 'INVALID_STOCK_LOCATION_ID'],
		['less than nothing', { stockCount: -1 }, 'ARGUMENT_VALIDATION_ERROR'],
		['half a unit', { stockCount: 0.5 }, 'ARGUMENT_VALIDATION_ERROR'],
		['an id of its own', { id: 'mine' }, 'ARGUMENT_VALIDATION_ERROR'],
	])(
		'refuses a whole call because of %s in one row, and does not say which',
		async (_, part, code) => {
			const { first, second } = seeded(shop, { A: 3, B: 4 });
			const answer = await push(row(first, 8), { ...row(second, 9), ...part });
			expect(answer).toEqual([code, expect.any(String)]);
			expect(String(answer)).not.toMatch(/nowhere|1|8|9/);
			expect(quantities(shop)).toEqual([3, 4]);
		},
	);

	it('refuses a variant of another product, and what is deleted', async () => {
		const { first, second } = seeded(shop, { A: 3, B: 4 });
		const crossed = { ...row(first, 8), productId: second.product };
		expect(await push(crossed)).toEqual(['INVALID_VARIANT_ID', expect.any(String)]);
		shop.sandbox.seed([
			{ deleted: true, variants: [{ sku: 'A' }] },
			{ variants: [{ sku: 'B', deleted: true }] },
		]);
		expect(await push(row(first, 8))).toEqual(['INVALID_PRODUCT_ID', expect.any(String)]);
		expect(await push(row(second, 8))).toEqual(['INVALID_VARIANT_ID', expect.any(String)]);
		await shop.control('locations', {
			locations: [{ id: first.location, name: 'Depo', deleted: true }],
		});
		shop.sandbox.seed([{ variants: [{ sku: 'A' }] }]);
		expect(await push(row(first, 8))).toEqual(['INVALID_STOCK_LOCATION_ID', expect.any(String)]);
	});

	it('refuses a figure that is no number', async () => {
		const { first } = seeded(shop, { A: 3 });
		const productStockLocationInputs = [{ ...row(first, 8), stockCount: null }];
		const answer = await mutate(shop, 'saveProductStockLocations', { productStockLocationInputs });
		expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
	});

	it.each([
		[['WRITE_INVENTORIES'], undefined],
		[['WRITE_PRODUCTS'], undefined],
		[['READ_INVENTORIES', 'WRITE_ORDERS'], 'FORBIDDEN'],
	])('takes figures with the scopes %j: %s', async (scopes, code) => {
		const { first } = seeded(shop, { A: 3 });
		await shop.control('scopes', { scopes });
		const productStockLocationInputs = [row(first, 8)];
		const answer = await mutate(shop, 'saveProductStockLocations', { productStockLocationInputs });
		expect(codeOf(answer)).toBe(code);
		expect(quantities(shop)).toEqual([code ? 3 : 8]);
	});

	it('writes down every figure, also the same one again', async () => {
		const { first } = seeded(shop, { A: 3 });
		await push(row(first, 8));
		await push(row(first, 8));
		await shop.control('stock', { counts: [{ sku: 'A', quantity: 5 }] });
		expect(historyOf(0)).toEqual([
			['set', 3, false],
			['pushed', 8, true],
			['pushed', 8, true],
			['set', 5, false],
		]);
		const text = await (await fetch(`${shop.url}/__sandbox/stock`)).text();
		expect(JSON.parse(text)).toEqual(shop.sandbox.state().stock);
	});

	describe('as customers order', () => {
		const order = (location?: string) =>
			shop.sandbox.place([
				{
					lines: [
						{ sku: 'A', quantity: 2 },
						{ sku: 'UNKNOWN', quantity: 1 },
					],
					...(location && { location }),
				},
			])[0];

		it('is lowered by itself, at the location of the order', async () => {
			const { first } = seeded(shop, { A: 3 });
			const [, elsewhere = ''] = locationsOf(shop);
			await push(row({ ...first, location: elsewhere }, 6));
			order(elsewhere);
			expect(quantities(shop)).toEqual([3, 4]);
			order();
			expect(quantities(shop)).toEqual([1, 4]);
			expect(historyOf(0)).toEqual([
				['set', 3, false],
				['ordered', 1, false],
			]);
		});

		it('stays alone where none is kept, and may fall below zero', () => {
			seeded(shop, { A: 1 });
			order('nowhere');
			expect(quantities(shop)).toEqual([1]);
			order();
			expect(quantities(shop)).toEqual([-1]);
		});

		it('follows an edit', () => {
			seeded(shop, { A: 9, B: 4 });
			shop.sandbox.edit(order()?.id ?? '', {
				lines: [
					{ sku: 'A', quantity: 1 },
					{ sku: 'B', quantity: 3 },
				],
			});
			expect(quantities(shop)).toEqual([8, 1]);
		});

		it('gets back what the panel cancels, unless told otherwise', async () => {
			seeded(shop, { A: 9 });
			const [first, second] = [order(), order()];
			await shop.control('orders/cancel', { id: first?.id });
			expect(quantities(shop)).toEqual([7]);
			await shop.control('orders/cancel', { id: second?.id, restock: false });
			expect(quantities(shop)).toEqual([7]);
		});

		it.each([
			[true, 8, ['restocked', 8, true]],
			[false, 7, ['ordered', 7, false]],
		])('heeds restockItems: %s', async (restockItems, left, last) => {
			seeded(shop, { A: 9 });
			const placed = order();
			const line = { orderLineItemId: placed?.lines[0]?.id, quantity: 1, price: 100, restockItems };
			await changed(shop, 'cancelOrderLine', { orderId: placed?.id, orderLineItems: [line] });
			expect(quantities(shop)).toEqual([left]);
			expect(historyOf(0)?.at(-1)).toEqual(last);
		});

		it('does not move when an order is packed and shipped', async () => {
			seeded(shop, { A: 9 });
			const placed = order();
			const lines = [{ orderLineItemId: placed?.lines[0]?.id, quantity: 1 }];
			await changed(shop, 'fulfillOrder', { orderId: placed?.id, lines });
			expect(quantities(shop)).toEqual([7]);
		});

		it('can be left alone altogether', async () => {
			const still = await openShop({ movesStock: false });
			seeded(still, { A: 9 });
			still.sandbox.place([{ lines: [{ sku: 'A', quantity: 2 }] }]);
			await still.close();
			expect(quantities(still)).toEqual([9]);
		});
	});
});
