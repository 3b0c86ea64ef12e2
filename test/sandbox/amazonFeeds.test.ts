import { gunzipSync } from 'node:zlib';
import { feedClient } from './support/amazonFeeds';
import { type Seller, openSeller, refusal } from './support/amazonSeller';

const json = 'application/json; charset=UTF-8';

describe('feeds of the Amazon sandbox', () => {
	let seller: Seller;
	let client: ReturnType<typeof feedClient>;
	const open = async (options: Parameters<typeof openSeller>[0] = {}) => {
		seller = await openSeller(options);
		client = feedClient(seller);
		seller.sandbox.seed([{ sku: 'A', price: 50 }, { sku: 'B' }]);
	};
	beforeEach(async () => await open());
	afterEach(async () => await seller.close());

	const message = (messageId: number, sku: string, price: unknown) => ({
		messageId,
		sku,
		operationType: 'PATCH',
		productType: 'PRODUCT',
		patches: [
			{
				op: 'replace',
				path: '/attributes/purchasable_offer',
				value: [
					{
						marketplace_id: seller.sandbox.credential.marketplace,
						currency: 'AED',
						audience: 'ALL',
						our_price: [{ schedule: [{ value_with_tax: price }] }],
					},
				],
			},
		],
	});
	const prices = (messages: readonly object[], sellerId = 'A1SELLER0EXAMPLE') =>
		JSON.stringify({ header: { sellerId, version: '2.0', issueLocale: 'en_US' }, messages });
	const submit = async (content: string) =>
		await client.submit('JSON_LISTINGS_FEED', json, content);

	describe('documents', () => {
		it('take an upload of the same content type for five minutes', async () => {
			const { url } = await client.document(json);
			expect((await client.upload(url, 'application/json', '{}')).status).toBe(403);
			expect((await client.upload(url, json, '{}')).status).toBe(200);
			expect(seller.sandbox.calls().at(-1)).toMatchObject({
				kind: 'document',
				body: { type: json, bytes: 2 },
				effect: 'document_uploaded',
			});
			await seller.control('clock', { advanceMs: 300_000 });
			const late = await client.upload(url, json, '{}');
			expect([late.status, late.text]).toEqual([403, expect.stringContaining('<Error><Code>')]);
		});

		it('need a content type, and a document that there is', async () => {
			const nothing = await seller.ask('POST', '/feeds/2021-06-30/documents', {});
			expect(refusal(nothing)).toEqual([400, 'InvalidInput']);
			expect((await client.create('JSON_LISTINGS_FEED', 'nowhere')).status).toBe(400);
		});
	});

	describe('of prices', () => {
		it('run by the clock, and report each message that was refused', async () => {
			const rows = [message(1, 'A', 70), message(2, 'nowhere', 1), message(3, 'B', -1)];
			const feedId = await submit(prices(rows));
			const status = async () => (await client.get(feedId)).processingStatus;
			expect(await status()).toBe('IN_QUEUE');
			await seller.control('clock', { advanceMs: 1000 });
			expect(await status()).toBe('IN_PROGRESS');
			await seller.control('clock', { advanceMs: 2000 });
			expect(await client.get(feedId)).toMatchObject({
				feedId,
				feedType: 'JSON_LISTINGS_FEED',
				processingStatus: 'DONE',
				resultFeedDocumentId: expect.any(String),
			});
			expect(JSON.parse(await client.report(feedId))).toEqual({
				header: { sellerId: 'A1SELLER0EXAMPLE', version: '2.0', feedId },
				issues: [
					expect.objectContaining({ messageId: 2, sku: 'nowhere', severity: 'ERROR' }),
					expect.objectContaining({ messageId: 3, sku: 'B', code: '4000001' }),
				],
				summary: {
					errors: 2,
					warnings: 0,
					messagesProcessed: 3,
					messagesAccepted: 1,
					messagesInvalid: 2,
				},
			});
			await seller.control('clock', { advanceMs: 2000 });
			expect(seller.sandbox.state()).toMatchObject({
				prices: [
					{ sku: 'A', price: 70, updates: [{}, { feed: feedId }] },
					{ sku: 'B', price: null },
				],
				feeds: [{ id: feedId, status: 'DONE', accepted: 1, refused: 2 }],
			});
		});

		it.each([
			['no JSON', 'nonsense'],
			['another seller', prices([{ messageId: 1 }], 'A2OTHER')],
			['a message id twice', prices([{ messageId: 1 }, { messageId: 1 }])],
			['no messages', prices([])],
		])('end FATAL for %s', async (_, content) => {
			const feedId = await submit(content);
			await client.finish();
			const feed = await client.get(feedId);
			expect([feed.processingStatus, feed.resultFeedDocumentId]).toEqual(['FATAL', undefined]);
		});

		it('end FATAL for a document that was never uploaded, and for a kind taken off', async () => {
			const { feedDocumentId } = await client.document(json);
			const empty = (await client.create('JSON_LISTINGS_FEED', feedDocumentId)).body.feedId;
			const old = (await client.create('POST_PRODUCT_PRICING_DATA', feedDocumentId)).body.feedId;
			await client.finish();
			expect((await client.get(empty)).processingStatus).toBe('FATAL');
			expect((await client.get(old)).processingStatus).toBe('FATAL');
		});

		it('refuse single messages when told so', async () => {
			const feedId = await submit(prices([message(1, 'A', 70)]));
			await seller.control('faults', { rowFailure: 1 });
			await client.finish();
			await client.get(feedId);
			expect(seller.sandbox.state().feeds).toMatchObject([{ accepted: 0, refused: 1 }]);
		});

		it('pack their report, if told so', async () => {
			await seller.close();
			await open({ gzipsReports: true });
			const feedId = await submit(prices([message(1, 'A', 70)]));
			await client.finish();
			const packed = await client.reportDocument(feedId);
			expect(packed.compressionAlgorithm).toBe('GZIP');
			const bytes = await (await fetch(packed.url)).arrayBuffer();
			expect(gunzipSync(bytes).toString()).toContain('"messagesAccepted":1');
			const said = await client.reportDocument(feedId, '?enableContentEncodingUrlHeader=true');
			expect((await seller.fetched(said.url)).text).toContain('"messagesAccepted":1');
		});
	});

	describe('in a list', () => {
		const create = async () => {
			const { feedDocumentId } = await client.document(json);
			return (await client.create('JSON_LISTINGS_FEED', feedDocumentId)).body.feedId;
		};

		it('can be looked for by kind, status and time, and never by document', async () => {
			const feedId = await create();
			const { body } = await client.find({ feedTypes: 'JSON_LISTINGS_FEED,OTHER' });
			expect(body).toEqual({
				feeds: [
					{
						feedId,
						feedType: 'JSON_LISTINGS_FEED',
						marketplaceIds: ['A2VIGQ35RCS4UG'],
						createdTime: '2026-03-02T10:00:00Z',
						processingStatus: 'IN_QUEUE',
					},
				],
			});
			const feedTypes = 'JSON_LISTINGS_FEED';
			const queries: readonly Readonly<Record<string, string>>[] = [
				{ feedTypes: 'UPLOAD_VAT_INVOICE' },
				{ feedTypes, processingStatuses: 'DONE,FATAL' },
				{ feedTypes, marketplaceIds: 'ATVPDKIKX0DER' },
				{ feedTypes, createdSince: '2026-03-02T11:00:00Z' },
				{ feedTypes, createdUntil: '2026-03-02T09:00:00Z' },
			];
			for (const nothing of queries) expect((await client.find(nothing)).body.feeds).toEqual([]);
		});

		it('come page by page, the token alone', async () => {
			const created = [await create(), await create(), await create()];
			const feedTypes = 'JSON_LISTINGS_FEED';
			const first = (await client.find({ feedTypes, pageSize: '2' })).body;
			const nextToken = String(first.nextToken);
			const rest = (await client.find({ nextToken })).body;
			const ids = [...first.feeds, ...rest.feeds].map(({ feedId }) => feedId);
			expect(ids.toReversed()).toEqual(created);
			expect((await client.find({ nextToken, feedTypes })).status).toBe(400);
		});

		it('want a kind, a known status and a page of 1 to 100', async () => {
			const feedTypes = 'JSON_LISTINGS_FEED';
			const queries: readonly Readonly<Record<string, string>>[] = [
				{},
				{ feedTypes, processingStatuses: 'BAD_VALUE' },
				{ feedTypes, pageSize: '101' },
			];
			for (const query of queries) expect((await client.find(query)).status).toBe(400);
		});
	});

	it('wants the role of its kind', async () => {
		await seller.control('grants', { roles: ['Tax Invoicing'] });
		const { feedDocumentId } = await client.document(json);
		const refused = await client.create('JSON_LISTINGS_FEED', feedDocumentId);
		expect(refusal(refused)).toEqual([403, 'Unauthorized']);
		expect((await client.create('UPLOAD_VAT_INVOICE', feedDocumentId)).status).toBe(202);
	});
});
