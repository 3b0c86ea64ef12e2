import fc from 'fast-check';
import type { Http, HttpRequest } from '../../channels/connector';
import { theIconic } from '../../channels/theIconic/connector';
import { iconicShop } from './iconicShop';
import type { IconicShop } from './iconicShop';
import { answering, bodies, called, lastCall } from './iconicUpdate';
import { failureOf } from './testShop';

const { stock } = theIconic;

const figure = (listing: string, quantity: number) => ({ listing, location: '', quantity });

describe('stock of theIconic', () => {
	let shop: IconicShop;
	beforeEach(async () => {
		shop = await iconicShop();
	});
	afterEach(() => shop.close());

	it('is told by numbers, in one call', async () => {
		const [first, second] = shop.goods(2).map(({ listing }) => listing);
		await stock.push(shop.seller, [figure(first ?? '', 3), figure(second ?? '', 0)]);
		expect(bodies(shop, 'setStock')).toEqual([
			[
				{ productId: Number(first), quantity: 3 },
				{ productId: Number(second), quantity: 0 },
			],
		]);
	});

	it('tells a product once that is in a batch twice: the last figure counts', async () => {
		const [{ listing } = shop.unknown] = shop.goods(1);
		const receipts = await stock.push(shop.seller, [figure(listing, 3), figure(listing, 5)]);
		expect(receipts.map(({ outcome }) => outcome)).toEqual(['stored', 'stored']);
		expect(bodies(shop, 'setStock')).toEqual([[{ productId: Number(listing), quantity: 5 }]]);
	});

	it('reports each row that is refused beside those that are stored', async () => {
		const [good] = shop.goods(1);
		const [theirs] = shop.sandbox.seed([{ sku: 'W', shipmentType: 'warehouse' }]);
		const [gone] = shop.sandbox.seed([{ sku: 'D', status: 'deleted' }]);
		const rows = [theirs, gone].map((one) => figure(String(one?.id), 4));
		const receipts = await stock.push(shop.seller, [...rows, figure(good?.listing ?? '', 4)]);
		expect(receipts.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'stored']);
		expect(receipts[0]?.reason).toMatch(/refused it and gives no reason.*Seller Center/);
	});

	it.each([
		[figure('SKU-1', 1), /no listing of The Iconic/],
		[figure('0', 1), /no listing/],
		[figure('12345678901234567', 1), /no listing/],
		[{ ...figure('5', 1), location: 'shelf' }, /one figure for all hubs/],
		[figure('5', 2.5), /no whole number of units/],
	])('never sends %j', async (row, why) => {
		expect(stock.faultOf(row)).toMatch(why);
		const [receipt] = await stock.push(shop.seller, [row]);
		expect(receipt).toMatchObject({ outcome: 'refused', reason: stock.faultOf(row) });
		expect(shop.calls()).toBe(0);
	});

	it('takes an answer that is no list for no answer', async () => {
		const http = answering(shop.seller, '/v2/stock/product', { body: { success: true } });
		expect((await failureOf(stock.push(http, [figure('5', 1)]))).kind).toBe('malformed');
	});

	it('shows what was told, not what is left of it after open orders', async () => {
		const [{ listing } = shop.unknown] = shop.goods(1);
		await stock.push(shop.seller, [figure(listing, 7)]);
		shop.place(2, { listing });
		expect(shop.sandbox.state().products[0]).toMatchObject({ reserved: 2, available: 5 });
		expect((await stock.get(shop.seller, listing)).levels).toEqual([figure(listing, 7)]);
		expect((await stock.page(shop.seller, null)).levels).toEqual([figure(listing, 7)]);
	});

	it('has no figure of what it does not know, and refuses what is no number', async () => {
		expect(await stock.get(shop.seller, '999')).toEqual({ account: '4711', levels: [] });
		const before = shop.calls();
		expect((await failureOf(stock.get(shop.seller, 'SKU-1'))).kind).toBe('rejected');
		expect(shop.calls()).toBe(before);
	});

	it('reads two calls for each product, and none for one that is deleted', async () => {
		shop.sandbox.seed([
			{ sku: 'A', set: 'one', quantity: 1 },
			{ sku: 'B', set: 'one', quantity: 2 },
			{ sku: 'C', set: 'two', status: 'deleted', quantity: 3 },
		]);
		const before = lastCall(shop);
		const { levels, next } = await stock.page(shop.seller, null);
		expect(levels.map(({ quantity }) => quantity)).toEqual([1, 2]);
		expect(next).toBeNull();
		expect(called(shop, before).filter((call) => call === 'getStockOfSet')).toHaveLength(1);
	});
});

