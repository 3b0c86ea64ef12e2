import { connectedShop, openShop, picked } from '../support/shop';
import type { Shop } from '../support/shop';

const calls = (shop: Shop, kind: string) =>
	shop.ikas.calls().filter((call) => call.kind === kind).length;

describe('signing in to ikas', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
	});
	afterEach(() => shop.close());

	const many = (times: number) =>
		Promise.all(Array.from({ length: times }, () => shop.items('ikas', 'location:getMany')));

	test('happens once, at first use, and n8n keeps the token', async () => {
		await many(1);
		await many(1);
		expect(calls(shop, 'token')).toBe(1);
		expect(shop.stored.ikasChannelApi.accessToken).not.toBe('');
	});

	test('happens once for many that start together', async () => {
		await many(8);
		expect(calls(shop, 'token')).toBe(1);
		expect(calls(shop, 'graphql')).toBe(8);
	});

	test('is repeated once when the token is refused, for all that share it, and kept', async () => {
		await many(1);
		const { accessToken } = shop.stored.ikasChannelApi;
		shop.ikas.expireTokens();
		await many(5);
		expect(calls(shop, 'token')).toBe(2);
		expect(shop.stored.ikasChannelApi.accessToken).not.toBe(accessToken);
		await many(1);
		expect(calls(shop, 'token')).toBe(2);
	});

	test('says which store refused it, and tells no secret', async () => {
		shop.stored.ikasChannelApi.clientSecret = 'hunter2-secret';
		shop.stored.ikasChannelApi.storeName = 'https://Lale-Giyim.myikas.com/admin';
		const refused = await shop.run('ikas', 'location:getMany').catch((error: unknown) => error);
		expect(refused).toMatchObject({
			message: expect.stringContaining('secret of the store lale-giyim'),
			description: expect.stringContaining('credential'),
			failure: { cause: 'credential-invalid' },
		});
		expect(JSON.stringify(refused)).not.toContain('hunter2');
		expect(calls(shop, 'token')).toBe(1);
	});
});

describe('calling ikas', () => {
	let shop: Shop;
	afterEach(() => shop.close());

	test.each([
		['an answer of status 500', { rate500: 1 }],
		['a lost connection', { dropBefore: 1 }],
		['HTML instead of JSON', { html: 1 }],
		['half an answer', { cutOff: 1 }],
		['an expired token', { expireTokens: 1 }],
	])('survives %s', async (_what, fault) => {
		shop = await openShop();
		await shop.run('ikas', 'location:getMany');
		shop.ikas.setFaults({ ...fault, forTheNext: 1 });
		expect(await shop.items('ikas', 'location:getMany')).toHaveLength(shop.locations.length);
	});

	test('stays under the quota, whoever calls', async () => {
		shop = await openShop({ quota: { calls: 50, perMs: 10_000 } });
		await shop.run('ikas', 'location:getMany');
		await Promise.all(Array.from({ length: 55 }, () => shop.items('ikas', 'location:getMany')));
		expect(shop.ikas.state().counts.overQuota).toBe(0);
	});

	test('says who does not answer', async () => {
		shop = await connectedShop();
		shop.stored.ikasChannelApi.apiUrl = 'http://127.0.0.1:9';
		const started = await shop.items('orderHub', 'sync:begin', {
			parameters: { store: picked('ikas') },
		});
		await expect(shop.run('ikas', 'order:getPage', { items: [...started] })).rejects.toMatchObject({
			message: expect.stringContaining('127.0.0.1:9 did not answer'),
			failure: { cause: 'temporarily-unavailable' },
		});
	});
});
