import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import { quotas } from '../../channels/amazonSellerFlex/quotas';
import type { Http } from '../../channels/connector';
import type { StockFigure } from '../../domain/stockFigure';
import { documentedQuotas } from '../../sandbox/amazonSellerFlex/quotas';
import { amazonShop } from './amazonShop';
import type { AmazonShop } from './amazonShop';
import { failureOf } from './testShop';

const { stock } = amazonSellerFlex;

describe('stock of amazonSellerFlex', () => {
	let shop: AmazonShop;
	let row: StockFigure;
	beforeEach(async () => {
		shop = await amazonShop();
		const [place = shop.unknown] = shop.goods(1);
		row = { ...place, quantity: 15, sequence: 1_767_225_600 };
	});
	afterEach(() => shop.close());

	const bodies = () =>
		shop.sandbox.calls().flatMap(({ kind, body }) => (kind === 'batchInventory' ? [body] : []));

	/** Amazon, which answers the rows of a batch with these. */
	const answering = (responses: readonly unknown[]): Http =>
		Object.assign(async () => ({ status: 207, headers: {}, body: { responses } }), {
			seller: shop.seller.seller,
		});
	const answer = (statusCode: number, change = {}) => ({
		status: { statusCode, reasonPhrase: 'Said' },
		body: { locationId: row.location, skuId: row.listing, ...change },
	});

	it('is not told of a listing that the catalog has without an ASIN', async () => {
		const receipts = await stock.push(shop.seller, [{ ...row, product: null }]);
		expect(receipts).toMatchObject([
			{ outcome: 'refused', reason: expect.stringContaining('no ASIN') },
		]);
		expect(bodies()).toEqual([]);
		expect(stock.faultOf({ ...row, product: 'B0EXAMPLE1' })).toBeNull();
	});

	it('is told in the form of the sandbox, with the SKU encoded and the number of the row', async () => {
		await stock.push(shop.seller, [row]);
		const { marketplace } = shop.sandbox.credential;
		expect(bodies()).toEqual([
			{
				requests: [
					{
						method: 'POST',
						uri: `/inventory/update?locationId=${shop.location}&skuId=MAL%200%2F%C3%A9%26`,
						body: {
							quantity: 15,
							clientSequenceNumber: 1_767_225_600,
							marketplaceAttributes: { marketplaceId: marketplace, channelName: 'FBA' },
						},
					},
				],
			},
		]);
		expect(shop.offered(row)).toBe(15);
	});

	it('is never told without a number that says which figure is the newest', async () => {
		const { sequence, ...bare } = row;
		const [receipt] = await stock.push(shop.seller, [bare]);
		expect(receipt).toMatchObject({
			outcome: 'refused',
			reason: expect.stringContaining('newest'),
		});
		expect([sequence, shop.calls()]).toEqual([expect.any(Number), 0]);
	});

	it.each([
		[{ location: '' }, 'Map one to the hub'],
		[{ location: 'exsb' }, 'capital letters'],
		[{ listing: ' ' }, 'no seller SKU'],
		[{ quantity: 2 ** 31 }, 'whole number'],
		[{ sequence: 1.5 }, 'newest'],
	])('is refused with %j before anybody asks', (change, reason) => {
		expect(stock.faultOf({ ...row, ...change })).toContain(reason);
	});

	it('is sent again with a newer number where Amazon has one that is as new', async () => {
		await stock.push(shop.seller, [row]);
		const [stale] = await stock.push(shop.seller, [{ ...row, quantity: 16 }]);
		expect(stale).toMatchObject({
			outcome: 'unsent',
			reason: expect.stringContaining('newer number'),
		});
		const next = { ...row, quantity: 16, sequence: 1_767_225_601 };
		expect(await stock.push(shop.seller, [next])).toMatchObject([{ outcome: 'stored' }]);
		expect(shop.offered(row)).toBe(16);
	});

	it.each([429, 500, 503])('is sent again where a row was answered with %d', async (status) => {
		const receipts = await stock.push(answering([answer(status)]), [row]);
		expect(receipts).toMatchObject([
			{ outcome: 'unsent', reason: expect.stringContaining('Said') },
		]);
	});

	it('is sent again where the answer leaves the row out', async () => {
		const other = answer(200, { skuId: 'OTHER' });
		const receipts = await stock.push(answering([other, answer(200, { locationId: 'OTHR' })]), [
			row,
		]);
		expect(receipts).toMatchObject([
			{ outcome: 'unsent', reason: expect.stringContaining('again') },
		]);
	});

	it('is stored where rows of one batch fail on the side of Amazon, all but those', async () => {
		const rows = shop.goods(10).map((place, at) => ({ ...place, quantity: at, sequence: at + 1 }));
		shop.sandbox.setFaults({ rowFailure: 0.5, seed: 3 });
		const receipts = await stock.push(shop.seller, rows);
		const outcomes = new Set(receipts.map(({ outcome }) => outcome));
		expect([...outcomes].sort()).toEqual(['stored', 'unsent']);
		expect(receipts.map((receipt) => receipt.listing)).toEqual(rows.map(({ listing }) => listing));
	});

	it.each([
		['a SKU that is not listed', { listing: 'NOBODY' }, /INVALID_SKU.*List the SKU/],
		[
			'a product without its size',
			{ listing: 'BARE' },
			/PRODUCT_VALIDATION_FAILURE.*size and weight/,
		],
		['a hub of somebody else', { location: 'WXYZ' }, /Forbidden.*Hub ID in Hub Mapping/],
	])('is refused for %s, with advice', async (_what, change, reason) => {
		shop.sandbox.seed([{ sku: 'BARE', hasDimensions: false }]);
		const receipts = await stock.push(shop.seller, [{ ...row, ...change }]);
		expect(receipts).toMatchObject([{ outcome: 'refused', reason: expect.stringMatching(reason) }]);
	});

	it('is answered one by one, also of the same SKU twice', async () => {
		const http = answering([answer(200), answer(409)]);
		const receipts = await stock.push(http, [row, row]);
		expect(receipts.map(({ outcome }) => outcome)).toEqual(['stored', 'unsent']);
	});

	it('takes an answer that is none for malformed', async () => {
		const http = answering([{ body: { locationId: 'EXSB' } }]);
		expect((await failureOf(stock.push(http, [row]))).kind).toBe('malformed');
	});

	it('shows what customers are offered at the hubs that are named', async () => {
		shop.sandbox.setLocations(
			[...Array(12).keys()].map((n) => ({ id: `HUB${n.toString(36).toUpperCase()}` })),
		);
		const hubs = shop.sandbox.state().locations.map(({ id }) => id);
		await stock.push(shop.seller, [{ ...row, location: 'HUB3' }]);
		const { account, levels } = await stock.get(shop.seller, row.listing, [...hubs, 'WXYZ']);
		expect(account).toBe(amazonSellerFlex.accountId(shop.seller));
		expect(levels).toHaveLength(12);
		expect(levels.filter(({ quantity }) => quantity > 0)).toEqual([
			{ listing: row.listing, location: 'HUB3', quantity: 15 },
		]);
	});

	it('shows nothing of a SKU that Amazon does not have, and does not guess where it cannot say', async () => {
		const { levels } = await stock.get(shop.seller, 'NOBODY', [shop.location]);
		expect(levels).toEqual([]);
		for (const responses of [[], [answer(500)], [answer(200)]]) {
			const failure = await failureOf(stock.get(answering(responses), row.listing, [row.location]));
			expect(failure.kind).toBe('unavailable');
		}
	});

	it.each([
		['', ['EXSB']],
		['KETTLE-1', []],
		['KETTLE-1', undefined],
	])('asks for nothing with SKU "%s" and hubs %p', async (listing, hubs) => {
		expect((await failureOf(stock.get(shop.seller, listing, hubs))).kind).toBe('rejected');
		expect(shop.calls()).toBe(0);
	});
});

describe('calls to Amazon', () => {
	it('take no more than is documented, for each operation', () => {
		for (const { name, calls, perMs } of Object.values(quotas)) {
			const { rate, burst } = documentedQuotas[name as keyof typeof documentedQuotas];
			expect([name, calls / perMs <= rate / 1_000, calls <= burst]).toEqual([name, true, true]);
		}
	});
});
