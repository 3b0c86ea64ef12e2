import { babyshop } from '../../channels/babyshop/connector';
import type { StockFigure } from '../../domain/stockFigure';
import { babyshopShop } from './babyshopShop';
import type { BabyshopShop } from './babyshopShop';
import { answering, called } from './babyshopUpdate';
import { failureOf } from './testShop';

const { stock } = babyshop;

const unknown = { responseCode: 304, responseMessage: 'Not found' };

describe('codes that babyshop does not know', () => {
	let shop: BabyshopShop;
	let good: readonly StockFigure[];
	beforeEach(async () => {
		shop = await babyshopShop();
		good = shop.goods(stock.batch).map((place) => ({ ...place, quantity: 3 }));
	});
	afterEach(() => shop.close());

	const bad = (at: number): StockFigure => ({ listing: `NOBODY-${at}`, location: '', quantity: 3 });
	const withBad = (...places: readonly number[]) =>
		good.map((row, at) => (places.includes(at) ? bad(at) : row));
	const calls = () => called(shop).filter((call) => call.startsWith('inventoryPriceUpdate')).length;

	it.each([0, 37, 99])('are found one by one: the bad row %d costs no other', async (at) => {
		const receipts = await stock.push(shop.seller, withBad(at));
		const refused = receipts.filter(({ outcome }) => outcome === 'refused');
		expect(refused).toMatchObject([
			{ listing: `NOBODY-${at}`, reason: expect.stringContaining('304') },
		]);
		expect(receipts.filter(({ outcome }) => outcome === 'pending')).toHaveLength(99);
		expect(calls()).toBeLessThanOrEqual(15);
	});

	it('cost no more than a bounded number of calls, and what is left over is sent again', async () => {
		const rows = withBad(3, 23, 43, 63, 83);
		const receipts = await stock.push(shop.seller, rows);
		const counts = Map.groupBy(receipts, ({ outcome }) => outcome);
		expect(calls()).toBeLessThanOrEqual(25);
		expect(counts.get('unsent')?.[0]?.reason).toContain('It is sent with the next push');
		expect(counts.get('pending')?.length).toBeGreaterThan(0);
		expect(counts.get('refused')?.every(({ listing }) => listing.startsWith('NOBODY'))).toBe(true);
		const names = (outcome: 'refused' | 'unsent') =>
			counts.get(outcome)?.map(({ listing }) => listing) ?? [];
		const left = rows.filter(({ listing }) => names('unsent').includes(listing));
		const again = await stock.push(shop.seller, left);
		expect(again.some(({ outcome }) => outcome === 'pending')).toBe(true);
	});

	it('say that it is the code that is wrong where none at all is known', async () => {
		const rows = good.map((_, at) => bad(at));
		const failure = await failureOf(stock.push(shop.seller, rows));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/refused all stock.*Marketplace SKU or Vendor SKU Code/),
		});
		expect(calls()).toBeLessThanOrEqual(25);
	});

	it('are the rows that a refusal gives no ticket to, where it gives some', async () => {
		const [first, second] = good;
		const skus = [{ moderationId: '1', sku: first?.listing, status: 'Pending' }];
		const http = answering(shop.seller, 'inventoryPriceUpdate', { ...unknown, skus });
		const receipts = await stock.push(http, good.slice(0, 2));
		expect(receipts).toMatchObject([
			{ outcome: 'pending', ticket: '1' },
			{ outcome: 'refused', listing: second?.listing },
		]);
	});

	it('lose nothing that was taken when a later call goes wrong', async () => {
		let sent = 0;
		const http = Object.defineProperty(
			async (request: Parameters<typeof shop.seller>[0]) => {
				if (++sent === 4) shop.spoil('down', 1, 'stock');
				return await shop.seller(request);
			},
			'seller',
			{ get: () => shop.seller.seller },
		);
		const receipts = await stock.push(http, withBad(99));
		const counts = Map.groupBy(receipts, ({ outcome }) => outcome);
		expect(counts.get('pending')).toHaveLength(50);
		expect(counts.get('unsent')?.[0]?.reason).toContain('status 500');
	});

	it('are not looked for where another code came', async () => {
		const other = { responseCode: 9, responseMessage: 'Generic Error' };
		const http = answering(shop.seller, 'inventoryPriceUpdate', other);
		expect((await failureOf(stock.push(http, good))).kind).toBe('unavailable');
	});
});
