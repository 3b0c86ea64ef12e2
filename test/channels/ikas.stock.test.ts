import type { Http, HttpRequest, HttpResponse } from '../../channels/connector';
import { ikas } from '../../channels/ikas/connector';
import type { StockFigure } from '../../domain/stockFigure';
import { ikasShop } from './ikasShop';
import { failureOf } from './testShop';
import type { Place } from './testShop';

const { push, batch } = ikas.stock;

let shop: Awaited<ReturnType<typeof ikasShop>>;
beforeEach(async () => {
	shop = await ikasShop();
});
afterEach(() => shop.close());

const figures = (places: readonly Place[], quantity = 5): readonly StockFigure[] =>
	places.map((place) => ({ ...place, quantity }));

const outcomes = async (http: Http, rows: readonly StockFigure[]) =>
	(await push(http, rows)).map(({ outcome }) => outcome);

const counted = (list: readonly string[]) =>
	Object.fromEntries([...new Set(list)].map((one) => [one, list.filter((x) => x === one).length]));

const refusals = () => shop.sandbox.calls().filter(({ code }) => code !== null).length;

/** What a push names, in the ids of listings; null where it is another call. */
const pushed = ({ body }: HttpRequest): readonly string[] | null => {
	const { query, variables } = JSON.parse(JSON.stringify(body));
	if (!String(query).includes('saveProductStockLocations')) return null;
	const rows: readonly { productId: string; variantId: string }[] =
		variables.input.productStockLocationInputs;
	return rows.map(({ productId, variantId }) => `${productId}/${variantId}`);
};

const refused = (): HttpResponse => ({
	status: 200,
	headers: {},
	body: { errors: [{ message: 'error_messages.stock.x', extensions: { code: 'NO' } }], data: null },
});

/** ikas, which refuses these rows for a reason of its own, and counts how often it refused and how often it was asked. */
const choosy = (bad: readonly Place[]) => {
	const count = { refused: 0, asked: 0 };
	const http: Http = async (request) => {
		count.asked += 1;
		const isBad = pushed(request)?.some((id) => bad.some(({ listing }) => listing === id)) ?? false;
		if (!isBad) return await shop.seller(request);
		count.refused += 1;
		return refused();
	};
	return { http, count };
};

