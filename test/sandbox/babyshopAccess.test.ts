import { type Panel, closePanels, codeOf, openPanel, prefix } from './support/babyshopPanel';

const anyList = { filterStatusList: '5' };

describe('access to the Babyshop sandbox', () => {
	let panel: Panel;
	beforeEach(async () => {
		panel = await openPanel({
			credentials: [
				{ username: 'one', password: 'a b+c&d%', apiOwner: 'owner-1' },
				{ username: 'two', password: 'second', apiOwner: 'owner-2' },
				{ username: 'shut', password: 'third', apiOwner: 'owner-3', hasApi: false },
			],
		});
	});
	afterEach(closePanels);

	describe('signing in', () => {
		it('gives a key, the same every time, that is base64 of the username and a hash', async () => {
			const { status, body } = await panel.signIn();
			expect([status, body.status, body.apiOwner]).toEqual([200, 'SUCCESS', 'owner-1']);
			expect(body.apiKey).toBe(panel.key());
			expect(Buffer.from(panel.key(), 'base64').toString()).toMatch(/^one~[0-9a-f]{40}$/);
			expect(body.responseCode).toBeUndefined();
		});

		it.each([
			['a wrong password', { password: 'wrong' }, 11],
			['an unknown user', { username: 'nobody' }, 11],
			['a password that is missing', { password: '' }, 2001],
			['a user without an API', { username: 'shut', password: 'third' }, 2002],
		])('refuses %s inside an answer of 200', async (_, given, code) => {
			const answer = await panel.signIn(given);
			expect(codeOf(answer)).toEqual([200, code]);
			expect(answer.body.apiKey).toBeUndefined();
		});

		it('is a GET, and everything else a POST', async () => {
			const posted = await panel.fetched(`${prefix}/authToken`, { method: 'POST' });
			const got = await panel.fetched(`${prefix}/orderList`);
			expect([posted.status, got.status]).toEqual([404, 404]);
		});
	});

	describe('the key', () => {
		it.each(['ApiKey', 'apikey', 'APIKEY'])('is taken in the header %s', async (name) => {
			const answer = await panel.fetched(`${prefix}/orderList`, {
				method: 'POST',
				headers: { [name]: panel.key() },
				body: new URLSearchParams({ RequestBody: JSON.stringify(anyList) }),
			});
			expect(codeOf(answer)).toEqual([200, 0]);
		});

		it('is refused when nobody has it', async () => {
			expect(codeOf(await panel.ask('orderList', anyList, 'stranger'))).toEqual([200, 2000]);
			expect(codeOf(await panel.ask('orderList', anyList, ''))).toEqual([200, 2000]);
		});

		it.each([2000, 15, 14, 11])('ends on command with %s, and a new one is given', async (code) => {
			const old = panel.key();
			await panel.control('expire-tokens', code === 2000 ? {} : { code });
			expect(codeOf(await panel.ask('orderList', anyList))).toEqual([200, code]);
			await panel.renew();
			expect(panel.key()).not.toBe(old);
			expect(codeOf(await panel.ask('orderList', anyList))).toEqual([200, 0]);
			expect(codeOf(await panel.ask('orderList', anyList, old))).toEqual([200, code]);
			expect(panel.sandbox.issuedTokens()).toEqual([old, panel.key()]);
		});

		it('of one seller ends without that of another', async () => {
			const { body } = await panel.signIn({ username: 'two', password: 'second' });
			await panel.control('expire-tokens', { username: 'one' });
			expect(codeOf(await panel.ask('orderList', anyList))).toEqual([200, 2000]);
			expect(codeOf(await panel.ask('orderList', anyList, body.apiKey))).toEqual([200, 0]);
		});
	});

	it('shows each seller only what is theirs', async () => {
		const mine = panel.place();
		const theirs = panel.place({ seller: 'two' });
		panel.sandbox.seed([{ sku: 'BS-9', vendorSkuCode: 'X', seller: 'two' }]);
		const { body } = await panel.signIn({ username: 'two', password: 'second' });
		const everything = { updatedDate: '01/01/2015 00:00:00' };
		expect((await panel.ask('orderList', anyList)).body.orderList).toMatchObject([
			{ orderNo: mine },
		]);
		expect((await panel.ask('orderList', anyList, body.apiKey)).body.orderList).toMatchObject([
			{ orderNo: theirs },
		]);
		expect((await panel.ask('productFetch', everything)).body.productList).toBeNull();
		expect(
			(await panel.ask('productFetch', everything, body.apiKey)).body.productList,
		).toHaveLength(1);
	});

	describe('the form', () => {
		const post = async (body: string, type?: string) =>
			codeOf(
				await panel.fetched(`${prefix}/orderList`, {
					method: 'POST',
					headers: { ApiKey: panel.key(), ...(type && { 'content-type': type }) },
					body,
				}),
			);
		const form = 'application/x-www-form-urlencoded';

		it('is refused as empty when it is JSON, or something else that is no form', async () => {
			expect(await post(JSON.stringify(anyList), 'application/json')).toEqual([200, 5]);
			expect(await post(`RequestBody=${JSON.stringify(anyList)}`, 'text/plain')).toEqual([200, 5]);
		});

		it('is refused as empty when it has no RequestBody, or an empty one', async () => {
			expect(await post('requestBody=%7B%7D', form)).toEqual([200, 5]);
			expect(await post('RequestBody=', form)).toEqual([200, 5]);
			expect(await post('RequestBody=%7B%7D', form)).toEqual([200, 5]);
		});

		it.each([
			['text', 'RequestBody=hello'],
			['a list', 'RequestBody=%5B1%5D'],
			['two of them', `RequestBody=${JSON.stringify(anyList)}&ApiOwner=me`],
		])('is refused as bad when it holds %s', async (_, body) => {
			expect(await post(body, form)).toEqual([200, 9]);
		});
	});

	it('writes down every call, without the key and the password', async () => {
		const number = panel.place();
		await panel.ask('orderFetch', { orderNo: [number] });
		await panel.ask('orderList', anyList, 'stranger');
		const { text } = await panel.fetched('/__sandbox/calls?since=0');
		expect(JSON.parse(text)).toMatchObject([
			{ seq: 1, kind: 'authToken', seller: 'one', status: 200, responseCode: 0, body: null },
			{ seq: 2, kind: 'orderFetch', seller: 'one', orders: [number], records: 1, effect: null },
			{ seq: 3, kind: 'orderList', seller: null, responseCode: 2000, fault: null, records: null },
		]);
		expect(text).not.toContain(panel.key());
		expect(text).not.toContain('a b+c');
		expect(JSON.parse((await panel.fetched('/__sandbox/calls?since=2')).text)).toHaveLength(1);
	});

	it('answers a path that there is not with a page', async () => {
		expect((await panel.ask('orderListJIT', anyList)).status).toBe(404);
		expect((await panel.fetched('/')).status).toBe(404);
	});
});
