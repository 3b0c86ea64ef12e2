import type { ICredentialDataDecryptedObject as Data } from 'n8n-workflow';
import { AmazonSellerFlexChannelApi } from '../../credentials/AmazonSellerFlexChannelApi.credentials';
import { sellerOf } from '../../credentials/amazonSellerFlex/sellerOf';
import {
	call,
	marketplace,
	opened,
	otherProcess,
	verdict,
	withRedirect,
	withToken,
} from '../support/amazonCredential';
import { amazonLogin, app, seller } from '../support/amazonLogin';
import type { AmazonLogin } from '../support/amazonLogin';
import type { N8nCredential } from '../support/n8nCredential';

const login = '/auth/o2/token';

let amazon: AmazonLogin;
beforeEach(async () => {
	amazon = await amazonLogin();
});
afterEach(() => amazon.close());

const form = (change = {}) => withToken(amazon, change);
const pasted = (change = {}) => withRedirect(amazon, change);
const called = async (credential: N8nCredential, refused: string | null = null) =>
	await call(credential, amazon.url, refused);

const ways: readonly (readonly [string, (change?: Data) => Data, readonly string[]])[] = [
	['a refresh token', form, ['refresh_token']],
	['a redirect URL', pasted, ['authorization_code']],
];

describe.each(ways)('signing in to Amazon with %s', (_way, filled, first) => {
	test('happens once, at first use, and n8n keeps the token', async () => {
		const credential = await opened(filled());
		await called(credential);
		await called(credential);
		expect(await called(credential)).toMatchObject({ status: 200 });
		expect(amazon.logins).toEqual(first);
	});

	test('happens once for many that start together', async () => {
		const credential = await opened(filled());
		const statuses = await Promise.all([1, 2, 3, 4].map(() => called(credential)));
		expect(statuses).toMatchObject(Array(4).fill({ status: 200 }));
		expect(amazon.logins).toEqual(first);
	});

	test('is renewed with the refresh token when the token has expired, as often as it has', async () => {
		const credential = await opened(filled());
		const anHourAfter = async (last: string) => {
			amazon.expire();
			expect(await called(credential)).toMatchObject({ status: 403 });
			const { token, status } = await called(credential, last);
			expect(status).toBe(200);
			return token;
		};
		const { token } = await called(credential);
		await anHourAfter(await anHourAfter(token));
		expect(amazon.logins).toEqual([...first, 'refresh_token', 'refresh_token']);
	});

	test('says whose account it is', () => {
		expect(sellerOf(filled())).toEqual({ sellerId: seller, marketplaceId: marketplace });
	});

	test('takes what was copied with blanks around it', async () => {
		const typed = Object.entries(filled()).map(([name, value]) => [name, ` ${String(value)}\n`]);
		const { environment, authorisation } = filled();
		const data = { ...Object.fromEntries(typed), environment, authorisation } as Data;
		expect(await verdict(data)).toMatchObject({ status: 'OK' });
		expect(sellerOf(data)).toEqual({ sellerId: seller, marketplaceId: marketplace });
	});
});

