import { feedClient } from './support/amazonFeeds';
import { type Seller, list, openSeller, refusal } from './support/amazonSeller';

describe('quotas of the Amazon sandbox', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller({ quotas: {} });
	});
	afterEach(async () => await seller.close());

	const participations = async () =>
		await seller.ask('GET', '/sellers/v1/marketplaceParticipations');

	it('are counted by operation, with the documented rates', async () => {
		const first = await list(seller, { status: 'ACCEPTED' });
		expect(first.headers.get('x-amzn-RateLimit-Limit')).toBe('2');
		expect(first.headers.get('x-amzn-RequestId')).toMatch(/^[\w-]{36}$/);
		const second = await list(seller, { status: 'ACCEPTED' });
		expect(refusal(second)).toEqual([429, 'RateLimited']);
		expect(second.headers.get('x-amzn-RateLimit-Limit')).toBe('2');
		expect((await participations()).headers.get('x-amzn-RateLimit-Limit')).toBe('0.016');
		expect(seller.sandbox.state().quotaHits).toBe(1);
		expect(seller.sandbox.calls().at(-2)).toMatchObject({ status: 429, effect: null, fault: null });
	});

	it('have a burst, and another code outside of External Fulfillment', async () => {
		for (let call = 0; call < 15; call += 1) expect((await participations()).status).toBe(200);
		expect(refusal(await participations())).toEqual([429, 'QuotaExceeded']);
	});

	it('come back with time, and not by moving the clock', async () => {
		await list(seller, { status: 'ACCEPTED' });
		await seller.control('clock', { advanceMs: 60_000 });
		expect((await list(seller, { status: 'ACCEPTED' })).status).toBe(429);
		await new Promise((resolve) => setTimeout(resolve, 510));
		expect((await list(seller, { status: 'ACCEPTED' })).status).toBe(200);
	});

	it('tell no rate to who is refused', async () => {
		await seller.control('expire-tokens');
		const answer = await list(seller, { status: 'ACCEPTED' });
		expect([answer.status, answer.headers.get('x-amzn-RateLimit-Limit')]).toEqual([403, null]);
		await seller.renew();
		expect((await list(seller, { status: 'ACCEPTED' })).status).toBe(200);
	});

	it('do not count 429s that a fault made up', async () => {
		await seller.control('faults', { rate429: 1 });
		expect(refusal(await participations())).toEqual([429, 'QuotaExceeded']);
		expect(seller.sandbox.state()).toMatchObject({ quotaHits: 0, counts: { faults: 1 } });
	});

	it('limit feeds by their kind as well', async () => {
		const client = feedClient(seller);
		const { feedDocumentId } = await client.document('application/json');
		for (let feed = 0; feed < 5; feed += 1)
			expect((await client.create('JSON_LISTINGS_FEED', feedDocumentId)).status).toBe(202);
		const sixth = await client.create('JSON_LISTINGS_FEED', feedDocumentId);
		expect(refusal(sixth)).toEqual([429, 'QuotaExceeded']);
		expect(seller.sandbox.state().quotaHits).toBe(1);
	});

	it('can be set by operation', async () => {
		await seller.close();
		seller = await openSeller({ quotas: { getShipments: { rate: 1, burst: 3 } } });
		const statuses = [];
		for (let call = 0; call < 4; call += 1)
			statuses.push((await list(seller, { status: 'ACCEPTED' })).status);
		expect(statuses).toEqual([200, 200, 200, 429]);
	});
});
