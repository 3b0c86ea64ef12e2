import { type Seller, closeSellers, openSeller } from './support/iconicSeller';

describe('imports of stock of the sandbox of The Iconic', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller({ feedMs: 3000 });
		seller.sandbox.seed([
			{ sku: 'DRESS', quantity: 10 },
			{ sku: 'A&B "C", D' },
			{ sku: 'TOTE', shipmentType: 'warehouse' },
		]);
	});
	afterEach(closeSellers);

	const csv = async (text: string, field = 'file1') => {
		const body = new FormData();
		body.append(field, new Blob([text], { type: 'text/csv' }), 'stock.csv');
		return await seller.fetched('/v2/import/stock-update', {
			method: 'POST',
			headers: seller.bearer(),
			body,
		});
	};
	const xml = async (body: string, type = 'text/xml') =>
		await seller.fetched('/v2/import/product-stock-update-xml', {
			method: 'POST',
			headers: { ...seller.bearer(), 'content-type': type },
			body,
		});
	const product = (sku: string, quantity: string) =>
		`<Product><SellerSku>${sku}</SellerSku><Quantity>${quantity}</Quantity></Product>`;
	const status = async (uuid: unknown) => (await seller.get(`/v2/feed/${uuid}/status`)).body;
	const figures = () => seller.sandbox.state().products.map(({ quantity }) => quantity);

	it('work off a file by and by, and say what was refused', async () => {
		const rows = [
			'SellerSku,Quantity',
			'DRESS,3',
			'"A&B ""C"", D",7',
			'nobody,1',
			'TOTE,1',
			'DRESS,x',
		];
		const { status: taken, body } = await csv(rows.join('\r\n'));
		expect([taken, body.success]).toEqual([201, true]);
		expect(await status(body.feedUuid)).toMatchObject({ status: 'Queued', errors: [] });
		expect(figures()).toEqual([10, 0, 0]);
		await seller.letPass(1500);
		expect(await status(body.feedUuid)).toMatchObject({ status: 'Processing' });
		await seller.letPass(1500);
		expect(await status(body.feedUuid)).toMatchObject({
			id: body.feedUuid,
			action: 'ProductStockUpdate',
			status: 'Finished',
			errors: [
				{ sellerSku: 'nobody', fieldName: 'SellerSku' },
				{ sellerSku: 'TOTE', fieldName: 'SellerSku' },
				{ sellerSku: 'DRESS', fieldName: 'Quantity' },
			],
		});
		expect(figures()).toEqual([3, 7, 0]);
		expect(seller.sandbox.state().products[0]?.history.at(-1)?.what).toBe('imported');
	});

	it('take XML by SKU', async () => {
		const body = `<?xml version="1.0"?><Request>${product('A&amp;B "C", D', '4')}${product('DRESS', '0')}</Request>`;
		const answer = await xml(body);
		expect([answer.status, answer.headers.get('content-type')]).toEqual([
			200,
			'text/xml; charset=utf-8',
		]);
		const [, uuid = ''] = /<RequestId>(.+)<\/RequestId>/.exec(answer.text) ?? [];
		await seller.letPass(3000);
		expect(await status(uuid)).toMatchObject({ status: 'Finished', errors: [] });
		expect(figures()).toEqual([0, 4, 0]);
	});

	it('refuse an empty request inside an answer of 200', async () => {
		const answers = [await xml('<Request></Request>'), await xml('')];
		for (const { status: code, text } of answers) {
			expect([code, text]).toEqual([200, expect.stringContaining('E030: Empty Request')]);
		}
		expect(
			(await xml(`<Request>${product('DRESS', '1')}</Request>`, 'application/json')).status,
		).toBe(400);
	});

	it('refuse a file without rows or columns, or in another field', async () => {
		const answers = [await csv('Sku,Stock\nDRESS,1'), await csv('SellerSku,Quantity\n')];
		answers.push(await csv('SellerSku,Quantity\nDRESS,1', 'file'));
		expect(answers.map((answer) => answer.status)).toEqual([400, 400, 400]);
	});

	it('may end in an error, and then nothing is written', async () => {
		await seller.control('faults', { jobFails: 1 });
		const { body } = await csv('SellerSku,Quantity\nDRESS,3');
		await seller.letPass(3000);
		expect(await status(body.feedUuid)).toMatchObject({ status: 'Error' });
		expect(figures()).toEqual([10, 0, 0]);
	});

	it('are listed 1 to 20 at once, the latest first', async () => {
		const first = (await csv('SellerSku,Quantity\nDRESS,3')).body.feedId;
		const second = (await csv('SellerSku,Quantity\nDRESS,4')).body.feedId;
		await seller.letPass(3000);
		const { body } = await seller.get('/v2/feeds', { limit: 20, offset: 0 });
		expect(body.items).toMatchObject([
			{ id: second, action: 'ProductStockUpdate', status: 'Finished', processedRecords: 1 },
			{ id: first },
		]);
		expect(figures()[0]).toBe(4);
		for (const limit of [0, 21]) {
			expect((await seller.get('/v2/feeds', { limit, offset: 0 })).status).toBe(400);
		}
		expect((await seller.get('/v2/feed/unknown/status')).status).toBe(404);
	});
});
