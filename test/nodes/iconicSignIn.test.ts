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
