import { controlsAt } from '../../demo/shop';
import type { IconicCall, IconicState } from '../../sandbox/theIconic/types';
import { type Seller, closeSellers, numbersOf, openSeller } from './support/iconicSeller';

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const door = '/oauth/client-credentials';

describe('access to the sandbox of The Iconic', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller({ credentials: [{ clientId: 'one', clientSecret: 'a+b&c%d:e' }] });
	});
	afterEach(closeSellers);

	describe('signing in', () => {
		it('gives a token for an hour', async () => {
			const { status, body } = await seller.signIn();
			expect(status).toBe(200);
			expect(body).toEqual({
				access_token: expect.stringMatching(/^[0-9a-f]{64}$/),
				expires_in: 3600,
				token_type: 'Bearer',
			});
		});

		it('takes id and secret in the body as well', async () => {
			const answer = await seller.fetched(door, {
				method: 'POST',
				body: new URLSearchParams({
					grant_type: 'client_credentials',
					client_id: 'one',
					client_secret: 'a+b&c%d:e',
				}),
			});
			expect(answer.status).toBe(200);
		});

		it.each([
			['an unknown id', 'nobody', 'a+b&c%d:e', [400, 'invalid_app_id']],
			['a wrong secret', 'one', 'wrong', [401, 'invalid_client']],
		])('refuses %s', async (_, id, secret, refusal) => {
			const { status, body } = await seller.signIn(id, secret);
			expect([status, body.error]).toEqual(refusal);
		});

		it.each([
			['without a grant type', form, ''],
			['with another grant type', form, 'grant_type=password'],
			['as JSON', { 'content-type': 'application/json' }, '{"grant_type":"client_credentials"}'],
		])('refuses a request %s', async (_, headers, body) => {
			const authorization = `Basic ${Buffer.from('one:a+b&c%d:e').toString('base64')}`;
			const answer = await seller.fetched(door, {
				method: 'POST',
				headers: { ...headers, authorization },
				body,
			});
			expect(answer.status).toBe(400);
		});
	});

	describe('the token', () => {
		it('is needed, and a strange one is refused', async () => {
			const path = '/v2/seller';
			const without = await seller.fetched(path);
			const strange = await seller.fetched(path, { headers: { authorization: 'Bearer x' } });
			expect([without.status, strange.status]).toEqual([401, 401]);
			expect((await seller.get(path)).body).toMatchObject({ id: 4711, name: 'Example Outfitters' });
		});

		it('ends after an hour, and on command', async () => {
			await seller.letPass(3_599_000);
			expect((await seller.list()).status).toBe(200);
			await seller.letPass(1000);
			expect((await seller.list()).status).toBe(401);
			await seller.renew();
			expect((await seller.list()).status).toBe(200);
			await seller.control('expire-tokens');
			expect((await seller.list()).status).toBe(401);
		});
	});

	it('says 403 to what the role may not', async () => {
		await seller.control('permissions', { forbidden: ['getSeller'] });
		expect((await seller.get('/v2/seller')).status).toBe(403);
		expect((await seller.list()).status).toBe(200);
	});

	it('is under maintenance for as long as it says', async () => {
		await seller.control('maintenance', { forMs: 90_000 });
		const { status, headers, body } = await seller.list();
		expect([status, headers.get('retry-after')]).toEqual([503, '90']);
		expect(body).toEqual({ message: expect.any(String), caused_by: 'maintenance_mode' });
		expect((await seller.signIn()).status).toBe(503);
		await seller.letPass(90_000);
		expect((await seller.list()).status).toBe(200);
	});

	it('knows nothing of other paths', async () => {
		expect((await seller.get('/v2/product/81001')).status).toBe(404);
		expect((await seller.fetched('/v2/orders', { method: 'DELETE' })).status).toBe(404);
	});

	it('logs calls, without tokens and secrets', async () => {
		const { items } = seller.place();
		await seller.list({ 'orderIds[]': [1, 2] });
		await seller.setTo('shipped', { orderItemIds: items });
		const calls = seller.sandbox.calls();
		expect(calls.map(({ kind, status, client }) => [kind, status, client])).toEqual([
			['token', 200, 'one'],
			['getOrders', 200, 'one'],
			['setToShipped', 422, 'one'],
		]);
		expect(calls[1]).toMatchObject({ path: expect.stringContaining('orderIds'), records: 0 });
		expect(calls[2]).toMatchObject({ items, code: 'E073', effect: null });
		expect(JSON.stringify(calls)).not.toContain('a+b');
		for (const issued of seller.sandbox.issuedTokens()) {
			expect(JSON.stringify(calls)).not.toContain(issued);
		}
		expect(seller.sandbox.calls(2)).toHaveLength(1);
	});

	it('takes the control calls of every sandbox', async () => {
		const shop = controlsAt<IconicCall, IconicState>(seller.url);
		const lines = [{ sku: 'DRESS' }];
		const [placed] = await shop.ask<IconicState['orders']>('POST', 'orders', {
			orders: [{ lines }],
		});
		expect((await shop.state()).orders).toEqual([placed]);
		const before = await shop.now();
		await shop.letPass(5);
		expect((await shop.now()) - before).toBeGreaterThanOrEqual(300_000);
		await shop.faults({ rate500: 1, forTheNext: 1 });
		expect((await seller.list()).status).toBe(500);
		await shop.expireTokens();
		expect((await seller.list()).status).toBe(401);
		expect(await shop.hasCall(0, ({ kind }) => kind === 'getOrders')).toBe(true);
		expect(await shop.lastCall()).toBe(3);
	});

	it('begins anew on reset, with other tokens', async () => {
		seller.place();
		await seller.letPass(1000);
		await seller.control('reset');
		expect(seller.sandbox.state()).toMatchObject({ orders: [], counts: { calls: 0 } });
		expect((await seller.list()).status).toBe(401);
		await seller.renew();
		expect(numbersOf(await seller.list())).toEqual([]);
	});
});
