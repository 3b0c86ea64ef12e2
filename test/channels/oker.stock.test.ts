import { oker } from '../../channels/oker/connector';
import { closeShops, okerShop, warehouse } from './okerShop';
import type { OkerShop } from './okerShop';
import { answering, bodies } from './okerUpdate';
import { failureOf } from './testShop';

const { push, faultOf } = oker.stock;

describe('oker, told of stock', () => {
	let shop: OkerShop;
	beforeEach(async () => {
		shop = await okerShop({ limits: { maxInventoryEntries: 2 } });
	});
	afterEach(closeShops);

	const row = (quantity: number, change: object = {}) => ({
		listing: shop.goods(1)[0]?.listing ?? '',
		location: warehouse,
		quantity,
		...change,
	});

	it('says when a figure was computed, and sends one again that came too late', async () => {
		await push(shop.seller, [row(5, { sequence: 1_700_000_100 })]);
		const [late] = await push(shop.seller, [row(9, { sequence: 1_700_000_000 })]);
		expect(late).toMatchObject({ outcome: 'unsent', reason: expect.stringContaining('newer') });
		expect(shop.offered(row(0))).toBe(5);
		expect(bodies(shop, 'updateInventory')[0]).toMatchObject({
			inventoryList: [{ asOf: '2023-11-14T22:15:00.000Z', facilityCode: warehouse }],
		});
	});

	it('sets a figure again that was right before', async () => {
		for (const quantity of [5, 3, 5]) await push(shop.seller, [row(quantity)]);
		expect(shop.offered(row(0))).toBe(5);
	});

	it('sends no more rows at once than the gateway takes', async () => {
		const rows = shop.goods(5).map((place, at) => ({ ...place, quantity: at }));
		expect((await push(shop.seller, rows)).every(({ outcome }) => outcome === 'stored')).toBe(true);
		expect(bodies(shop, 'updateInventory')).toHaveLength(3);
	});

	it('keeps what was taken where a later call fails', async () => {
		const rows = shop.goods(3).map((place, at) => ({ ...place, quantity: at + 1 }));
		let calls = 0;
		const http = Object.defineProperty(
			async (request: Parameters<typeof shop.seller>[0]) => {
				if (request.path === '/updateInventory' && ++calls === 2) {
					return { status: 500, headers: {}, body: {} };
				}
				return await shop.seller(request);
			},
			'seller',
			{ get: () => shop.seller.seller },
		);
		const outcomes = (await push(http, rows)).map(({ outcome }) => outcome);
		expect(outcomes).toEqual(['stored', 'stored', 'unsent']);
	});

	it('tells which warehouse Oker does not know', async () => {
		const receipts = await push(shop.seller, [row(1), row(2, { location: 'OKR-W9' })]);
		expect(receipts).toMatchObject([
			{ outcome: 'stored' },
			{ outcome: 'refused', reason: expect.stringContaining('Warehouse Location') },
		]);
	});

	it.each([
		['no warehouse', { location: '' }],
		['a warehouse that is too long', { location: 'x'.repeat(65) }],
		['no listing of Oker', { listing: 'TEE' }],
	])('never sends a row of %s', (_, change) => {
		expect(faultOf(row(1, change))).toMatch(/\.$/);
	});

	it.each([
		['refuses all without a reason', { status: 'FAILED' }, 'rejected'],
		[
			'claims a part and names none',
			{ status: 'PARTIAL_SUCCESS', failedProductList: [] },
			'rejected',
		],
		['says nothing', {}, 'malformed'],
		['says what nobody knows', { status: 'PERHAPS' }, 'malformed'],
	])('stores nothing where the gateway %s', async (_, body, kind) => {
		const http = answering(shop.seller, '/updateInventory', body);
		expect((await failureOf(push(http, [row(1)]))).kind).toBe(kind);
	});
});
