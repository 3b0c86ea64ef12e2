import { closeSellers, openSeller, rowsIn } from './support/omnifulSeller';

afterEach(closeSellers);

describe('the Omniful sandbox, when somebody signs in', () => {
	test('gives a new pair, whose time is in nanoseconds', async () => {
		const { tokens, omniful } = await openSeller();
		expect(tokens.expires_in).toBe(30 * 86_400_000 * 1_000_000);
		const { exp } = JSON.parse(
			Buffer.from(tokens.access_token.split('.')[1] ?? '', 'base64url').toString(),
		);
		expect(exp - Math.floor(omniful.clock.now() / 1000)).toBeCloseTo(30 * 86_400, -2);
	});

	test('replaces the refresh token on use: the one before is worth nothing', async () => {
		const { tokens, login, omniful, tokensIn } = await openSeller();
		expect(await login(omniful.credential.refreshToken)).toMatchObject({ status: 401 });
		const next = await login(tokens.refresh_token);
		expect(next.status).toBe(200);
		expect(await login(tokens.refresh_token)).toMatchObject({ status: 401 });
		expect((await login(tokensIn(next).refresh_token)).status).toBe(200);
	});

	test('keeps the one before where it is told to', async () => {
		const { login, omniful } = await openSeller({ keepsRefreshTokens: true });
		expect((await login(omniful.credential.refreshToken)).status).toBe(200);
	});

	test('refuses a token that has ended, and one of the other family', async () => {
		const { ask, send, login, tokensIn, tokens, omniful } = await openSeller();
		const tenant = tokensIn(await login(omniful.tenantCredential.refreshToken, 'tenant'));
		const path = '/v1/channels/integrations';
		expect(await send('GET', path, undefined, tenant.access_token)).toMatchObject({ status: 401 });
		expect(await ask('GET', '/v1/tenants/hubs')).toMatchObject({ status: 401 });
		expect((await send('GET', '/v1/tenants/hubs', undefined, tenant.access_token)).status).toBe(
			200,
		);
		omniful.expireTokens();
		expect(await send('GET', path, undefined, tokens.access_token)).toMatchObject({ status: 401 });
	});

	test('takes 60 calls a minute and answers 429 without saying how long to wait', async () => {
		const { ask } = await openSeller();
		const path = '/v1/channels/integrations?page=1&per_page=1';
		const statuses = new Set<number>();
		for (let calls = 0; calls < 60; calls++) statuses.add((await ask('GET', path)).status);
		expect([...statuses]).toEqual([200]);
		const refused = await ask('GET', path);
		expect(refused).toMatchObject({ status: 429, is_success: false });
		expect(refused.headers.get('retry-after')).toBeNull();
	});

	test('says which switch of the integration is off', async () => {
		const { ask, omniful } = await openSeller();
		omniful.set({ orderSync: false, inventorySync: false });
		expect((await ask('GET', '/v2/seller/orders')).error?.message).toBe('Please enable order sync');
		const rows = { sku_detail: [{ sku_code: 'TEE-M', quantity: 1 }] };
		const { error } = await ask('POST', '/v1/inventory/hubs/RUH', rows);
		expect(error?.message).toBe('Please enable inventory sync');
	});
});

describe('stock in the Omniful sandbox', () => {
	test('is set absolutely, with failures inside a good answer, in lower case', async () => {
		const { ask, omniful } = await openSeller();
		const rows = [
			{ sku_code: 'TEE-M', quantity: 4 },
			{ sku_code: 'NOTHING', quantity: 1 },
		];
		const answer = await ask('POST', '/v1/inventory/hubs/RUH', { sku_detail: rows });
		expect(answer).toMatchObject({
			status: 200,
			data: { failed_skus: [{ sku_codes: ['nothing'], reason: 'SKU not found' }] },
		});
		expect(omniful.stock()).toMatchObject([{ hub: 'RUH', sku: 'TEE-M', onHand: 4 }]);
		expect(omniful.state().counts.stockRows).toBe(1);
	});

	test('is refused above 200 rows, for a hub of others, and where locations count', async () => {
		const { ask, omniful } = await openSeller();
		const one = { sku_code: 'TEE-M', quantity: 1 };
		const put = async (hub: string, count = 1) =>
			(
				await ask('POST', `/v1/inventory/hubs/${hub}`, {
					sku_detail: Array.from({ length: count }, () => one),
				})
			).status;
		expect(await put('RUH', 200)).toBe(200);
		expect(await put('RUH', 201)).toBe(400);
		expect(await put('NOWHERE')).toBe(403);
		omniful.setHubs([{ code: 'RUH', name: 'Riyadh', locationInventory: true }]);
		expect(await put('RUH')).toBe(400);
	});

	test('shows a SKU at all mapped hubs, and a hub page by page', async () => {
		const { ask } = await openSeller();
		const found = rowsIn(await ask('GET', '/v1/inventory/hubs/skus/TEE-M'));
		expect(found.map((row) => [row.hub_code, row.available_quantity])).toEqual([
			['RUH', 10],
			['JED', 0],
		]);
		const { meta } = await ask('GET', '/v1/seller/inventory/hubs/RUH?page=1&per_page=100');
		expect(meta).toEqual({ current_page: 1, last_page: 1, per_page: 100, total: 1 });
	});
});
