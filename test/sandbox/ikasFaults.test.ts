import { setTimeout as sleep } from 'node:timers/promises';
import { type Shop, codeOf, numbers, openShop, startAt } from './support/ikasShop';

const line = { sku: 'GOMLEK-M', quantity: 1 };
const anyPage = '{ listOrder { hasNext data { id orderNumber } } }';

describe('faults of the ikas sandbox', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
		shop.sandbox.place([{ lines: [line], updatedAt: startAt }]);
	});
	afterEach(async () => await shop.close());

	const lastCall = () => shop.sandbox.calls().at(-1);

	it.each([
		['rate429', 429],
		['rate500', 500],
		['html', 200],
	] as const)('plays %s', async (fault, status) => {
		await shop.control('faults', { [fault]: 1 });
		const answer = await shop.ask(anyPage);
		expect([answer.status, answer.body.data]).toEqual([status, undefined]);
		expect(lastCall()).toMatchObject({ status, fault, records: null });
		expect(shop.sandbox.state().counts).toMatchObject({ overQuota: 0, faults: 1 });
	});

	it('hangs up before the call, so that it has no effect', async () => {
		await shop.control('faults', { dropBefore: 1 });
		await expect(shop.ask(anyPage)).rejects.toThrow();
		expect(lastCall()).toMatchObject({ status: 0, fault: 'dropBefore', records: null });
	});

	it('hangs up after the call had its effect', async () => {
		await shop.control('faults', { dropAfter: 1 });
		await expect(shop.ask(anyPage)).rejects.toThrow();
		expect(lastCall()).toMatchObject({ status: 0, fault: 'dropAfter', records: 1 });
	});

	it('cuts an answer off, with and without saying so', async () => {
		await shop.control('faults', { cutOff: 1 });
		await expect(shop.ask(anyPage)).rejects.toThrow(SyntaxError);
		await shop.control('faults', { torn: 1 });
		await expect(shop.ask(anyPage)).rejects.toThrow('terminated');
	});

	it('ends the tokens of the caller', async () => {
		await shop.control('faults', { expireTokens: 1, forTheNext: 1 });
		expect(codeOf(await shop.ask(anyPage))).toBe('LOGIN_REQUIRED');
		expect(codeOf(await shop.ask(anyPage))).toBe('LOGIN_REQUIRED');
		const fresh = String((await shop.login()).body.access_token);
		expect(codeOf(await shop.ask(anyPage, {}, fresh))).toBeUndefined();
	});

	it('shows a row twice in one page', async () => {
		await shop.control('faults', { duplicateRows: 1 });
		expect(numbers(await shop.list())).toEqual(['1001', '1001']);
	});

	it('holds answers back', async () => {
		await shop.control('faults', { latencyMs: 200 });
		const seen: string[] = [];
		const sooner = sleep(150).then(() => seen.push('what takes less time'));
		await shop.ask(anyPage);
		seen.push('the answer');
		await sooner;
		expect(seen).toEqual(['what takes less time', 'the answer']);
	});

	it('ends after as many calls as told', async () => {
		await shop.control('faults', { rate500: 1, forTheNext: 2 });
		const statuses = [];
		for (let call = 0; call < 3; call += 1) statuses.push((await shop.ask(anyPage)).status);
		expect(statuses).toEqual([500, 500, 200]);
	});

	it('spares other calls than the named one', async () => {
		await shop.control('faults', { rate500: 1, only: 'token' });
		expect((await shop.ask(anyPage)).status).toBe(200);
		expect((await shop.login()).status).toBe(500);
	});

	it('spares other calls than those named', async () => {
		await shop.control('faults', { rate500: 1, only: ['token', 'listProduct'] });
		expect((await shop.ask(anyPage)).status).toBe(200);
		expect((await shop.login()).status).toBe(500);
	});

	it('makes the same mishaps from the same seed, and others from another', async () => {
		const mishaps = async (seed: number) => {
			await shop.control('faults', { seed, rate500: 0.5 });
			const statuses = [];
			for (let call = 0; call < 12; call += 1) statuses.push((await shop.ask(anyPage)).status);
			return statuses;
		};
		const first = await mishaps(7);
		expect(await mishaps(7)).toEqual(first);
		expect(await mishaps(8)).not.toEqual(first);
	});

	it('refuses a fault that it does not know', async () => {
		expect((await shop.control('faults', { explode: 1 })).status).toBe(400);
	});

	it('writes down every call', async () => {
		await shop.ask('query Mine { listOrder(pagination: { limit: 1 }) { page } me { id } }', {
			a: 1,
		});
		expect(shop.sandbox.calls()).toMatchObject([
			{ seq: 1, kind: 'token', client: shop.sandbox.credential.clientId, status: 200 },
			{
				seq: 2,
				kind: 'graphql',
				operation: 'Mine',
				fields: ['listOrder', 'me'],
				variables: { a: 1 },
				status: 200,
				page: 1,
				records: 1,
			},
		]);
		const text = await (await fetch(`${shop.url}/__sandbox/calls?since=1`)).text();
		expect(JSON.parse(text)).toMatchObject([{ seq: 2 }]);
		expect(text).not.toContain(shop.sandbox.credential.clientSecret);
	});
});
