import type { ICredentialDataDecryptedObject as Data } from 'n8n-workflow';
import { BabyshopChannelApi } from '../../credentials/BabyshopChannelApi.credentials';
import { sellerOf } from '../../credentials/babyshop/sellerOf';
import { signedInAs } from '../../credentials/babyshop/signedInAs';
import { call, filledIn, opened, verdict } from '../support/babyshopCredential';
import { babyshopLogin, owner, seller } from '../support/babyshopLogin';
import type { BabyshopLogin } from '../support/babyshopLogin';

const servers: BabyshopLogin[] = [];
async function another() {
	const server = await babyshopLogin();
	servers.push(server);
	return server;
}

let panel: BabyshopLogin;
beforeEach(async () => {
	panel = await another();
});
afterEach(async () => {
	await Promise.all(servers.splice(0).map((server) => server.close()));
});

const form = (change: Data = {}) => filledIn(panel.url, change);
const hostOf = ({ url }: BabyshopLogin) => new URL(url).host;

describe('the key of Babyshop', () => {
	test('is asked for once, at first use, and kept', async () => {
		const credential = await opened(form());
		for (let times = 0; times < 3; times++) {
			expect(await call(credential, panel.url)).toMatchObject({ status: 200 });
		}
		expect(panel.logins).toEqual([seller.username]);
		expect(await credential.stored()).toMatchObject({
			accessToken: panel.keys[0],
			apiOwner: owner,
		});
	});

	test('is asked for once by many that start together', async () => {
		const credential = await opened(form());
		await Promise.all([1, 2, 3, 4].map(() => call(credential, panel.url)));
		expect(panel.logins).toHaveLength(1);
		expect(panel.calls).toHaveLength(4);
	});

	test('is renewed once when the panel refused it', async () => {
		const credential = await opened(form());
		const { token } = await call(credential, panel.url);
		panel.expire();
		await Promise.all([1, 2, 3].map(() => call(credential, panel.url, token)));
		expect(panel.logins).toHaveLength(2);
		expect(panel.calls).toHaveLength(4);
		expect(await credential.stored()).toMatchObject({ accessToken: panel.keys[1] });
	});

	test('is asked for again where a person changed password, username or URL, and sent nowhere before', async () => {
		const elsewhere = await another();
		const credential = await opened(form());
		await call(credential, panel.url);
		const { accessToken } = await credential.stored();
		await credential.save({ ...(await credential.opened()), baseUrl: elsewhere.url });
		expect(await credential.stored()).toMatchObject({ accessToken });
		const { credential: used } = await call(credential, elsewhere.url);
		expect(used.accessToken).toBe(elsewhere.keys[0]);
		expect(sellerOf(used).account).toBe(`${owner}@${hostOf(elsewhere)}`);
		expect(elsewhere.seen()).not.toContain(String(accessToken));
	});

	test('outlives a change of time zone and quota', async () => {
		const credential = await opened(form());
		await call(credential, panel.url);
		const changed = { timeZone: 'UTC', callsPerFiveMinutes: 80, inventoryKey: 'vendorSkuCode' };
		await credential.save({ ...(await credential.opened()), ...changed });
		await call(credential, panel.url);
		expect(panel.logins).toHaveLength(1);
	});

	test('is not sent to another host, nor another port', async () => {
		const elsewhere = await another();
		const credential = await opened(form());
		await expect(call(credential, elsewhere.url)).rejects.toThrow(/the key is for 127.* only/);
		expect(elsewhere.seen()).toBe('');
	});

	test('does not follow a redirect, nor does the password', async () => {
		const elsewhere = await another();
		const headers = { headers: { location: `${elsewhere.url}/authToken?secret` } };
		panel.answer('/authToken', 302, '', headers);
		expect((await verdict(form())).message).toMatch(/status 302.*Check the Base URL/);
		expect(elsewhere.seen()).toBe('');
		const { authenticate } = new BabyshopChannelApi();
		const request = { uri: `${panel.url}/orderList`, followRedirect: true };
		const credential = { ...form(), accessToken: 'key', signInSecret: signedInAs(form()) };
		expect(await authenticate(credential, request as never)).toMatchObject({
			headers: { ApiKey: 'key' },
			disableFollowRedirect: true,
			followRedirect: false,
		});
	});

	test('is neither got nor sent at a link-local address', async () => {
		const { message } = await verdict(form({ baseUrl: 'http://169.254.169.254/v3' }));
		expect(message).toMatch(/link-local or metadata address/);
	});
});

