import { babyshopShops } from '../support/babyshopNodes';
import { picked } from '../support/shop';

describe('the quota of each operation', () => {
	const at = babyshopShops();

	test('is kept by what the credential says, and one that is used up stops no other', async () => {
		const [id = ''] = at.place({});
		at.shop.stored.babyshopChannelApi.callsPerFiveMinutes = '3';
		await at.shop.sql('DELETE FROM quotas');
		const get = () =>
			at.shop.items('babyshop', 'order:get', { parameters: { orderId: picked(id) } });
		for (let times = 0; times < 3; times++) await get();
		const calls = await at.shop.callsOf(() =>
			expect(get()).rejects.toMatchObject({
				message: expect.stringMatching(/orderFetch: no call may be sent/),
				failure: { cause: 'rate-limited' },
			}),
		);
		expect(calls).toEqual([]);
		expect(await at.shop.items('babyshop', 'listing:getMany')).toHaveLength(1);
	});

	test('that the panel says is used up is left alone, and counts none too many', async () => {
		await at.reopen({}, { quota: { calls: 3, perMs: 300_000 } });
		const [id = ''] = at.place({});
		const get = () =>
			at.shop.items('babyshop', 'order:get', { parameters: { orderId: picked(id) } });
		for (let times = 0; times < 3; times++) await get();
		await expect(get()).rejects.toMatchObject({
			message: expect.stringMatching(/too many calls/),
			failure: { cause: 'rate-limited', retryAfterMs: 300_000 },
		});
		expect(
			await at.shop.callsOf(() => expect(get()).rejects.toThrow(/no call may be sent/)),
		).toEqual([]);
	});
});
