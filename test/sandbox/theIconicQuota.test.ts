import { type Seller, closeSellers, openSeller } from './support/iconicSeller';

const usual = { calls: 30, perMs: 1000 };

/** A second of the quota is half a minute, so that a slow machine cannot miss it. */
const slowly = { quota: undefined, timeScale: 1 / 30 };

describe('the quota of the sandbox of The Iconic', () => {
	afterEach(closeSellers);

	const fill = async (seller: Seller) => {
		const statuses = [];
		for (let call = 1; call <= usual.calls; call += 1) {
			statuses.push((await seller.get('/v2/seller')).status);
		}
		return new Set(statuses);
	};

	it('refuses the 31st call of a second, says when to come again, and counts it', async () => {
		const seller = await openSeller(slowly);
		expect(await fill(seller)).toEqual(new Set([200]));
		const { status, headers } = await seller.list();
		expect([status, headers.get('retry-after')]).toEqual([429, '1']);
		expect(seller.sandbox.state().counts).toMatchObject({ quotaHits: 1, faults: 0 });
	});

	it('counts neither signing in nor strangers', async () => {
		const seller = await openSeller({ quota: { calls: 1, perMs: 3_600_000 } });
		await seller.signIn();
		const stranger = { headers: { authorization: 'Bearer x' } };
		expect((await seller.fetched('/v2/seller', stranger)).status).toBe(401);
		expect((await seller.fetched('/v2/seller', stranger)).status).toBe(401);
		expect((await seller.get('/v2/seller')).status).toBe(200);
		expect((await seller.get('/v2/seller')).status).toBe(429);
	});
});