describe('what the connector knows of the credential', () => {
	test('is nobody before the first sign-in, and then whose key it is', async () => {
		expect(sellerOf(form())).toEqual({
			...{ account: '', timeZone: 'Asia/Dubai', inventoryKey: 'sku', callsPerFiveMinutes: '40' },
		});
		const { credential } = await call(await opened(form()), panel.url);
		expect(sellerOf(credential)).toMatchObject({ account: `${owner}@${hostOf(panel)}` });
		expect(sellerOf({ ...credential, password: 'other' })).toMatchObject({ account: '' });
	});

	test.each(['0', '-1', '2.5', 'forty'])('is no quota of %s calls', (callsPerFiveMinutes) => {
		expect(() => sellerOf(form({ callsPerFiveMinutes }))).toThrow(/Calls per Five Minutes/);
	});
});

describe('the test of the credential of Babyshop', () => {
	test('signs in with what is typed and asks for one order', async () => {
		expect(await verdict(form())).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(panel.logins).toEqual([seller.username]);
		const question = '/orderList {"filterStatusList":"5","pageNumber":1,"limit":1}';
		expect(new Set(panel.calls)).toEqual(new Set([question]));
	});

	test('takes a URL with a slash at its end, and a username with blanks around it', async () => {
		const typed = form({ baseUrl: `${panel.url}// `, username: ` ${seller.username}\n` });
		expect(await verdict(typed)).toMatchObject({ status: 'OK' });
	});

	test('is red with a wrong password, also where a good key is kept', async () => {
		const credential = await opened(form());
		await call(credential, panel.url);
		const typed = { ...(await credential.opened()), password: 'hunter2' };
		expect(await credential.test(typed)).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/refused the username or password/),
		});
		expect(panel.calls).toHaveLength(1);
	});

	test.each([
		['username', ''],
		['username', '  '],
		['password', ''],
	])('asks nobody without a %s', async (field, value) => {
		expect((await verdict(form({ [field]: value }))).message).toMatch(/lacks the username or/);
		expect(panel.seen()).toBe('');
	});

	const html = '<html><body>Seller Panel</body></html>';

	test.each([
		['wrong login', 200, { responseCode: 11 }, /refused the username or password/],
		['missing login', 200, { responseCode: '2001' }, /refused the username or password/],
		['user without a key', 200, [{ responseCode: 2002 }], /no API key.*Ask Landmark/],
		['expired key', 200, { responseCode: '15' }, /inactive or expired \(code 15\)/],
		['used-up quota', 200, { responseCode: 13 }, /Wait five minutes/],
		['unknown code', 200, { responseCode: 77 }, /did not take the credential \(code 77\)/],
		['failing panel', 503, html, /answered with status 503/],
		['throttling panel', 429, html, /Wait five minutes/],
		['status 401', 401, html, /refused the username or password/],
		['wrong path', 404, html, /status 404.*Check the Base URL/],
		['web page', 200, html, /not the API of the seller panel.*Check the Base URL/],
		['cut-off answer', 200, '{"status":"SUCC', /not the API of the seller panel/],
		['other API', 200, { ok: true }, /not the API of the seller panel/],
		['answer without a key', 200, { status: 'SUCCESS', apiOwner: '1' }, /gave no apiKey/],
		['answer without an owner', 200, { status: 'SUCCESS', apiKey: 'k' }, /gave no apiOwner/],
	])('says what is wrong where the login ends in: %s', async (_what, status, body, message) => {
		panel.answer('/authToken', status, body);
		expect(await verdict(form())).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});

	test.each([
		['key that is refused', 200, { responseCode: 2000 }, /inactive or expired \(code 2000\)/],
		['used-up quota', 200, { responseCode: '13' }, /Wait five minutes/],
		['refusal with a code of its own', 200, { responseCode: 16 }, /code 16/],
		['generic error', 200, { responseCode: '9' }, /code 9/],
		['web page', 200, html, /not the API of the seller panel/],
		['answer without a code', 200, { orderList: [] }, /not the API of the seller panel/],
		['failing panel', 500, html, /status 500/],
	])('is red where orders end in: %s', async (_what, status, body, message) => {
		panel.answer('/orderList', status, body);
		expect(await verdict(form())).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});

	test('says who does not answer', async () => {
		const { message } = await verdict(form({ baseUrl: 'http://127.0.0.1:1/v3' }));
		expect(message).toMatch(/127\.0\.0\.1:1 did not answer: it refused the connection/);
	});
});
