import type { Http } from '../../channels/connector';
import { shopify } from '../../channels/shopify/connector';
import type { StockFigure } from '../../domain/stockFigure';
import { shopifyShop, writesOf } from './shopifyShop';
import type { ShopifyShop } from './shopifyShop';
import { failureOf } from './testShop';

const { stock } = shopify;

const asksFor = (request: Parameters<Http>[0], field: string) =>
	JSON.stringify(request.body).includes(`${field}(`);

describe('stock told to Shopify', () => {
	let shop: ShopifyShop;
	beforeEach(async () => {
		shop = await shopifyShop();
	});
	afterEach(() => shop.close());

	/** Does something behind the hub's back before each of the first calls that write. */
	const meddling = (times: number, deed: (time: number) => void): Http => {
		let done = 0;
		return async (request) => {
			if (asksFor(request, 'inventorySetQuantities') && done < times) deed(++done);
			return await shop.seller(request);
		};
	};

	const figures = (count: number, quantity: (at: number) => number = (at) => at + 1) =>
		shop.goods(count).map((place, at) => ({ ...place, quantity: quantity(at), sequence: at + 1 }));

	const batches = (rows: readonly StockFigure[]) =>
		Array.from({ length: Math.ceil(rows.length / stock.batch) }, (_, at) =>
			rows.slice(at * stock.batch, (at + 1) * stock.batch),
		);

	it('takes at most 6 writing calls for 1,000 rows, 250 in each', async () => {
		const rows = figures(1_000);
		for (const batch of batches(rows)) {
			const receipts = await stock.push(shop.seller, batch);
			expect(receipts.every(({ outcome }) => outcome === 'stored')).toBe(true);
		}
		expect(writesOf(shop).length).toBeLessThanOrEqual(6);
		expect(rows.map(shop.offered)).toEqual(rows.map(({ quantity }) => quantity));
	});

	it('writes only what differs', async () => {
		const rows = figures(3);
		await stock.push(shop.seller, rows);
		const since = shop.sandbox.calls().at(-1)?.seq;
		await stock.push(shop.seller, rows);
		expect(writesOf(shop, since)).toEqual([]);
	});

	it('reads again what was sold between look and write, and writes over that', async () => {
		const rows = figures(3, () => 9);
		shop.sandbox.setStock([{ sku: 'SKU-1', quantity: 4 }]);
		const http = meddling(1, () => shop.sandbox.adjustStock([{ sku: 'SKU-1', delta: -1 }]));
		const receipts = await stock.push(http, rows);
		expect(receipts.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'stored']);
		expect(rows.map(shop.offered)).toEqual([9, 9, 9]);
		expect(writesOf(shop)).toEqual(['inventorySetQuantities', 'inventorySetQuantities']);
	});

	it('leaves a row that never stands still for the next push, and costs no other', async () => {
		const rows = figures(2, () => 9);
		const http = meddling(99, (time) => shop.sandbox.setStock([{ sku: 'SKU-0', quantity: time }]));
		const receipts = await stock.push(http, rows);
		expect(receipts[0]).toMatchObject({
			outcome: 'unsent',
			reason: expect.stringMatching(/next push/),
		});
		expect(writesOf(shop).length).toBeLessThan(5);
	});

	it('stocks an item where it was not, many in one call', async () => {
		shop.sandbox.setLocations([
			...shop.sandbox.state().locations.map(({ id, name }) => ({ id, name })),
			{ id: '77', name: 'Perth' },
		]);
		const location = 'gid://shopify/Location/77';
		const rows = figures(60).map((row) => ({ ...row, location }));
		const receipts = await stock.push(shop.seller, rows);
		expect(receipts.every(({ outcome }) => outcome === 'stored')).toBe(true);
		expect(rows.map(shop.offered)).toEqual(rows.map(({ quantity }) => quantity));
		const before = shop.calls();
		await stock.push(shop.seller, rows);
		expect(shop.calls() - before).toBe(1);
	});

	it('sets what somebody stocked in the meantime', async () => {
		const stocked = shop.sandbox.state().locations[0]?.name ?? '';
		shop.sandbox.setLocations([{ name: stocked }, { id: '77', name: 'Perth' }]);
		const location = 'gid://shopify/Location/77';
		const [row] = figures(1, () => 8).map((one) => ({ ...one, location }));
		let isDone = false;
		const http: Http = async (request) => {
			if (asksFor(request, 'inventoryActivate') && !isDone) {
				isDone = true;
				await stock.push(shop.seller, [{ ...shop.unknown, ...row, quantity: 3 }]);
			}
			return await shop.seller(request);
		};
		const receipts = await stock.push(http, row === undefined ? [] : [row]);
		expect(receipts).toMatchObject([{ outcome: 'stored' }]);
		expect(shop.offered({ listing: row?.listing ?? '', location })).toBe(8);
	});

	it('is refused for a location that Shopify does not have, in its words', async () => {
		const [good, bad] = figures(2, () => 5);
		const rows = [good, { ...bad, location: 'gid://shopify/Location/99' }].flatMap((one) =>
			one?.listing === undefined ? [] : [{ ...shop.unknown, quantity: 5, ...one }],
		);
		const receipts = await stock.push(shop.seller, rows);
		expect(receipts).toMatchObject([
			{ outcome: 'stored' },
			{ outcome: 'refused', reason: expect.stringMatching(/location could not be found/) },
		]);
	});

	it('finds the row that Shopify refuses by its place in the call', async () => {
		shop.sandbox.seed([{ variants: [{ sku: 'BUNDLE', isBundle: true, stocks: { [name()]: 0 } }] }]);
		const bundle = shop.sandbox.state().products.at(-1)?.variants[0]?.id ?? '';
		const rows = figures(20, () => 5);
		const bad = { ...shop.unknown, listing: bundle, quantity: 5 };
		const receipts = await stock.push(shop.seller, [...rows.slice(0, 7), bad, ...rows.slice(7)]);
		expect(receipts[7]).toMatchObject({
			outcome: 'refused',
			reason: expect.stringMatching(/not allowed to be adjusted/),
		});
		expect(receipts.filter(({ outcome }) => outcome === 'stored')).toHaveLength(20);
		expect(writesOf(shop)).toHaveLength(2);
	});

	it('halves a call whose refusal names no row until the bad one stands alone', async () => {
		const rows = figures(16, (at) => (at === 5 ? 13 : 2));
		const http: Http = async (request) => {
			const quantities = /"quantity":13\b/.test(JSON.stringify(request.body));
			if (!asksFor(request, 'inventorySetQuantities') || !quantities)
				return await shop.seller(request);
			const userErrors = [{ code: 'INVALID_REASON', field: null, message: 'bad luck' }];
			return {
				status: 200,
				headers: {},
				body: { data: { inventorySetQuantities: { userErrors } } },
			};
		};
		const receipts = await stock.push(http, rows);
		expect(receipts.map(({ outcome }) => outcome)).toEqual(
			rows.map((_, at) => (at === 5 ? 'refused' : 'stored')),
		);
	});

	it('tells the same again once Shopify was changed back', async () => {
		const [row] = figures(1, () => 5);
		const rows = row === undefined ? [] : [{ ...row, sequence: undefined }];
		await stock.push(shop.seller, rows);
		shop.wait(5_000);
		shop.sandbox.setStock([{ sku: 'SKU-0', quantity: 0 }]);
		expect(await stock.push(shop.seller, rows)).toMatchObject([{ outcome: 'stored' }]);
		expect(rows.map(shop.offered)).toEqual([5]);
	});

	it('takes another key where one has failed before', async () => {
		shop.sandbox.seed([{ variants: [{ sku: 'BUNDLE', isBundle: true, stocks: { [name()]: 0 } }] }]);
		const listing = shop.sandbox.state().products[0]?.variants[0]?.id ?? '';
		const rows = [{ ...shop.unknown, listing, quantity: 5 }];
		for (const isBefore of [true, false]) {
			const since = shop.sandbox.calls().at(-1)?.seq;
			expect(await stock.push(shop.seller, rows)).toMatchObject([
				{ outcome: 'refused', reason: expect.stringMatching(/not allowed to be adjusted/) },
			]);
			expect(writesOf(shop, since)).toHaveLength(isBefore ? 1 : 2);
		}
	});

	it('is tried again later where the same is under way', async () => {
		const rows = figures(2);
		const http: Http = async (request) => {
			if (!asksFor(request, 'inventorySetQuantities')) return await shop.seller(request);
			const code = 'IDEMPOTENCY_CONCURRENT_REQUEST';
			const userErrors = [{ code, field: null, message: 'in progress' }];
			return {
				status: 200,
				headers: {},
				body: { data: { inventorySetQuantities: { userErrors } } },
			};
		};
		expect((await failureOf(stock.push(http, rows))).kind).toBe('unavailable');
	});

	it('is one effect for two senders at once', async () => {
		const rows = figures(2, () => 6);
		await Promise.all([stock.push(shop.seller, rows), stock.push(shop.seller, rows)]);
		const [kept] = shop.sandbox.stock();
		expect(kept?.changes.filter(({ what }) => what === 'set')).toHaveLength(1);
	});

	it('shows the figures of one listing, everywhere or where it is asked for', async () => {
		shop.sandbox.setLocations([
			{ id: '11', name: 'Sydney' },
			{ id: '12', name: 'Perth' },
			{ id: '13', name: 'Hobart' },
		]);
		shop.sandbox.seed([{ variants: [{ sku: 'A', stocks: { Sydney: 5, Perth: -2 } }] }]);
		const listing = shop.sandbox.state().products[0]?.variants[0]?.id ?? '';
		const at = (number: number) => `gid://shopify/Location/${number}`;
		const everywhere = await stock.get(shop.seller, listing);
		expect([...everywhere.levels].sort((one, other) => one.quantity - other.quantity)).toEqual([
			{ listing, location: at(12), quantity: -2 },
			{ listing, location: at(11), quantity: 5 },
		]);
		const here = await stock.get(shop.seller, listing, [at(11), at(13)]);
		expect(here.levels).toEqual([{ listing, location: at(11), quantity: 5 }]);
		expect((await stock.get(shop.seller, 'gid://shopify/ProductVariant/1')).levels).toEqual([]);
		expect((await failureOf(stock.get(shop.seller, 'A'))).kind).toBe('rejected');
	});

	const name = () => shop.sandbox.state().locations[0]?.name ?? '';
});
