import type { ICredentialDataDecryptedObject as Data } from 'n8n-workflow';
import { loginUrlsOf, originOf } from '../../credentials/theIconic/hosts';
import { sellerOf } from '../../credentials/theIconic/sellerOf';
import { call, filledIn, opened, verdict } from '../support/iconicCredential';
import { app, iconicLogin, loginPath, sellerPath } from '../support/iconicLogin';
import type { IconicLogin } from '../support/iconicLogin';

const servers: IconicLogin[] = [];
async function another() {
	const server = await iconicLogin();
	servers.push(server);
	return server;
}

let center: IconicLogin;
beforeEach(async () => {
	center = await another();
});
afterEach(async () => {
	await Promise.all(servers.splice(0).map((server) => server.close()));
});

const form = (change: Data = {}) => filledIn(center.url, change);

describe('the token of The Iconic', () => {
	test('is asked for once, at first use, and kept', async () => {
		const credential = await opened(form());
		for (let times = 0; times < 3; times++) {
			expect(await call(credential, center.url)).toMatchObject({ status: 200 });
		}
		expect(center.logins).toEqual([app.clientId]);
		expect(await credential.stored()).toMatchObject({ accessToken: center.tokens[0] });
	});

	test('is asked for once by many that start together', async () => {
		const credential = await opened(form());
		await Promise.all([1, 2, 3, 4].map(() => call(credential, center.url)));
		expect(center.logins).toHaveLength(1);
		expect(center.calls).toHaveLength(4);
	});

	test('is renewed once when it was refused', async () => {
		const credential = await opened(form());
		const { token } = await call(credential, center.url);
		center.expire();
		await Promise.all([1, 2, 3].map(() => call(credential, center.url, token)));
		expect(center.logins).toHaveLength(2);
		expect(center.calls).toHaveLength(4);
		expect(await credential.stored()).toMatchObject({ accessToken: center.tokens[1] });
	});

	test('is asked for again where a person changed an entry, and sent nowhere before', async () => {
		const elsewhere = await another();
		const credential = await opened(form());
		await call(credential, center.url);
		const { accessToken } = await credential.stored();
		await credential.save({ ...(await credential.opened()), apiUrl: elsewhere.url });
		await call(credential, elsewhere.url);
		expect(elsewhere.logins).toHaveLength(1);
		expect(elsewhere.seen()).not.toContain(String(accessToken));
	});

	test('outlives a change of how parcels are delivered', async () => {
		const credential = await opened(form());
		await call(credential, center.url);
		const changed = { deliveryType: 'pickup', afterReadyToShip: 'leave' };
		await credential.save({ ...(await credential.opened()), ...changed });
		await call(credential, center.url);
		expect(center.logins).toHaveLength(1);
		expect(sellerOf(await credential.stored())).toEqual(changed);
	});

	test('is not sent to another host, nor another port', async () => {
		const elsewhere = await another();
		const credential = await opened(form());
		await expect(call(credential, elsewhere.url)).rejects.toThrow(/the token is for 127.* only/);
		expect(elsewhere.seen()).toBe('');
	});

	test('does not follow a redirect, nor does the secret', async () => {
		const elsewhere = await another();
		const headers = { location: `${elsewhere.url}${loginPath}` };
		center.answer(loginPath, 302, '', { headers });
		expect((await verdict(form())).message).toMatch(/no tokens \(status 302\).*environment/);
		expect(elsewhere.seen()).toBe('');
	});

	test('is neither got nor sent at a link-local address', async () => {
		const { message } = await verdict(form({ apiUrl: 'http://169.254.169.254' }));
		expect(message).toMatch(/link-local or metadata address/);
	});
});

describe('where the token of The Iconic comes from', () => {
	test.each([
		['live', 'sellercenter-api.theiconic.com.au', 'sellercenter.theiconic.com.au'],
		[
			'preproduction',
			'sellercenter-api-preprod.theiconic.com.au',
			'sellercenter-preprod.theiconic.com.au',
		],
	])('is the host of the API or the one without -api: %s', (environment, api, other) => {
		expect(originOf({ environment })).toBe(`https://${api}`);
		const urls = [api, other].map((host) => `https://${host}${loginPath}`);
		expect(loginUrlsOf({ environment })).toEqual(urls);
		expect(loginUrlsOf({ environment, signedInAt: urls[1] ?? '' })).toEqual(urls.toReversed());
		expect(loginUrlsOf({ environment, signedInAt: 'http://elsewhere' })).toEqual(urls);
	});

	test.each<[string, (api: IconicLogin) => void]>([
		['does not have it', (api) => api.answer(loginPath, 404, '')],
		['wants a token for it', (api) => api.answer(loginPath, 401, { message: 'no token' })],
		['fails', (api) => api.answer(loginPath, 500, '<html>')],
		['hangs up', (api) => api.answer(loginPath, 200, '', { delivery: 'dropped' })],
	])('is the other host where that of the API %s, and is remembered', async (_what, spoil) => {
		const other = await another();
		center.trust(other);
		spoil(center);
		const credential = await opened(form({ loginUrl: `${other.url}/` }));
		const { token } = await call(credential, center.url);
		expect([center.calls, other.logins]).toEqual([[sellerPath], [app.clientId]]);
		const before = center.seen().split(loginPath).length;
		await call(credential, center.url, token);
		expect(other.logins).toHaveLength(2);
		expect(center.seen().split(loginPath)).toHaveLength(before);
	});

	test('is asked nowhere else when it is asked too often', async () => {
		const other = await another();
		center.answer(loginPath, 429, '');
		expect((await verdict(form({ loginUrl: other.url }))).message).toMatch(/too often/);
		expect(other.seen()).toBe('');
	});

	test('says of both hosts what a person can mend', async () => {
		const other = await another();
		center.answer(loginPath, 404, '');
		const wrong = form({ loginUrl: other.url, clientSecret: 'hunter2' });
		expect((await verdict(wrong)).message).toMatch(/refused the client ID or secret/);
	});
});

