import { type Seller, openSeller, refusal } from './support/amazonSeller';

const marketplaceIds = 'A2VIGQ35RCS4UG';

const offer = (price: unknown, over: object = {}) => ({
	marketplace_id: marketplaceIds,
	currency: 'AED',
	audience: 'ALL',
	our_price: [{ schedule: [{ value_with_tax: price }] }],
	...over,
});

describe('listings of the Amazon sandbox', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
		seller.sandbox.seed([{ sku: 'A/1', price: 50 }]);
	});
	afterEach(async () => await seller.close());

	const item = (sku: string, query: Readonly<Record<string, string>> = {}) =>
		`/listings/2021-08-01/items/A1SELLER0EXAMPLE/${encodeURIComponent(sku)}?${new URLSearchParams({ marketplaceIds, ...query })}`;
	const patch = async (
		value: unknown,
		{ sku = 'A/1', query = {}, path = '/attributes/purchasable_offer' } = {},
	) =>
		await seller.ask('PATCH', item(sku, query), {
			productType: 'PRODUCT',
			patches: [{ op: 'replace', path, value }],
		});
	const price = () => seller.sandbox.state().prices[0]?.price;

	it('accepts a price, and shows it a moment later', async () => {
		const { status, body } = await patch([offer(99.5)]);
		expect([status, body]).toEqual([
			200,
			{ sku: 'A/1', status: 'ACCEPTED', submissionId: expect.any(String), issues: [] },
		]);
		expect(price()).toBe(50);
		await seller.control('clock', { advanceMs: 2000 });
		expect(price()).toBe(99.5);
		expect(seller.sandbox.state().prices).toMatchObject([
			{
				updates: [
					{ by: 'seed', price: 50 },
					{ by: 'api', price: 99.5, feed: null },
				],
			},
		]);
		expect(seller.sandbox.calls().at(-1)).toMatchObject({ effect: 'price_changed' });
	});

	it.each([
		['no value', undefined],
		['a level left out', [offer(1, { our_price: [{ value_with_tax: 1 }] })]],
		['no price', [offer(1, { our_price: [] })]],
		['a price of nothing', [offer(0)]],
		['a price in words', [offer('cheap')]],
		['another currency', [offer(1, { currency: 'USD' })]],
		['another marketplace', [offer(1, { marketplace_id: 'ATVPDKIKX0DER' })]],
	])('answers INVALID inside a 200 for %s', async (_, value) => {
		const { status, body } = await patch(value);
		expect([status, body.status]).toEqual([200, 'INVALID']);
		expect(body.issues).toMatchObject([{ code: '4000001', severity: 'ERROR' }]);
		expect(seller.sandbox.calls().at(-1)).toMatchObject({ effect: null });
	});

	it('answers INVALID for other attributes, and 400 for parts of one', async () => {
		const other = await patch([], { path: '/attributes/fulfillment_availability' });
		expect(other.body.issues).toMatchObject([{ code: '90000900' }]);
		const part = await patch([offer(1)], { path: '/attributes/purchasable_offer/0' });
		expect(refusal(part)).toEqual([400, 'BAD_REQUEST']);
	});

	it('only looks in preview mode', async () => {
		const query = { mode: 'VALIDATION_PREVIEW' };
		expect((await patch([offer(1)], { query })).body.status).toBe('VALID');
		expect((await patch([offer(0)], { query })).body.status).toBe('INVALID');
		await seller.control('clock', { advanceMs: 2000 });
		expect(price()).toBe(50);
	});

	it('accepts a SKU that does not exist, and changes nothing', async () => {
		expect((await patch([offer(1)], { sku: 'nowhere' })).body.status).toBe('ACCEPTED');
		expect(seller.sandbox.calls().at(-1)).toMatchObject({ effect: null });
		expect(refusal(await seller.ask('GET', item('nowhere')))).toEqual([404, 'NOT_FOUND']);
	});

	it('forgets with replace what the offer had else, and keeps other audiences', async () => {
		await patch([
			offer(60, { minimum_seller_allowed_price: [{}] }),
			offer(40, { audience: 'B2B' }),
		]);
		await patch([offer(61)]);
		await seller.control('clock', { advanceMs: 2000 });
		const { body } = await seller.ask('GET', item('A/1', { includedData: 'attributes,offers' }));
		expect(body.attributes).toEqual({
			purchasable_offer: [offer(40, { audience: 'B2B' }), offer(61)],
		});
		expect(body.offers).toMatchObject([
			{ offerType: 'B2B', price: { amount: '40.00', currencyCode: 'AED' } },
			{ offerType: 'B2C', price: { amount: '61.00', currencyCode: 'AED' } },
		]);
	});

	it('tells ASIN and product type', async () => {
		const { body } = await seller.ask('GET', item('A/1'));
		expect(body).toMatchObject({
			sku: 'A/1',
			summaries: [{ asin: expect.stringMatching(/^B0[A-Z0-9]{8}$/), productType: 'SHIRT' }],
		});
	});

	it('refuses another seller, and a call without marketplaces', async () => {
		const other = item('A/1').replace('A1SELLER0EXAMPLE', 'A2OTHER');
		expect((await seller.ask('GET', other)).status).toBe(403);
		expect(refusal(await seller.ask('GET', item('A/1').split('?')[0] ?? ''))).toEqual([
			400,
			'BAD_REQUEST',
		]);
	});
});
