import { babyshop } from '../../channels/babyshop/connector';
import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import { babyshopHttp } from '../support/babyshopHttp';
import { babyshopShop } from './babyshopShop';
import type { BabyshopShop } from './babyshopShop';
import { answering, bodies, called } from './babyshopUpdate';
import { failureOf } from './testShop';

const { stock } = babyshop;
const minuteMs = 60_000;

const ticketed = (receipts: readonly StockReceipt[]) =>
	receipts.map((one) => ({ ...one, ticket: one.ticket ?? 'none' }));

const outcomes = (receipts: readonly StockReceipt[]) => receipts.map(({ outcome }) => outcome);

describe('stock of babyshop', () => {
	let shop: BabyshopShop;
	let rows: readonly StockFigure[];
	beforeEach(async () => {
		shop = await babyshopShop({ moderationMs: 2 * minuteMs });
		rows = shop.goods(3).map((place, at) => ({ ...place, quantity: 10 + at, sku: `V-${at}` }));
	});
	afterEach(() => shop.close());

	it('is told by the code of the marketplace, whole units as text, and no price', async () => {
		await stock.push(shop.seller, rows);
		const told = rows.map(({ listing, quantity }) => ({ sku: listing, invQty: String(quantity) }));
		expect(bodies(shop, 'inventoryPriceUpdate')).toEqual([{ invPriceList: told }]);
	});

	it('is pending with a ticket, and stored once the marketplace has approved it', async () => {
		const receipts = await stock.push(shop.seller, rows);
		const pending = rows.map((row) => ({
			...row,
			outcome: 'pending',
			reason: null,
			ticket: expect.stringMatching(/^\d+$/),
		}));
		expect(receipts).toEqual(pending);
		expect(new Set(receipts.map(({ ticket }) => ticket)).size).toBe(rows.length);
		expect(await stock.decided(shop.seller, ticketed(receipts))).toEqual([]);
		shop.wait(3 * minuteMs);
		const decided = await stock.decided(shop.seller, ticketed(receipts));
		expect(decided).toEqual(receipts.map((one) => ({ ...one, outcome: 'stored', reason: null })));
		expect(rows.map(shop.offered)).toEqual([10, 11, 12]);
		expect(bodies(shop, 'inventoryPriceStatus')).toEqual(
			[1, 2].map(() => ({ moderationIdsList: receipts.map(({ ticket }) => Number(ticket)) })),
		);
	});

	it('is refused where the marketplace refuses a row, in its word', async () => {
		shop.sandbox.moderate({ reject: [{ sku: rows[1]?.listing ?? '' }] });
		const receipts = await stock.push(shop.seller, rows);
		shop.wait(3 * minuteMs);
		expect(await stock.decided(shop.seller, ticketed(receipts))).toMatchObject([
			{ outcome: 'stored' },
			{ outcome: 'refused', reason: expect.stringContaining('(Rejected)') },
			{ outcome: 'stored' },
		]);
	});

	const decide = async (change: object, quantity = 12) => {
		const row = { moderationId: '7', sku: 'A', requestedInvQty: '12.000', approvedInvQty: null };
		const body = { responseCode: 0, skus: [{ ...row, status: 'Pending', ...change }] };
		const http = answering(shop.seller, 'inventoryPriceStatus', body);
		const figure = { listing: 'A', location: '', quantity, ticket: '7' };
		return await stock.decided(http, [figure, { ...figure, ticket: '8' }]);
	};

	it.each([
		[{ approvedInvQty: '12.000' }, 'stored', null],
		[{ approvedInvQty: 12, requestedInvQty: null }, 'stored', null],
		[{ approvedInvQty: '10.000', status: 'Cut' }, 'refused', /approved 10.000 of 12 \(Cut\)/],
		[{ approvedInvQty: '0' }, 'refused', /approved 0 of 12/],
		[{ status: 'Seller is blocked' }, 'refused', /\(Seller is blocked\)/],
	] as const)(
		'knows what %j means, and says nothing of a row without answer',
		async (change, outcome, reason) => {
			const [decided, ...others] = await decide(change);
			expect(decided).toMatchObject({ outcome, ticket: '7' });
			expect(decided?.reason ?? '').toMatch(reason ?? /^$/);
			expect(others).toEqual([]);
		},
	);

	it.each([
		{},
		{ status: 'PENDING' },
		{ status: null },
		{ moderationId: '9' },
		{ moderationId: {} },
	])('leaves out what is not decided: %j', async (change) => {
		expect(await decide(change)).toEqual([]);
	});

	const pushed = async (skus: unknown, responseCode = 0) => {
		const http = answering(shop.seller, 'inventoryPriceUpdate', { responseCode, skus });
		return await stock.push(http, rows);
	};

	it('counts a row that the answer lacks, or that has no ticket, as not sent', async () => {
		const [first, second] = rows.map(({ listing }) => listing);
		const receipts = await pushed([
			{ moderationId: '1', sku: first, status: 'Pending' },
			{ moderationId: null, sku: second, status: 'Pending' },
		]);
		expect(outcomes(receipts)).toEqual(['pending', 'unsent', 'unsent']);
	});

	it('counts what is approved at once as stored, and waits where it is another figure', async () => {
		const [first, second, third] = rows.map(({ listing }) => listing);
		const receipts = await pushed([
			{ moderationId: '1', sku: first, approvedInvQty: '10.000', status: 'Approved' },
			{ moderationId: '2', sku: second, approvedInvQty: '4.000', status: 'Pending' },
			{ moderationId: '3', sku: third, approvedInvQty: null, status: 'Blocked' },
		]);
		expect(outcomes(receipts)).toEqual(['stored', 'pending', 'refused']);
	});

	it.each([null, {}, []])('takes %j for an answer to no row', async (skus) => {
		expect(new Set(outcomes(await pushed(skus)))).toEqual(new Set(['unsent']));
	});

	it('has the code once in a call: the last figure counts, and every row has its receipt', async () => {
		const [row = rows[0]] = rows;
		if (row === undefined) throw new Error('no row');
		const receipts = await stock.push(shop.seller, [row, { ...row, quantity: 4 }]);
		expect(bodies(shop, 'inventoryPriceUpdate')).toEqual([
			{ invPriceList: [{ sku: row.listing, invQty: '4' }] },
		]);
		expect(receipts.map(({ quantity }) => quantity)).toEqual([10, 4]);
		expect(new Set(receipts.map(({ ticket }) => ticket)).size).toBe(1);
		shop.wait(3 * minuteMs);
		expect(outcomes(await stock.decided(shop.seller, ticketed(receipts)))).toEqual([
			'stored',
			'stored',
		]);
	});

	it('is told by the code of the seller where the credential says so', async () => {
		await shop.close();
		const inventoryKey = 'vendorSkuCode';
		shop = await babyshopShop({ inventoryKey }, { inventoryKey });
		shop.goods(2);
		const [one, , other] = rows;
		const receipts = await stock.push(shop.seller, [
			{ listing: one?.listing ?? '', location: '', quantity: 5, sku: ' V-0 ' },
			{ listing: other?.listing ?? '', location: '', quantity: 5 },
		]);
		expect(receipts).toMatchObject([
			{ outcome: 'pending' },
			{ outcome: 'refused', reason: expect.stringContaining('Vendor SKU Code is not known') },
		]);
		expect(bodies(shop, 'inventoryPriceUpdate')).toEqual([
			{ invPriceList: [{ sku: 'V-0', invQty: '5' }] },
		]);
	});

	it.each([
		[{ location: 'LOC-1' }, 'one figure for all hubs'],
		[{ listing: ' ' }, 'names no listing'],
		[{ quantity: -1 }, 'no whole number'],
	])('is not told of %j, without a call', async (change, why) => {
		const row = { listing: 'A', location: '', quantity: 1, ...change };
		expect(stock.faultOf(row)).toContain(why);
		expect(outcomes(await stock.push(shop.seller, [row]))).toEqual(['refused']);
		expect(called(shop)).toEqual([]);
	});

	it('knows no account that it was not let into', async () => {
		const stranger = babyshopHttp(shop.url, { username: 'nobody', password: 'x' });
		expect((await failureOf(stock.push(stranger, rows))).kind).toBe('unauthorised');
		expect(babyshop.accountId(stranger)).toBeNull();
	});
});