const problem = (status: number) => ({
	status,
	headers: {},
	body: { type: 'about:blank', title: 'Refused', status, detail: 'one of them is wrong' },
});

/** Refuses a call as a whole where one of these products is in it. */
const strict = (bad: ReadonlySet<number>) => {
	const calls: number[] = [];
	const stored = new Map<number, number>();
	const http: Http = async ({ body }: HttpRequest) => {
		const rows: readonly { productId: number; quantity: number }[] = JSON.parse(
			JSON.stringify(body),
		);
		calls.push(rows.length);
		if (rows.some(({ productId }) => bad.has(productId))) return problem(422);
		for (const { productId, quantity } of rows) stored.set(productId, quantity);
		return { status: 200, headers: {}, body: [] };
	};
	return { http, calls, stored };
};

describe('a stock call of theIconic that is refused as a whole', () => {
	it('says how each row ended, and what it says is true', async () => {
		const plan = fc.record({
			count: fc.integer({ min: 1, max: 100 }),
			bad: fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { maxLength: 4 }),
		});
		await fc.assert(
			fc.asyncProperty(plan, async ({ count, bad }) => {
				const { http, calls, stored } = strict(new Set(bad));
				const rows = Array.from({ length: count }, (_, at) => figure(String(at + 1), at));
				const [pushed] = await Promise.allSettled([stock.push(http, rows)]);
				const receipts = pushed.status === 'fulfilled' ? pushed.value : [];
				expect(calls.length).toBeLessThanOrEqual(22);
				if (pushed.status === 'rejected') expect(stored.size).toBe(0);
				for (const { listing, outcome } of receipts) {
					expect(stored.has(Number(listing))).toBe(outcome === 'stored');
					if (outcome === 'refused') expect(bad).toContain(Number(listing));
				}
				const isOne = bad.filter((id) => id <= count).length <= 1;
				if (isOne) expect(receipts.map(({ outcome }) => outcome)).not.toContain('unsent');
			}),
			{ numRuns: 300 },
		);
	});

	it('sends the rest with the next push where many are wrong', async () => {
		const rows = Array.from({ length: 100 }, (_, at) => figure(String(at + 1), at));
		const { http, calls, stored } = strict(new Set([11, 21, 41, 61, 81, 91, 100]));
		const receipts = await stock.push(http, rows);
		const unsent = receipts.filter(({ outcome }) => outcome === 'unsent');
		expect(unsent.length).toBeGreaterThan(0);
		expect(unsent[0]?.reason).toMatch(/refused 10 calls for other rows.*next push\.$/);
		expect(unsent.some(({ listing }) => stored.has(Number(listing)))).toBe(false);
		expect(calls.length).toBeLessThanOrEqual(20);
	});

	it('gives up where nothing is taken', async () => {
		const rows = Array.from({ length: 100 }, (_, at) => figure(String(at + 1), at));
		const all = new Set(rows.map(({ listing }) => Number(listing)));
		const { http, calls } = strict(all);
		const failure = await failureOf(stock.push(http, rows));
		expect(failure.message).toMatch(/refused all stock .*one of them is wrong/);
		expect(calls.length).toBeLessThanOrEqual(12);
	});
});
