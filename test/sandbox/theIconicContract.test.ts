import { existsSync } from 'node:fs';
import {
	type Answer,
	type Query,
	type Seller,
	closeSellers,
	openSeller,
	parcel,
	steps,
} from './support/iconicSeller';
import { contractFile, sellerCenterContract } from './support/sellerCenterContract';

const described = existsSync(contractFile) ? describe : describe.skip;

const contract = () => sellerCenterContract();

/** What the sandbox does not play: it calls nobody, and counts nothing approximately. */
const leftOut = [
	'GET /v2/orders-counters',
	'GET /v2/webhook-entities',
	'POST /v2/webhook',
	'PUT /v2/webhook/{uuid}',
	'DELETE /v2/webhook/{uuid}',
	'POST /v2/webhook/{uuid}/status',
];

described('the sandbox of The Iconic and the contract', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller({ exportMs: 0, feedMs: 0 });
		seller.sandbox.seed([
			{ sku: 'DRESS', set: 'SET', quantity: 10 },
			{ sku: 'TOTE', shipmentType: 'warehouse', shopSku: null },
		]);
	});
	afterEach(closeSellers);

	const check = (method: string, path: string, { status, text }: Answer) =>
		expect(contract().answerFaults(method, path, status, JSON.parse(text))).toEqual([]);

	const filled = (path: string, params: Readonly<Record<string, string | number>>) =>
		path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));

	const read = async (
		path: string,
		params: Readonly<Record<string, string | number>> = {},
		query: Query = {},
	) => {
		const answer = await seller.get(filled(path, params), query);
		expect(answer.status).toBe(200);
		check('GET', path, answer);
	};

	it('agree on which calls there are', async () => {
		for (const call of contract().calls.filter((one) => !leftOut.includes(one))) {
			const [method = '', path = ''] = call.split(' ');
			const { status, body } = await seller.fetched(path.replace(/\{\w+\}/g, '1'), { method });
			// A path that nobody answers is a problem of its own, and comes before the token.
			expect([call, status, body.detail]).toEqual([
				call,
				path.startsWith('/oauth') ? 400 : 401,
				undefined,
			]);
		}
	});

	it('agree on the token', async () => {
		check('POST', '/oauth/client-credentials', await seller.signIn());
	});

	it('agree on orders and items of every status', async () => {
		const page = { limit: 100, offset: 0 };
		seller.place({ status: 'payment_pending' });
		const { id, items } = seller.place({ provider: 'StarTrack', country: 'NZ' });
		await steps(seller, items.slice(0, 1)).ready({
			shippingProvider: undefined,
			trackingNumber: 'ST-0001',
		});
		await steps(seller, items.slice(1, 2)).cancel();
		seller.place({ lines: [{ sku: 'DRESS', shipmentType: 'crossdocking' }] });
		for (const status of [
			'shipped',
			'delivered',
			'failed',
			'returned',
			'return_rejected',
		] as const) {
			seller.place({ status });
		}
		await read('/v2/orders', {}, page);
		await read('/v2/orders/{orderId}', { orderId: id });
		await read('/v2/order-items', {}, page);
		await read('/v2/order-items/packages', {}, { 'orderItemIds[]': items });
		await read('/v2/order/{orderId}/history', { orderId: id });
	});

	it('agree on products and stock', async () => {
		const page = { limit: 10, offset: 0 };
		const [product] = seller.sandbox.state().products;
		const ids = { productSetId: product?.set ?? 0, productId: product?.id ?? 0, sellerSku: 'TOTE' };
		await read('/v2/product-sets', {}, page);
		await read('/v2/product-set/{productSetId}/products', ids);
		await read('/v2/products');
		await read('/v2/product/seller-skus', {}, { 'sellerSkus[]': ['DRESS'], ...page });
		await read('/v2/product/seller-sku/{sellerSku}', ids);
		await read('/v2/stock/product/{productId}', ids);
		await read('/v2/stock/product-set/{productSetId}', ids);
		const rows = [{ productId: 1, quantity: 5 }];
		check('PUT', '/v2/stock/product', await seller.put('/v2/stock/product', rows));
		check('PUT', '/v2/stock/product', await seller.put('/v2/stock/product', []));
	});

	it('agree on look-ups', async () => {
		for (const path of ['/v2/seller', '/v2/countries/enabled', '/v2/webhooks']) await read(path);
		await read('/v2/orders-shipment-providers', {}, { status: 1 });
		await read('/v2/orders-failure-reasons');
	});

	it('agree on documents and imports', async () => {
		const path = '/v2/orders/export-document';
		const asked = { orderItemIds: seller.place().items, documentType: 'shippingLabel' };
		expect(contract().requestFaults('POST', path, asked)).toEqual([]);
		const made = await seller.post(path, asked);
		check('POST', path, made);
		await read('/v2/exports/{exportItemId}', { exportItemId: Number(made.body.id) });
		await read('/filemanager/v1/files/{uuid}/status', { uuid: String(made.body.uuid) });
		const body = new FormData();
		body.append('file1', new Blob(['SellerSku,Quantity\nnobody,1']), 'stock.csv');
		const init = { method: 'POST', headers: seller.bearer(), body };
		const taken = await seller.fetched('/v2/import/stock-update', init);
		check('POST', '/v2/import/stock-update', taken);
		await read('/v2/feeds', {}, { limit: 20, offset: 0 });
		await read('/v2/feed/{uuid}/status', { uuid: String(taken.body.feedUuid) });
	});

	describe('agree on requests:', () => {
		const write = async (path: string, body: object, at = path) => {
			expect(contract().requestFaults('POST', path, body)).toEqual([]);
			const answer = await seller.post(at, body);
			expect(answer.status).toBe(200);
			if (answer.text !== '') check('POST', path, answer);
		};
		const statuses = '/v2/orders/statuses';

		it('those that send items off', async () => {
			const { items } = seller.place();
			const orderItems = items.map((orderItemId) => ({ orderItemId }));
			await write(`${statuses}/set-to-packed-by-marketplace`, { orderItems, ...parcel });
			const ready = { orderItems: items.map((id) => ({ id })), ...parcel };
			await write(`${statuses}/set-to-ready-to-ship`, ready);
			const item = (what: string) => `/v2/order-item/${items[0]}/${what}`;
			const tracking = '/v2/order-item/{orderItemId}/tracking-code';
			await write(tracking, { trackingCode: 'AP-2' }, item('tracking-code'));
			const provider = '/v2/order-item/{orderItemId}/shipping-provider';
			await write(provider, { shippingProvider: 'Toll Priority' }, item('shipping-provider'));
			await write(`${statuses}/set-to-shipped`, { orderItemIds: items });
			await write(`${statuses}/set-to-delivered`, { orderItemIds: items });
			await write(`${statuses}/set-to-returned`, { orderItemIds: items, reason: null });
		});

		it('those that end them', async () => {
			const cancel = { orderItemIds: seller.place().items, reason: 'Out of Stock' };
			await write(`${statuses}/set-to-cancelled`, { ...cancel, reasonDetail: null });
			const { items } = seller.place({ status: 'shipped' });
			const fail = { orderItemIds: items, reason: 'Address Not Found' };
			await write(`${statuses}/set-to-delivery-failed`, fail);
		});

		/** A name in a query that is refused because it is not known is answered with 400, and with 501 when it is not played. */
		it.each(['/v2/orders', '/v2/order-items', '/v2/product-sets', '/v2/products'])(
			'all names in the query of %s',
			async (path) => {
				const page: Query = path === '/v2/products' ? {} : { limit: 10, offset: 0 };
				for (const { name } of contract().parameters('GET', path)) {
					const { body } = await seller.get(path, { ...page, [name]: 'strange' });
					expect([name, String(body.detail)]).not.toEqual([
						name,
						expect.stringContaining('Unrecognized'),
					]);
				}
			},
		);

		it('what is refused is a problem', async () => {
			const path = `${statuses}/set-to-shipped`;
			check('POST', path, await seller.post(path, {}));
			check('POST', path, await seller.post(path, { orderItemIds: [1] }));
			check('GET', '/v2/orders/{orderId}', await seller.get('/v2/orders/1'));
		});
	});
});