describe('the test of the credential of The Iconic', () => {
	test('signs in with what is typed and asks who the seller is', async () => {
		expect(await verdict(form())).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(center.logins).toEqual([app.clientId]);
		expect(new Set(center.calls)).toEqual(new Set([sellerPath]));
	});

	test('takes a URL with slashes at its end, and entries with blanks around them', async () => {
		const typed = form({ apiUrl: ` ${center.url}// `, clientId: ` ${app.clientId}\n` });
		expect(await verdict(typed)).toMatchObject({ status: 'OK' });
	});

	test('is red with a wrong secret, also where a good token is kept', async () => {
		const credential = await opened(form());
		await call(credential, center.url);
		const typed = { ...(await credential.opened()), clientSecret: 'hunter2' };
		expect(await credential.test(typed)).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/refused the client ID or secret/),
		});
		expect(center.calls).toHaveLength(1);
	});

	test.each(['clientId', 'clientSecret'])('asks nobody without the %s', async (field) => {
		expect((await verdict(form({ [field]: ' ' }))).message).toMatch(/lacks the client ID or/);
		expect(center.seen()).toBe('');
	});

	const html = '<html><body>Seller Center</body></html>';

	test.each([
		['status 400', 400, { error: 'invalid_app_id' }, /refused the client ID or secret/],
		['status 403', 403, html, /refused the client ID or secret/],
		['a wrong path', 404, html, /gives out no tokens \(status 404\).*environment/],
		['too many', 429, '', /too often/],
		['maintenance', 503, { caused_by: 'maintenance_mode' }, /with status 503/],
		['a web page', 200, html, /gave no access_token.*environment/],
		['a cut-off answer', 200, '{"access_tok', /gave no access_token/],
		['no token', 200, { access_token: '' }, /gave no access_token/],
	])('says what is wrong where the login ends in %s', async (_what, status, body, message) => {
		center.answer(loginPath, status, body);
		expect(await verdict(form())).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});

	test.each([
		['a refused token', 401, { message: 'no' }, /gave a token and refused it/],
		['a role that may not', 403, {}, /its user may not see the seller/],
		['a wrong path', 404, html, /not SellerCenter/],
		['too many calls', 429, {}, /counts the calls/],
		['a failure', 500, html, /answered with status 500/],
		['maintenance', 503, { caused_by: 'maintenance_mode' }, /under maintenance/],
		['a web page', 200, html, /not SellerCenter, or it names no seller/],
		['no seller', 200, {}, /names no seller/],
		['nobody', 200, { id: null }, /names no seller/],
	])('is red where the seller ends in %s', async (_what, status, body, message) => {
		center.answer(sellerPath, status, body);
		expect(await verdict(form())).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});

	test('says who does not answer', async () => {
		const { message } = await verdict(form({ apiUrl: 'http://127.0.0.1:1' }));
		expect(message).toMatch(/127\.0\.0\.1:1 did not answer/);
	});

	test.each<[string, Data, () => void]>([
		['a wrong secret', { clientSecret: 'hunter2 +%' }, () => {}],
		['nobody there', { apiUrl: 'http://127.0.0.1:1' }, () => {}],
		['no URL', { apiUrl: 'sellercenter' }, () => {}],
		['a name that does not exist', { apiUrl: 'http://center.invalid' }, () => {}],
		['a refused token', {}, () => center.answer(sellerPath, 401, 'no')],
		['a line that dies', {}, () => center.answer(loginPath, 200, '', { delivery: 'dropped' })],
		['half an answer', {}, () => center.answer(loginPath, 200, 'xx', { delivery: 'torn' })],
		['half a seller', {}, () => center.answer(sellerPath, 200, 'xx', { delivery: 'torn' })],
	])('tells no secret, nor does the log of n8n: %s', async (_what, change, spoil) => {
		const credential = await opened(form(change));
		spoil();
		const tested = await credential.test(form(change));
		expect(tested).toMatchObject({ status: 'Error' });
		expect(credential.logged()).toContain('Credential test failed');
		for (const output of [JSON.stringify(tested), credential.logged()]) {
			const basic = Buffer.from(`${app.clientId}:`).toString('base64').slice(0, -4);
			const secrets = [app.clientSecret, 'hunter2', basic, 'Basic ', ...center.tokens];
			for (const one of secrets) {
				expect(output).not.toContain(one);
				expect(output).not.toContain(encodeURIComponent(one));
				expect(output).not.toContain(JSON.stringify(one).slice(1, -1));
			}
		}
	});
});
