import { closeStores, codeOf, openStore, startAt } from './support/shopifyStore';

const name = '{ shop { name } }';
const day = 86_400_000;

describe('access to the Shopify sandbox', () => {
	afterEach(closeStores);

	it('gives a token for client credentials, as JSON or as a form', async () => {
		const store = await openStore();
		const { clientId, clientSecret } = store.sandbox.credential;
		const form = new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: clientId,
			client_secret: clientSecret,
		});
		const answers = [await store.login(), await store.post('/admin/oauth/access_token', form)];
		for (const { body } of answers) {
			expect(body).toMatchObject({
				expires_in: 86_399,
				scope: expect.stringContaining('write_orders'),
			});
			const answer = await store.ask(name, {}, { token: String(body.access_token) });
			expect(answer.status).toBe(200);
		}
		expect(store.sandbox.issuedTokens()).toHaveLength(2);
	});

	it.each([
		[{ client_secret: 'wrong' }, 'invalid_client'],
		[{ client_id: 'wrong' }, 'application_cannot_be_found'],
		[{ grant_type: 'authorization_code' }, 'unsupported_grant_type'],
	])('refuses a token for %j', async (over, error) => {
		const store = await openStore();
		const { status, body } = await store.login(over);
		expect([status, body.error]).toEqual([400, error]);
	});

	it('may refuse a token with a web page', async () => {
		const store = await openStore({ tokenRefusals: 'html' });
		const { status, text } = await store.login({ client_secret: 'wrong' });
		expect([status, text]).toEqual([400, expect.stringContaining('Oauth error invalid_client')]);
	});

	it('ends tokens after a day, or when told, but never the static one', async () => {
		const store = await openStore();
		const token = String((await store.login()).body.access_token);
		store.sandbox.clock.advance(day - 60_000);
		expect((await store.ask(name, {}, { token })).status).toBe(200);
		store.sandbox.clock.advance(60_000);
		expect((await store.ask(name, {}, { token })).status).toBe(401);
		const fresh = String((await store.login()).body.access_token);
		await store.control('expire-tokens');
		expect((await store.ask(name, {}, { token: fresh })).status).toBe(401);
		expect((await store.ask(name)).status).toBe(200);
	});

	it.each([
		['2026-07', 200, '2026-07'],
		['2026-10', 200, '2026-10'],
		['2024-01', 200, '2026-04'],
		['2031-01', 404, null],
		['2026-08', 404, null],
	])('serves version %s with %s as %s', async (version, status, served) => {
		const store = await openStore();
		const answer = await store.ask(name, {}, { version });
		expect([answer.status, answer.headers.get('x-shopify-api-version')]).toEqual([status, served]);
	});

	it('reads only JSON, and only with a query', async () => {
		const store = await openStore();
		const path = '/admin/api/2026-07/graphql.json';
		const headers = { 'x-shopify-access-token': store.sandbox.credential.accessToken };
		const graphql = { ...headers, 'content-type': 'application/graphql' };
		expect((await store.post(path, name, graphql)).status).toBe(415);
		const json = { ...headers, 'content-type': 'application/json' };
		expect((await store.post(path, '{"quer', json)).status).toBe(400);
		expect((await store.post('/admin/api/orders.json', '{}', json)).status).toBe(404);
	});

	it.each([
		['{ orders(first: 1) { nodes { id } } }', ['read_products'], 'ACCESS_DENIED'],
		['{ orders(first: 1) { nodes { id } } }', ['write_orders'], undefined],
		['{ locations(first: 1) { nodes { id } } }', ['read_inventory'], undefined],
		['{ locations(first: 1) { nodes { name } } }', ['read_inventory'], 'ACCESS_DENIED'],
		[
			'mutation { customerSet(input: {firstName: "A"}) { userErrors { code } } }',
			['read_customers'],
			'ACCESS_DENIED',
		],
		[
			'mutation { tagsAdd(id: "gid://shopify/Order/1", tags: ["a"]) { userErrors { message } } }',
			['read_orders'],
			'ACCESS_DENIED',
		],
	])('answers %s with the scopes %j: %s', async (query, scopes, code) => {
		const store = await openStore({ scopes });
		const answer = await store.ask(query);
		expect([answer.status, codeOf(answer)]).toEqual([200, code]);
		if (code) expect(answer.body.errors?.[0]?.extensions).toHaveProperty('requiredAccess');
	});

	it.each([
		[
			'null',
			undefined,
			{ name: '#1001', email: null, shippingAddress: { city: 'Perth', zip: null } },
		],
		['denied', 'ACCESS_DENIED', { name: '#1001', email: null }],
	] as const)('withholds protected data of customers as %s', async (protectedData, code, order) => {
		const store = await openStore({ protectedData });
		const shippingAddress = { city: 'Perth', zip: '6000' };
		store.sandbox.seed([{ variants: [{ sku: 'A' }] }]);
		store.sandbox.place([{ lines: [{ sku: 'A', quantity: 1 }], email: 'a@b.c', shippingAddress }]);
		const answer = await store.ask(
			'{ orders(first: 1) { nodes { name email shippingAddress { city zip } } } }',
		);
		expect(codeOf(answer)).toBe(code);
		expect(answer.body.data?.orders?.nodes).toMatchObject([order]);
	});

	it('warns of what is going away', async () => {
		const store = await openStore();
		const reason = 'x-shopify-api-deprecated-reason';
		const old = await store.ask('{ customer(id: "gid://shopify/Customer/1") { phone } }');
		expect(old.headers.get(reason)).toContain('Customer.phone is deprecated');
		expect((await store.ask(name)).headers.get(reason)).toBeNull();
	});

	it('hides orders older than sixty days, unless all may be read', async () => {
		const store = await openStore();
		store.sandbox.seed([{ variants: [{ sku: 'A' }] }]);
		const lines = [{ sku: 'A', quantity: 1 }];
		const [old] = store.sandbox.place([
			{ lines, createdAt: startAt - 61 * day },
			{ lines, createdAt: startAt - 59 * day },
		]);
		const count = async () => {
			const { body } = await store.ask('{ orders(first: 9) { nodes { id } } }');
			return body.data?.orders?.nodes;
		};
		const order = `{ order(id: "${old?.id}") { id } }`;
		expect(await count()).toHaveLength(1);
		expect((await store.ask(order)).body.data).toEqual({ order: null });
		await store.control('scopes', { scopes: ['read_orders', 'read_all_orders'] });
		expect(await count()).toHaveLength(2);
		expect((await store.ask(order)).body.data).toEqual({ order: { id: old?.id } });
	});
});
