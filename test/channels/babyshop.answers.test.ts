import { babyshop } from '../../channels/babyshop/connector';
import type { Http, HttpRequest, HttpResponse } from '../../channels/connector';
import { babyshopShop } from './babyshopShop';
import { failureOf } from './testShop';

/** Answers that the sandbox does not give: each as reference/babyshop-vinculum.md 3, 4 and 6 tell it. */
const answer = (body: unknown, status = 200, headers = {}): HttpResponse => ({
	status,
	headers,
	body,
});

const code = (responseCode: unknown, status = 200, responseMessage: unknown = 'Said so') =>
	answer({ responseCode, responseMessage }, status);

const seller = {
	account: '1000001@panel.example',
	timeZone: 'Asia/Kolkata',
	inventoryKey: 'sku',
	callsPerFiveMinutes: '40',
};

/** Gives the answers one after another, the last one for good, and keeps what was asked. */
const answering = (answers: readonly HttpResponse[], change: object = {}) => {
	const asked: HttpRequest[] = [];
	const send = async (request: HttpRequest) => {
		asked.push(request);
		return answers[Math.min(asked.length, answers.length) - 1] ?? answer(null);
	};
	const http: Http = Object.assign(send, { seller: { ...seller, ...change } });
	return { http, asked };
};

const good = code(0);

const window = {
	connectedAt: '2026-03-01T00:00:00.000Z',
	watermark: null,
	overlapMinutes: 180,
	position: null,
};

describe('answers of babyshop', () => {
	it.each([
		['code 13', code(13), 'rateLimited'],
		['code 13 as text', code('13'), 'rateLimited'],
		['status 429', answer('slow down', 429), 'rateLimited'],
		['code 9', code(9), 'unavailable'],
		['an unknown code', code(4711), 'rejected'],
		['a code with status 400', code(101, 400), 'rejected'],
		['a code with status 500', code(4711, 500), 'unavailable'],
		['status 502 with a web page', answer('<html>', 502), 'unavailable'],
		['status 403', answer('', 403), 'unauthorised'],
		['status 404', answer({ message: 'Not Found' }, 404), 'rejected'],
		['a web page', answer('<html>Please sign in</html>'), 'malformed'],
		['no code', answer({ orderList: [] }), 'malformed'],
		['a code that is none', code('zero'), 'malformed'],
		['success with status 500', code(0, 500), 'unavailable'],
		['a list that is none', answer({ responseCode: 0, orderList: 'many' }), 'malformed'],
		['two envelopes', answer([good.body, good.body]), 'malformed'],
		['an empty body', answer(''), 'malformed'],
	])('take %s for what it is, and are not asked twice', async (_what, response, kind) => {
		const { http, asked } = answering([response]);
		const failure = await failureOf(babyshop.orders.references(http, window));
		expect(failure.kind).toBe(kind);
		expect(failure.message).toMatch(/^babyshop: .+\.$/);
		expect(asked).toHaveLength(1);
	});

	it('wait as long as a quota lasts', async () => {
		const { http } = answering([code(13)]);
		expect((await failureOf(babyshop.account(http))).retryAfterMs).toBe(300_000);
	});

	it.each([
		code(11),
		code('14'),
		code(15),
		code(2000),
		code(2002),
		answer('', 401),
		code(2000, 401),
	])('want a fresh login once, and then the credential is at fault', async (response) => {
		const renewed = answering([response, good]);
		await expect(babyshop.account(renewed.http)).resolves.toMatchObject({ name: '1000001' });
		expect(renewed.asked.map(({ freshLogin }) => freshLogin)).toEqual([undefined, true]);
		const refused = answering([response]);
		expect((await failureOf(babyshop.account(refused.http))).kind).toBe('unauthorised');
		expect(refused.asked).toHaveLength(2);
	});

	it('say what to do about a login that is refused', async () => {
		const { http } = answering([code(2002)]);
		expect((await failureOf(babyshop.account(http))).message).toContain('2002: Said so');
		expect((await failureOf(babyshop.account(http))).message).toContain('API access');
	});

	it.each([
		['an object', good],
		['a text as code', code('0')],
		['a list of one', answer([good.body])],
		['null for a list', answer({ responseCode: 0, orderList: null })],
		['an object for a list', answer({ responseCode: 0, orderList: {} })],
		['an empty list', answer({ responseCode: 0, orderList: [] })],
	])('may be %s', async (_what, response) => {
		const { http } = answering([response]);
		expect(await babyshop.orders.references(http, window)).toMatchObject({
			references: [],
			next: null,
		});
	});

	it('name no password, no key and no more than a line of what was said', async () => {
		const key = Buffer.from(`1000001~${'ab12'.repeat(10)}`).toString('base64');
		const said = `bad\n ApiKey: ${key} for username=1000001&password=s3cret&x=1 ${key}`;
		const { http } = answering([code(4711, 200, said)]);
		const { message } = await failureOf(babyshop.account(http));
		for (const secret of [key, 's3cret', '\n']) expect(message).not.toContain(secret);
		expect(message).toContain('4711: bad');
	});

	it('are of a form with one field, counted by operation as the credential says', async () => {
		const { http, asked } = answering([good], { callsPerFiveMinutes: '7' });
		await babyshop.account(http);
		expect(asked).toEqual([
			{
				method: 'POST',
				path: '/orderList',
				headers: { 'content-type': 'application/x-www-form-urlencoded' },
				body: new URLSearchParams({
					RequestBody: '{"filterStatusList":"5","pageNumber":1,"limit":1}',
				}).toString(),
				quota: { name: 'orderList', calls: 7, perMs: 300_000 },
			},
		]);
	});

	it.each([
		['timeZone', 'Mars/Olympus'],
		['inventoryKey', 'barcode'],
		['callsPerFiveMinutes', '0'],
		['callsPerFiveMinutes', 'many'],
	])('are not asked for where the credential has %s "%s"', async (name, value) => {
		const { http, asked } = answering([good], { [name]: value });
		expect((await failureOf(babyshop.account(http))).kind).toBe('rejected');
		expect(asked).toEqual([]);
	});

	it('name the account by a fresh login where the credential does not, or the credential is at fault', async () => {
		const { http, asked } = answering([good], { account: '' });
		expect(babyshop.accountId(http)).toBeNull();
		expect((await failureOf(babyshop.account(http))).kind).toBe('unauthorised');
		expect(asked.map(({ freshLogin }) => freshLogin)).toEqual([undefined, true]);
	});

	it('come in other forms from another tenant, with the key renewed on the way', async () => {
		const shop = await babyshopShop({
			textCodes: true,
			arrayEnvelopes: true,
			emptyLists: ['absent'],
		});
		const [id = ''] = shop.place(1);
		await babyshop.account(shop.seller);
		shop.sandbox.expireTokens({ code: 15 });
		const { orders } = await babyshop.orders.get(shop.seller, [id]);
		expect(orders.map((order) => order.id)).toEqual([id]);
		expect(shop.sandbox.calls().filter(({ kind }) => kind === 'authToken')).toHaveLength(2);
		await shop.close();
	});
});
