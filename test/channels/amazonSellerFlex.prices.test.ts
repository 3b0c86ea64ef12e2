import { gzipSync } from 'node:zlib';
import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import type { Http, HttpRequest } from '../../channels/connector';
import { instant } from '../../domain/instant';
import type { Price } from '../../domain/price';
import type { AmazonOptions } from '../../sandbox/amazonSellerFlex/types';
import { amazonShop, type AmazonShop } from './amazonShop';

const { prices, feeds } = amazonSellerFlex;

const price = (listing: string, minor: number, currency = 'AED'): Price => ({
	listing,
	price: { minor, currency },
});

describe('amazonSellerFlex, prices', () => {
	let shop: AmazonShop;
	const open = async (options: AmazonOptions = {}) => {
		shop = await amazonShop({ priceMs: 0, ...options });
		shop.sandbox.seed([
			{ sku: 'CUP/1 é', price: 50 },
			{ sku: 'MUG-2', price: 60 },
		]);
	};
	beforeEach(() => open());
	afterEach(() => shop.close());

	const shown = () =>
		Object.fromEntries(shop.sandbox.state().prices.map((one) => [one.sku, one.price]));
	const asked = (kind: string) => shop.sandbox.calls().filter((call) => call.kind === kind);
	/** Answers some requests itself, and notes all. */
	const between = (answer: (request: HttpRequest) => unknown): Http =>
		Object.assign(
			async (request: HttpRequest) => {
				const body = answer(request);
				return body === undefined ? await shop.seller(request) : { status: 200, headers: {}, body };
			},
			{ seller: shop.seller.seller },
		);

	describe('told one by one', () => {
		test('are set, each with a look at the listing before', async () => {
			const rows = [price('CUP/1 é', 9950), price('MUG-2', 1)];
			expect(await prices.push(shop.seller, rows)).toEqual(
				rows.map((row) => ({ ...row, outcome: 'accepted', reason: null })),
			);
			expect(shown()).toEqual({ 'CUP/1 é': 99.5, 'MUG-2': 0.01 });
			expect(asked('getListingsItem')).toHaveLength(2);
			expect(asked('patchListingsItem')).toHaveLength(2);
		});

		test('a SKU that Amazon does not have, and another currency, cost no other', async () => {
			const rows = [price('NOBODY', 100), price('MUG-2', 100, 'EUR'), price('MUG-2', 7000)];
			expect(await prices.push(shop.seller, rows)).toMatchObject([
				{ outcome: 'refused', reason: expect.stringMatching(/no listing with this SKU/) },
				{ outcome: 'refused', reason: expect.stringMatching(/are in AED, not in "EUR"/) },
				{ outcome: 'accepted' },
			]);
			expect(shown()).toEqual({ 'CUP/1 é': 50, 'MUG-2': 70 });
		});

		test('keep what else the offer has', async () => {
			const offer = {
				marketplace_id: 'A2VIGQ35RCS4UG',
				currency: 'AED',
				audience: 'ALL',
				our_price: [{ schedule: [{ value_with_tax: 60 }] }],
				discounted_price: [{ schedule: [{ value_with_tax: 40 }] }],
			};
			const business = { ...offer, audience: 'B2B' };
			const sent: unknown[] = [];
			const http = between(({ method, body }) => {
				if (method === 'GET') {
					return {
						sku: 'MUG-2',
						summaries: [{ marketplaceId: 'A2VIGQ35RCS4UG', productType: 'CUP' }],
						attributes: { purchasable_offer: [business, offer] },
					};
				}
				sent.push(body);
				return { sku: 'MUG-2', status: 'ACCEPTED', submissionId: 's', issues: [] };
			});
			await prices.push(http, [price('MUG-2', 5500)]);
			const value = [{ ...offer, our_price: [{ schedule: [{ value_with_tax: 55 }] }] }];
			expect(sent).toEqual([
				{
					productType: 'CUP',
					patches: [{ op: 'replace', path: '/attributes/purchasable_offer', value }],
				},
			]);
		});

		test('a refusal inside a good answer is seen, with its reasons', async () => {
			const http = between(({ method }) =>
				method === 'PATCH'
					? {
							sku: 'MUG-2',
							status: 'INVALID',
							submissionId: 's',
							issues: [
								{ code: '1', message: 'Only a hint.', severity: 'WARNING', categories: [] },
								{ code: '99022', message: 'Too few values.', severity: 'ERROR', categories: [] },
							],
						}
					: undefined,
			);
			expect(await prices.push(http, [price('MUG-2', 100)])).toMatchObject([
				{ outcome: 'refused', reason: expect.stringMatching(/Too few values. \(99022\)/) },
			]);
		});

		test('a listing that Amazon cannot answer for stops no other', async () => {
			const http = between(({ path }) => (path.includes('CUP') ? 'nonsense' : undefined));
			expect(await prices.push(http, [price('CUP/1 é', 100), price('MUG-2', 7000)])).toMatchObject([
				{ outcome: 'unsent' },
				{ outcome: 'accepted' },
			]);
			await expect(prices.push(http, [price('CUP/1 é', 100)])).rejects.toMatchObject({
				kind: 'malformed',
			});
		});

		test('what comes after a refusal of the credential is not sent', async () => {
			let calls = 0;
			const http = between(({ method }) => {
				if (method !== 'PATCH') return undefined;
				if (++calls === 6) shop.sandbox.setGrants({ roles: [] });
				return { sku: 'MUG-2', status: 'ACCEPTED', submissionId: 's', issues: [] };
			});
			const rows = Array.from({ length: 12 }, (_, at) => price('MUG-2', at + 1));
			const receipts = await prices.push(http, rows);
			expect(receipts).toHaveLength(12);
			expect(receipts.slice(0, 5).every(({ outcome }) => outcome === 'accepted')).toBe(true);
			expect(receipts.at(-1)).toMatchObject({
				outcome: 'unsent',
				reason: expect.stringMatching(/the role Product Listing/),
			});
		});
	});

	describe('in a feed', () => {
		const rows = [price('CUP/1 é', 9950), price('NOBODY', 100), price('MUG-2', 7000)];
		const submitted = async () => (await prices.submit(shop.seller, rows)).feed ?? '';
		const report = (id: string) => feeds.report(shop.seller, 'prices', id);

		test.each([
			['as it is', {}],
			['packed', { gzipsReports: true }],
		])('get their outcomes by a report that comes %s', async (_, options) => {
			await shop.close();
			await open(options);
			const id = await submitted();
			expect(await report(id)).toBeNull();
			shop.sandbox.clock.advance(5_000);
			expect(await report(id)).toEqual({
				refused: [{ row: 'NOBODY', reason: expect.stringMatching(/does not exist/) }],
				refusedWhole: null,
			});
			expect(shown()).toEqual({ 'CUP/1 é': 99.5, 'MUG-2': 70 });
		});

		test('are found again by when they were created', async () => {
			const before = instant(Date.parse(shop.now()) - 60_000);
			const id = await submitted();
			const seen = await feeds.since(shop.seller, 'prices', before);
			expect(seen.map((one) => one.id)).toEqual([id]);
			expect(await feeds.since(shop.seller, 'invoice', before)).toEqual([]);
		});

		test('of which Amazon lists many are read page by page', async () => {
			const pages: Readonly<Record<string, unknown>> = {
				'': { feeds: [{ feedId: '1', createdTime: '2026-03-02T09:00:00Z' }], nextToken: 'more' },
				more: { feeds: [{ feedId: '2', createdTime: '2026-03-02T09:00:01Z' }] },
			};
			const queries: unknown[] = [];
			const http = between(({ query }) => {
				queries.push(query);
				return pages[query?.nextToken ?? ''];
			});
			const seen = await feeds.since(http, 'prices', '2026-03-02T08:00:00.000Z');
			expect(seen.map(({ id }) => id)).toEqual(['1', '2']);
			expect(queries.at(-1)).toEqual({ nextToken: 'more' });
		});

		test('are not known to be created where the answer was lost, and created once all the same', async () => {
			shop.sandbox.setFaults({ dropAfter: 1, forTheNext: 1, only: 'createFeed' });
			expect(await prices.submit(shop.seller, rows)).toEqual({ feed: null });
			expect(shop.sandbox.state().feeds).toHaveLength(1);
		});

		test('are known not to be created where Amazon refuses them, or their document was not taken', async () => {
			shop.sandbox.setFaults({ rate429: 1, forTheNext: 1, only: 'createFeed' });
			await expect(prices.submit(shop.seller, rows)).rejects.toMatchObject({ kind: 'rateLimited' });
			const refusing: Http = Object.assign(
				async (request: HttpRequest) =>
					request.document === undefined
						? await shop.seller(request)
						: { status: 403, headers: {}, body: '<Error/>' },
				{ seller: shop.seller.seller },
			);
			await expect(prices.submit(refusing, rows)).rejects.toMatchObject({ kind: 'unavailable' });
			expect(shop.sandbox.state().feeds).toHaveLength(0);
		});

		test.each([
			['CANCELLED', /was cancelled/],
			['FATAL', /stopped in the middle/],
		])('that ended %s are refused as a whole', async (processingStatus, why) => {
			const http = between(({ path }) =>
				path.includes('/feeds/2021-06-30/feeds/') ? { processingStatus } : undefined,
			);
			expect(await feeds.report(http, 'prices', '1')).toEqual({
				refused: [],
				refusedWhole: expect.stringMatching(why),
			});
		});

		test('whose report is cut off are asked about again', async () => {
			const packed = gzipSync('{"issues":[]}');
			const http = between(({ path, document }) => {
				if (document !== undefined) return packed.subarray(0, 12).toString('base64');
				return path.includes('/documents/')
					? { feedDocumentId: 'd', url: 'http://storage.example/d', compressionAlgorithm: 'GZIP' }
					: { processingStatus: 'DONE', resultFeedDocumentId: 'd' };
			});
			await expect(feeds.report(http, 'prices', '1')).rejects.toMatchObject({ kind: 'malformed' });
		});
	});
});
