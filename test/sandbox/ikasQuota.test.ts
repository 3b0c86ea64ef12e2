import { type Shop, openShop } from './support/ikasShop';

const anyPage = '{ listOrder { hasNext } }';

describe('the quota of the ikas sandbox', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
	});
	afterEach(async () => await shop.close());

	// Signing in was the first call.
	const fill = async (of: Shop) => {
		for (let call = 1; call < 50; call += 1) await of.ask(anyPage);
	};

	it('answers the 51st call within 10 s with 429 and says how long to wait', async () => {
		await fill(shop);
		const { status, body } = await shop.ask(anyPage);
		expect(status).toBe(429);
		expect(body.retryAfter).toBeGreaterThanOrEqual(1);
		expect(body.retryAfter).toBeLessThanOrEqual(10);
		expect(shop.sandbox.state().counts.overQuota).toBe(1);
	});

	it('goes by real time: moving the clock frees nothing', async () => {
		await fill(shop);
		await shop.control('clock', { advanceMs: 60_000 });
		expect((await shop.ask(anyPage)).status).toBe(429);
	});

	it('has a window that shrinks with the time scale', async () => {
		const fast = await openShop({ timeScale: 20 });
		await fill(fast);
		await new Promise((resolve) => setTimeout(resolve, 550));
		expect((await fast.ask(anyPage)).status).toBe(200);
		await fast.close();
	});

	it('bans for an hour after too many errors, if asked to', async () => {
		const strict = await openShop({ penalties: true });
		for (let call = 0; call < 20; call += 1) await strict.ask('{ nonsense }');
		expect((await strict.ask(anyPage)).status).toBe(403);
		await strict.control('clock', { advanceMs: 3_600_000 });
		expect((await strict.ask(anyPage)).status).toBe(200);
		await strict.close();
	});
});