describe('stock for ikas', () => {
	it('goes out in one call where every row is good', async () => {
		await push(shop.seller, figures(shop.goods(batch)));
		expect(shop.calls()).toBe(1);
	});

	it('needs three calls where ikas has lost listings, and one of them is refused', async () => {
		const rows = figures([...shop.goods(90), ...Array.from({ length: 10 }, () => shop.unknown)]);
		expect(counted(await outcomes(shop.seller, rows))).toEqual({ stored: 90, refused: 10 });
		expect([shop.calls(), refusals()]).toEqual([3, 1]);
	});

	it('says that ikas does not know the listing any more, of products and of variants', async () => {
		const [product] = shop.sandbox.seed([{ variants: [{ sku: 'ETEK-36' }] }]);
		const [gone] = shop.sandbox.seed([{ deleted: true, variants: [{ sku: 'ETEK-38' }] }]);
		const [half] = shop.sandbox.seed([
			{ variants: [{ sku: 'ETEK-40' }, { sku: 'ETEK-42', deleted: true }] },
		]);
		const { location } = shop.unknown;
		const places = [
			{ listing: `${product?.id}/another`, location },
			{ listing: `${gone?.id}/${gone?.variants[0]?.id}`, location },
			{ listing: `${half?.id}/${half?.variants[1]?.id}`, location },
			{ listing: `${half?.id}/${half?.variants[0]?.id}`, location },
		];
		const receipts = await push(shop.seller, figures(places));
		expect(receipts.map(({ outcome }) => outcome)).toEqual([
			...['refused', 'refused', 'refused'],
			'stored',
		]);
		for (const { reason } of receipts.slice(0, 3)) {
			expect(reason).toMatch(/does not know the listing any more/);
		}
	});

	it('takes products that ikas lists as deleted for lost', async () => {
		const rows = figures([{ listing: 'p/v', location: 'depo' }]);
		const products = [{ id: 'p', deleted: true, variants: [{ id: 'v', deleted: false }] }];
		const data = {
			getMerchant: { id: 'm' },
			listProduct: { hasNext: false, data: products },
			listStockLocation: [{ id: 'depo', deleted: false }],
		};
		const http: Http = async (request) =>
			pushed(request) === null ? { status: 200, headers: {}, body: { data } } : refused();
		expect(await push(http, rows)).toMatchObject([
			{ reason: expect.stringContaining('does not know the listing') },
		]);
	});

	it('says that ikas has no such location any more', async () => {
		const [first = shop.unknown, second = shop.unknown] = shop.goods(2);
		const rows = figures([{ ...first, location: 'yok' }, second]);
		const receipts = await push(shop.seller, rows);
		expect(receipts).toMatchObject([
			{ outcome: 'refused', reason: expect.stringMatching(/no stock location "yok"/) },
			{ outcome: 'stored' },
		]);
	});

	it.each(['', 'only-product', 'p/v/x', '/v', 'p/'])(
		'refuses "%s" as a listing without asking',
		async (listing) => {
			const { location } = shop.unknown;
			expect(await outcomes(shop.seller, figures([{ listing, location }]))).toEqual(['refused']);
			expect(shop.calls()).toBe(0);
		},
	);

	it('refuses a row without a location without asking', async () => {
		const [place = shop.unknown] = shop.goods(1);
		const rows = figures([{ ...place, location: '' }]);
		expect(await outcomes(shop.seller, rows)).toEqual(['refused']);
		expect(shop.calls()).toBe(0);
	});

	it.each([0, 1, 49, 50, 98, 99])(
		'finds row %d, which ikas refuses for a reason of its own, within nine refusals',
		async (at) => {
			const places = shop.goods(batch);
			const bad = places.slice(at, at + 1);
			const { http, count } = choosy(bad);
			const receipts = await push(http, figures(places));
			const found = receipts.filter(({ outcome }) => outcome === 'refused');
			expect(found).toMatchObject([
				{ ...bad[0], reason: 'ikas refused it (NO: error_messages.stock.x).' },
			]);
			expect(counted(receipts.map(({ outcome }) => outcome))).toEqual({ stored: 99, refused: 1 });
			expect(count.refused).toBeLessThanOrEqual(9);
			expect(places.filter((place) => shop.offered(place) === 5)).toHaveLength(99);
		},
	);

	it('finds it without the permission to read products, too', async () => {
		shop.sandbox.setScopes(['WRITE_INVENTORIES']);
		const rows = figures([...shop.goods(9), shop.unknown]);
		expect(counted(await outcomes(shop.seller, rows))).toEqual({ stored: 9, refused: 1 });
	});

	it('leaves rows unsent rather than be refused more than twelve times, and finds the next bad ones later', async () => {
		const places = shop.goods(batch);
		const bad = places.filter((_, at) => at % 10 === 3);
		let left = figures(places);
		const ended: string[] = [];
		for (let n = 0; n < 12 && left.length > 0; n++) {
			const { http, count } = choosy(bad);
			const receipts = await push(http, left);
			expect(count.refused).toBeLessThanOrEqual(12);
			expect(count.asked).toBeLessThanOrEqual(26);
			const unsent = receipts.filter(({ outcome }) => outcome === 'unsent');
			expect(unsent.every(({ reason }) => reason?.includes('next push'))).toBe(true);
			ended.push(...receipts.map(({ outcome }) => outcome).filter((one) => one !== 'unsent'));
			left = figures(unsent);
		}
		expect(counted(ended)).toEqual({ stored: 90, refused: 10 });
	});

	it('is refused as a whole where ikas takes nothing at all, and that soon', async () => {
		const places = shop.goods(batch);
		const { http, count } = choosy(places);
		const failure = await failureOf(push(http, figures(places)));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining('error_messages.stock.x'),
		});
		expect(count.refused).toBe(12);
	});

	it('keeps what was stored before ikas went away, and leaves the rest unsent', async () => {
		const places = shop.goods(8);
		const { http } = choosy(places.slice(7));
		let left = 4;
		const leaving: Http = async (request) => {
			left -= 1;
			return left < 0 ? { status: 503, headers: {}, body: '' } : await http(request);
		};
		const receipts = await push(leaving, figures(places));
		expect(receipts.map(({ outcome }) => outcome)).toEqual([
			...Array.from({ length: 4 }, () => 'stored'),
			...Array.from({ length: 4 }, () => 'unsent'),
		]);
		expect(receipts.at(-1)?.reason).toContain('503');
	});

	it.each([
		['GRAPHQL_VALIDATION_FAILED', 'rejected'],
		['FORBIDDEN', 'unauthorised'],
		['INTERNAL_SERVER_ERROR', 'unavailable'],
	])('is not halved for %s, which says nothing of a row', async (code, kind) => {
		let asked = 0;
		const http: Http = async () => {
			asked += 1;
			const errors = [{ message: 'x', extensions: { code } }];
			return { status: 200, headers: {}, body: { errors, data: null } };
		};
		const failure = await failureOf(push(http, figures(shop.goods(4))));
		expect([failure.kind, asked]).toEqual([kind, 1]);
	});

	it('names the permission that is missing', async () => {
		shop.sandbox.setScopes(['READ_PRODUCTS']);
		const failure = await failureOf(push(shop.seller, figures(shop.goods(1))));
		expect(failure).toMatchObject({
			kind: 'unauthorised',
			message: expect.stringContaining('WRITE_INVENTORIES'),
		});
	});

	it('counts as refused where ikas only answers false, and as malformed where it answers nothing', async () => {
		const answering =
			(saveProductStockLocations: unknown): Http =>
			async (request) =>
				pushed(request) === null
					? await shop.seller(request)
					: { status: 200, headers: {}, body: { data: { saveProductStockLocations } } };
		const rows = figures(shop.goods(1));
		expect(await push(answering(false), rows)).toMatchObject([
			{ outcome: 'refused', reason: expect.stringContaining('false') },
		]);
		expect((await failureOf(push(answering(null), rows))).kind).toBe('malformed');
	});

	it('needs no call for no rows', async () => {
		expect(await push(shop.seller, [])).toEqual([]);
		expect(shop.calls()).toBe(0);
	});
});
