import { type Shop, codeOf, openShop, startAt } from './support/ikasShop';

const account = '{ getMerchant { id storeName } me { scopes } }';

describe('the ikas sandbox', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
	});
	afterEach(async () => await shop.close());

	describe('signing in', () => {
		it('gives a token for four hours', async () => {
			const { status, body } = await shop.login();
			expect(status).toBe(200);
			expect(body).toEqual({
				access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
				token_type: 'Bearer',
				expires_in: 14400,
			});
		});

		it('refuses a wrong secret with 401', async () => {
			const { clientId } = shop.sandbox.credential;
			const { status, body } = await shop.login({ clientId, clientSecret: 'wrong' });
			expect([status, body.access_token]).toEqual([401, undefined]);
		});

		it('refuses another grant and another content type with 400', async () => {
			const path = '/api/admin/oauth/token';
			const password = await shop.post(path, new URLSearchParams({ grant_type: 'password' }), {});
			const { clientId, clientSecret } = shop.sandbox.credential;
			const form = `grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}`;
			const json = await shop.post(path, form, { 'content-type': 'application/json' });
			expect([password.status, json.status]).toEqual([400, 400]);
		});

		it('answers a stranger with LOGIN_REQUIRED and status 200', async () => {
			const answer = await shop.ask(account, {}, 'stranger');
			expect([answer.status, codeOf(answer), answer.body.data]).toEqual([
				200,
				'LOGIN_REQUIRED',
				null,
			]);
		});

		it('reads a token only as a bearer', async () => {
			const answer = await shop.post('/api/v1/admin/graphql', JSON.stringify({ query: account }), {
				'content-type': 'application/json',
				authorization: shop.token,
			});
			expect(codeOf(answer)).toBe('LOGIN_REQUIRED');
		});

		it('lets a token end after four hours of its own clock', async () => {
			await shop.control('clock', { advanceMs: 14_399_000 });
			expect(codeOf(await shop.ask(account))).toBeUndefined();
			await shop.control('clock', { advanceMs: 1_000 });
			expect(codeOf(await shop.ask(account))).toBe('LOGIN_REQUIRED');
		});

		it('ends tokens on command, and gives fresh ones', async () => {
			await shop.control('expire-tokens', {});
			expect(codeOf(await shop.ask(account))).toBe('LOGIN_REQUIRED');
			const fresh = String((await shop.login()).body.access_token);
			expect(codeOf(await shop.ask(account, {}, fresh))).toBeUndefined();
		});
	});

	describe('asking', () => {
		it('says who the credential belongs to, and what it may do', async () => {
			const { body } = await shop.ask(account);
			expect(body.data).toEqual({
				getMerchant: { id: shop.sandbox.state().merchant.id, storeName: 'lale-giyim' },
				me: {
					scopes: [
						'READ_ORDERS',
						'READ_PRODUCTS',
						'READ_INVENTORIES',
						'WRITE_ORDERS',
						'WRITE_INVENTORIES',
					],
				},
			});
		});

		it('can become another account', async () => {
			await shop.control('merchant', { id: 'another' });
			const { body } = await shop.ask('{ getMerchant { id } }');
			expect(body.data).toEqual({ getMerchant: { id: 'another' } });
		});

		it('tells its own time in the Date header', async () => {
			await shop.control('clock', { advanceMs: 3_600_000 });
			const before = shop.sandbox.clock.now();
			const { headers } = await shop.ask(account);
			const told = Date.parse(headers.get('date') ?? '');
			expect(before).toBeGreaterThanOrEqual(startAt + 3_600_000);
			// The header has whole seconds.
			expect(told).toBeGreaterThan(before - 1_000);
			expect(told).toBeLessThanOrEqual(shop.sandbox.clock.now());
		});

		it('refuses what the schema does not have with 400', async () => {
			const answer = await shop.ask('{ listOrder { data { colour } } }');
			expect([answer.status, codeOf(answer)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
		});

		it('refuses a document that is none, and a body that is not JSON', async () => {
			const answer = await shop.ask('{ listOrder');
			expect([answer.status, codeOf(answer)]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
			const plain = await shop.post('/api/v1/admin/graphql', '{"query":"{ me { id } }"}', {
				'content-type': 'text/plain',
			});
			expect(plain.status).toBe(400);
		});

		it.each([
			['a text for a number', { limit: '200' }, { gte: 1 }],
			['a date for epoch milliseconds', { limit: 1 }, { gte: '2026-03-02' }],
		])('refuses %s as BAD_USER_INPUT', async (_, pagination, updatedAt) => {
			const query =
				'query ($p: PaginationInput, $u: DateFilterInput) { listOrder(pagination: $p, updatedAt: $u) { page } }';
			const answer = await shop.ask(query, { p: pagination, u: updatedAt });
			expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
		});

		it('names a missing scope', async () => {
			await shop.control('scopes', { scopes: ['READ_PRODUCTS'] });
			const answer = await shop.ask('{ listOrder { page } }');
			expect(codeOf(answer)).toBe('FORBIDDEN');
			expect(answer.body.errors?.[0]?.message).toContain('READ_ORDERS');
		});

		it('lists stock locations and sales channels', async () => {
			await shop.control('locations', {
				locations: [
					{ id: 'here', name: 'Depo' },
					{ id: 'gone', name: 'Eski', deleted: true },
				],
			});
			const { body } = await shop.ask(
				'{ listStockLocation { id name deleted } listSalesChannel { name stockLocations { id } } }',
			);
			expect(body.data).toEqual({
				listStockLocation: [
					{ id: 'here', name: 'Depo', deleted: false },
					{ id: 'gone', name: 'Eski', deleted: true },
				],
				listSalesChannel: [
					{ name: 'Web Sitesi', stockLocations: [{ id: 'here' }, { id: 'gone' }] },
				],
			});
		});

		it('answers introspection without a token', async () => {
			const query = '{ __type(name: "OrderPaymentStatusEnum") { enumValues { name } } }';
			const { body } = await shop.ask(query, {}, '');
			const names = ['FAILED', 'OVER_PAID', 'PAID', 'PARTIALLY_PAID', 'REFUNDED', 'WAITING'];
			expect(body.data).toEqual({ __type: { enumValues: names.map((name) => ({ name })) } });
		});

		it('says so when it does not play a part of ikas', async () => {
			const answer = await shop.ask('{ listWebhook { id } }');
			expect(codeOf(answer)).toBe('SANDBOX_NOT_IMPLEMENTED');
			expect(answer.body.errors?.[0]?.message).toContain('sandbox');
		});
	});
});