describe('a redirect URL, once it is exchanged', () => {
	/** Amazon takes back what a code gave when it is handed in again, so the last call fails if it ever was. */
	const codes = () => amazon.logins.filter((grant) => grant === 'authorization_code').length;

	test('is exchanged by the test that the editor makes when it saves, and kept', async () => {
		const data = pasted();
		const credential = await opened(data);
		expect(await credential.test(data)).toEqual({
			status: 'OK',
			message: 'Connection successful!',
		});
		expect(await called(credential)).toMatchObject({ status: 200 });
		expect(amazon.logins).toEqual(['authorization_code']);
	});

	test.each([
		['opened before the exchange', async (_of: N8nCredential, before: Data) => before],
		['opened after it', async (of: N8nCredential) => await of.opened()],
	])('outlives saves and tests of a form that was %s', async (_when, formOf) => {
		const data = pasted();
		const credential = await opened(data);
		await credential.test(data);
		const edited = await formOf(credential, data);
		const savedAndTested = async () => {
			await credential.save(edited);
			credential.moveTo(await otherProcess());
			expect(await called(credential)).toMatchObject({ status: 200 });
			credential.moveTo(new AmazonSellerFlexChannelApi());
			expect(await credential.test(edited)).toMatchObject({ status: 'OK' });
		};
		await savedAndTested();
		await savedAndTested();
		amazon.expire();
		const { accessToken } = await credential.stored();
		expect(await called(credential, String(accessToken))).toMatchObject({ status: 200 });
		expect(codes()).toBe(1);
	});

	test('is not handed in again after n8n was restarted', async () => {
		const data = pasted();
		const credential = await opened(data);
		await credential.test(data);
		credential.moveTo(await otherProcess());
		const { accessToken } = await credential.stored();
		expect(await called(credential, String(accessToken))).toMatchObject({ status: 200 });
		expect(await credential.test(await credential.opened())).toMatchObject({ status: 'OK' });
		expect(codes()).toBe(1);
	});

	test('is not handed in again where it was refused', async () => {
		const data = pasted({ redirectUri: 'https://example.com/other' });
		const credential = await opened(data);
		const refused = /code in the redirect URL.*five minutes/;
		expect((await credential.test(data)).message).toMatch(refused);
		expect((await credential.test(data)).message).toMatch(refused);
		expect(codes()).toBe(1);
	});

	test('is handed in again where Amazon did not get as far as looking at it', async () => {
		const data = pasted();
		const credential = await opened(data);
		amazon.answer(login, 503, {});
		expect(await credential.test(data)).toMatchObject({
			message: expect.stringContaining('status 503'),
		});
		amazon.answer(login, null);
		expect(await credential.test(data)).toMatchObject({ status: 'OK' });
	});

	test('gives way to the next one that is pasted', async () => {
		const data = pasted();
		const credential = await opened(data);
		await credential.test(data);
		const { oauthTokenData } = await credential.stored();
		const next = { ...(await credential.opened()), redirectUrl: amazon.consent() };
		await credential.save(next);
		expect(await credential.test(next)).toMatchObject({ status: 'OK' });
		expect((await credential.stored()).oauthTokenData).not.toEqual(oauthTokenData);
		expect(await called(credential)).toMatchObject({ status: 200 });
		expect(codes()).toBe(2);
	});
});

describe('what Login with Amazon refuses', () => {
	test.each([
		['invalid_client', 401, /client ID or secret.*LWA credentials.*rotation deadline/],
		['invalid_grant', 400, /refresh token.*Authorise the app again/],
		['unauthorized_client', 400, /belongs to another app/],
		['invalid_request', 400, /status 400.*Check client ID, secret and Redirect URI/],
		['RequestThrottled', 429, /asked too often/],
		['ServerError', 500, /status 500/],
	])('is told with its cure: %s', async (error, status, message) => {
		amazon.answer(login, status, { error, error_description: `no ${app.clientSecret}` });
		const credential = await opened(form());
		const tested = await credential.test(form());
		expect(tested).toMatchObject({ status: 'Error', message: expect.stringMatching(message) });
		const failed = await called(credential).catch((thrown: unknown) => thrown);
		expect(failed).toMatchObject({ message: expect.stringMatching(message) });
		for (const secret of [app.clientSecret, amazon.refreshToken]) {
			expect(JSON.stringify([tested, failed])).not.toContain(secret);
		}
	});

	test.each([
		['a code that was used before', () => pasted({ redirectUrl: spentUrl() })],
		[
			'a redirect URI that is not the one of the consent',
			() => pasted({ redirectUri: 'https://x.example/' }),
		],
	])('is told with its cure: %s', async (_what, filled) => {
		const data = filled();
		expect(await verdict(data)).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/serves once, within five minutes.*paste the new address/),
		});
	});

	test.each([
		[{}, /gave no access_token/],
		['<html></html>', /gave no access_token/],
		[{ access_token: 'a' }, /gave no refresh_token/],
	])('an answer without tokens is none: %j', async (body, message) => {
		amazon.answer(login, 200, body);
		const data = pasted();
		expect((await verdict(data)).message).toMatch(message);
	});

	const spentUrl = () => amazon.consent().replace(/code%7C\d+/, 'spent');
});
