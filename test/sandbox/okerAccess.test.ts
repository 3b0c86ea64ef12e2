import { controlsAt } from '../../demo/shop';
import type { OkerCall, OkerState } from '../../sandbox/oker/types';
import {
	type Seller,
	closeSellers,
	idsOf,
	openSeller,
	refusalIn,
	steps,
} from './support/okerSeller';

describe('access to the sandbox of Oker', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller({ credentials: [{ username: 'one', password: 'a+b&c%d' }] });
	});
	afterEach(closeSellers);

	describe('signing in', () => {
		it('gives a token, and says how long it lives', async () => {
			const { status, body } = await seller.signIn();
			expect([status, body]).toEqual([
				200,
				{ status: 'SUCCESS', accessToken: expect.stringMatching(/^\w+$/), expiresIn: 3600 },
			]);
		});

		it('takes the query form as well, and at some gateways only that', async () => {
			const credential = { username: 'one', password: 'a+b&c%d' };
			expect((await seller.called('GET', '/authToken', {}, credential)).status).toBe(200);
			const older = await openSeller({ signIn: 'get' });
			const init = { headers: { 'content-type': 'application/json' }, body: '{}', method: 'POST' };
			expect((await fetch(`${older.url}/v1/authToken`, init)).status).toBe(405);
		});

		it.each([
			['a wrong password', { username: 'one', password: 'wrong' }, [401, 'INVALID_CREDENTIALS']],
			['an unknown user', { username: 'two', password: 'a+b&c%d' }, [401, 'INVALID_CREDENTIALS']],
			['no password', { username: 'one' }, [400, 'VALIDATION_FAILED']],
		])('refuses %s', async (_, credential, refusal) => {
			expect(refusalIn(await seller.signIn(credential))).toEqual(refusal);
		});

		it('refuses with 200 at older gateways', async () => {
			const older = await openSeller({ level: 'core', failsWith200: true });
			const { status, body } = await older.signIn({ username: 'one', password: 'wrong' });
			expect([status, body]).toEqual([200, { status: 'INVALID_CREDENTIALS' }]);
		});
	});

	describe('the token', () => {
		it('is needed in the header, and a strange one is refused', async () => {
			const init = { headers: { apiKey: 'x' } };
			const strange = await seller.called('GET', '/connectorInfo', init);
			const without = await seller.called('GET', '/connectorInfo', {});
			expect([strange, without].map(refusalIn)).toEqual([
				[401, 'TOKEN_EXPIRED'],
				[401, 'TOKEN_EXPIRED'],
			]);
		});

		it('ends after its time, and on command', async () => {
			await seller.letPass(3_599_000);
			expect((await seller.list()).status).toBe(200);
			await seller.letPass(1000);
			expect((await seller.list()).status).toBe(401);
			await seller.renew();
			await seller.control('expire-tokens');
			expect((await seller.list()).status).toBe(401);
		});
	});

	it('says what the gateway can do, and which warehouses there are', async () => {
		expect((await seller.get('/connectorInfo')).body).toMatchObject({
			contractVersion: '1.0.0',
			capabilities: { pack: true, idempotencyKey: true, partialCancel: false },
			limits: { maxOrderIds: 50 },
		});
		expect((await seller.get('/warehouses')).body.warehouses).toMatchObject([
			{ code: 'OKR-W1', active: true },
			{ code: 'OKR-W2', active: true },
		]);
	});

	it('at Core level knows no extension, and sends only a message', async () => {
		const core = await openSeller({ level: 'core' });
		const { id } = core.place();
		const refused = await core.get('/connectorInfo');
		expect([refused.status, Object.keys(refused.body)]).toEqual([404, ['message']]);
		expect((await core.get('/warehouses')).status).toBe(404);
		expect((await steps(core, id).pack()).status).toBe(404);
		expect((await core.post('/orders/acknowledge', { orderId: id })).status).toBe(404);
		expect(await core.signIn().then(({ body }) => body.expiresIn)).toBeUndefined();
	});

	it('says 403 to what the seller may not', async () => {
		await seller.control('permissions', { forbidden: ['listOrders'] });
		expect(refusalIn(await seller.list())).toEqual([403, 'FORBIDDEN']);
		expect((await seller.get('/warehouses')).status).toBe(200);
	});

	it('counts calls, sign-ins too, and says how long to wait', async () => {
		const busy = await openSeller({ quota: { calls: 3, perMs: 60_000 } });
		await busy.list();
		await busy.list();
		const { status, headers } = await busy.list();
		expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true]);
		expect(busy.sandbox.state().counts).toMatchObject({ quotaHits: 1, faults: 0 });
	});

	it('knows nothing of other paths', async () => {
		expect((await seller.get('/orders/pendency')).status).toBe(404);
		expect((await fetch(`${seller.url}/orders`)).status).toBe(404);
	});

	it('logs calls, without tokens and passwords', async () => {
		const { id } = seller.place();
		await seller.called('GET', '/authToken', {}, { username: 'one', password: 'a+b&c%d' });
		await steps(seller, id).pack({}, 'pack:0001');
		const calls = seller.sandbox.calls();
		expect(calls.map(({ kind, status, seller: who }) => [kind, status, who])).toEqual([
			['token', 200, 'one'],
			['token', 200, 'one'],
			['packOrder', 200, 'one'],
		]);
		expect(calls[2]).toMatchObject({ orders: [id], effect: 'invoiced', key: 'pack:0001' });
		expect(JSON.stringify(calls)).not.toMatch(/a\+b|a%2Bb/);
		for (const issued of seller.sandbox.issuedTokens()) {
			expect(JSON.stringify(calls)).not.toContain(issued);
		}
	});

	it('takes the control calls of every sandbox', async () => {
		const shop = controlsAt<OkerCall, OkerState>(seller.url);
		const lines = [{ sku: 'TEE' }];
		const [placed] = await shop.ask<OkerState['orders']>('POST', 'orders', { orders: [{ lines }] });
		expect((await shop.state()).orders).toEqual([placed]);
		const before = await shop.now();
		await shop.letPass(5);
		expect((await shop.now()) - before).toBeGreaterThanOrEqual(300_000);
		await shop.faults({ rate500: 1, forTheNext: 1 });
		expect((await seller.list()).status).toBe(500);
		await shop.expireTokens();
		expect((await seller.list()).status).toBe(401);
		expect(await shop.hasCall(0, ({ kind }) => kind === 'listOrders')).toBe(true);
		expect((await seller.control('orders/cancel', { id: 'nobody' })).status).toBe(400);
	});

	it('begins anew on reset, with other tokens', async () => {
		seller.place();
		await seller.letPass(1000);
		await seller.control('reset');
		expect(seller.sandbox.state()).toMatchObject({ orders: [], counts: { calls: 0 } });
		expect((await seller.list()).status).toBe(401);
		await seller.renew();
		expect(idsOf(await seller.list())).toEqual([]);
	});
});
