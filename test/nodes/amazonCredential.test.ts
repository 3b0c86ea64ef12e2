import type { ICredentialDataDecryptedObject as Data } from 'n8n-workflow';
import { AmazonSellerFlexChannelApi } from '../../credentials/AmazonSellerFlexChannelApi.credentials';
import { sellerOf } from '../../credentials/amazonSellerFlex/sellerOf';
import { signedInAs } from '../../credentials/amazonSellerFlex/signedInAs';
import { signedIn } from '../../nodes/shared/signedIn';
import { version } from '../../package.json';
import {
	call,
	execution,
	marketplace,
	opened,
	verdict,
	withRedirect,
	withToken,
} from '../support/amazonCredential';
import { amazonLogin, redirectUri, seller } from '../support/amazonLogin';
import type { AmazonLogin } from '../support/amazonLogin';

const participations = '/sellers/v1/marketplaceParticipations';
const shipments = '/externalFulfillment/2024-09-11/shipments';

const servers: AmazonLogin[] = [];
async function another() {
	const server = await amazonLogin();
	servers.push(server);
	return server;
}

let amazon: AmazonLogin;
beforeEach(async () => {
	amazon = await another();
});
afterEach(async () => {
	await Promise.all(servers.splice(0).map((server) => server.close()));
});

const form = (change = {}) => withToken(amazon, change);
const pasted = (change = {}) => withRedirect(amazon, change);

describe('the credential of Amazon before it is asked', () => {
	const message = async (data: Data) => (await verdict(data)).message;

	test.each([
		['no country', () => form({ marketplace: '' }), /no marketplace is chosen/],
		[
			'a marketplace as seller',
			() => form({ sellerId: marketplace }),
			/ID of a marketplace, not of a seller/,
		],
		[
			'a shop name as seller',
			() => form({ sellerId: 'Lale/Giyim' }),
			/not like A1SELLER0EXAMPLE.*Merchant Token/,
		],
		['no refresh token', () => form({ refreshToken: '' }), /no refresh token/],
		['no redirect URL', () => pasted({ redirectUrl: '' }), /no redirect URL yet.*Application ID/],
		[
			'another address',
			() => pasted({ redirectUrl: 'https://example.com/?code=1' }),
			/no spapi_oauth_code/,
		],
		['no server', () => form({ apiUrl: '', loginUrl: '' }), /not of http or https/],
	])('says what is wrong with it: %s', async (_what, filled, said) => {
		expect(await message(filled())).toMatch(said);
		expect(amazon.logins).toEqual([]);
	});

	test('answers with the link to consent by, and takes only what comes from there', async () => {
		const applicationId = 'amzn1.sellerapps.app.1';
		const empty = pasted({ redirectUrl: '', applicationId, redirectUri });
		const said = await message(empty);
		const [link = ''] = /https:\S+/.exec(said) ?? [];
		expect(link).toMatch(/^https:\/\/sellercentral\.amazon\.ae\/apps\/authorize\/consent\?/);
		const asked = Object.fromEntries(new URL(link).searchParams);
		expect(asked).toMatchObject({ application_id: applicationId, redirect_uri: redirectUri });
		expect(await message({ ...empty, redirectUrl: amazon.consent('of another') })).toMatch(
			/does not come from the link of this credential. Open https:/,
		);
		expect(amazon.logins).toEqual([]);
		const redirectUrl = amazon.consent(asked.state);
		expect(await message({ ...empty, redirectUrl })).toBe('Connection successful!');
	});

	test('is of one seller', () => {
		expect(() => sellerOf(pasted({ sellerId: 'A2OTHERSELLER' }))).toThrow(
			/redirect URL is of the seller A1SELLER0EXAMPLE, the credential names another/,
		);
		expect(sellerOf(pasted({ sellerId: seller }))).toMatchObject({ sellerId: seller });
	});
});

describe('the test of the credential of Amazon', () => {
	const tested = async (path: string, status: number, body: unknown) => {
		amazon.answer(path, status, body);
		return await verdict(form());
	};
	const sells = (
		name: string,
		id: string,
		isParticipating = true,
		hasSuspendedListings = false,
	) => ({
		marketplace: { id, name },
		participation: { isParticipating, hasSuspendedListings },
	});

	test('asks for the marketplaces of the seller and for a shipment, once each', async () => {
		expect(await verdict(form())).toMatchObject({ status: 'OK' });
		expect(amazon.calls).toEqual([participations, shipments]);
	});

	test.each([
		['a token of another region', participations, 403, {}, /refused the token.*in the region EU/],
		['too many tests', participations, 429, {}, /too many calls/],
		[
			'a seller who sells elsewhere',
			participations,
			200,
			{ payload: [sells('Amazon.de', 'A1PA6795UKMFR9')] },
			/does not sell in United Arab Emirates.*for Amazon\.de/,
		],
		['a seller who sells nowhere', participations, 200, { payload: [] }, /for no marketplace/],
		[
			'a seller who does not take part',
			participations,
			200,
			{ payload: [sells('Amazon.ae', marketplace, false, true)] },
			/does not take part.*listings there are suspended/,
		],
		['what is not Amazon', participations, 200, { payload: [{}] }, /answer is not as expected/],
		[
			'a missing role or permission',
			shipments,
			403,
			{},
			/role Direct to Consumer Shipping \(Restricted\).*allow-listed/,
		],
		['too many calls', shipments, 429, {}, /Test again in a minute/],
	])('says it of %s', async (_what, path, status, body, message) => {
		expect(await tested(path, status, body)).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});

	test('lets suspended listings pass where the seller takes part', async () => {
		const payload = [sells('Amazon.ae', marketplace, true, true)];
		expect(await tested(participations, 200, { payload })).toMatchObject({ status: 'OK' });
	});
});

describe('the token of Amazon', () => {
	test('goes with the name of who calls', async () => {
		await call(await opened(form()), amazon.url);
		expect(amazon.headers()).toMatchObject({
			'x-amz-access-token': expect.stringMatching(/^Atza/),
			'user-agent': `n8n-nodes-order-hub/${version} (Language=TypeScript; Platform=n8n)`,
		});
	});

	test('is not sent to another host, nor another port', async () => {
		const elsewhere = await another();
		const credential = await opened(form());
		await expect(call(credential, elsewhere.url)).rejects.toThrow(/the token is for http:.*only/);
		expect(elsewhere.headers()).toEqual({});
	});

	test.each([
		['production', 'https://sellingpartnerapi-eu.amazon.com'],
		['sandbox', 'https://sandbox.sellingpartnerapi-eu.amazon.com'],
	])('is for the region of the country: %s', async (environment, origin) => {
		const { authenticate } = new AmazonSellerFlexChannelApi();
		const credential = { ...form({ environment }), accessToken: 'Atza' };
		await expect(authenticate(credential, { url: amazon.url })).rejects.toThrow(
			`the token is for ${origin} only, it is not sent to 127.0.0.1`,
		);
		for (const near of ['.example', ':444', '@127.0.0.1']) {
			await expect(authenticate(credential, { url: `${origin}${near}/x` })).rejects.toThrow(origin);
		}
	});

	test('goes nowhere once the credential is changed: it signs in first', async () => {
		const elsewhere = await another();
		const credential = await opened(form());
		await call(credential, amazon.url);
		const { accessToken } = await credential.stored();
		await credential.save({ ...(await credential.opened()), ...withToken(elsewhere) });
		expect(await credential.stored()).toMatchObject({ accessToken });
		expect(await call(credential, elsewhere.url)).toMatchObject({ status: 200 });
		expect(elsewhere.headers()['x-amz-access-token']).not.toBe(accessToken);
		expect(elsewhere.logins).toEqual(['refresh_token']);
	});

	test('signs in for no call that has run out of time when its turn comes', async () => {
		const [asked, ended]: [string[], string[]] = [[], []];
		const context = execution('amazonSellerFlexChannelApi', await opened(form()));
		const late = signedIn(context, 'amazonSellerFlexChannelApi', null, {
			options() {
				if (asked.length > 0) throw new Error('no time left');
				return { url: `${amazon.url}/orders` };
			},
			async take() {
				asked.push('a turn');
				return async () => void ended.push('the turn');
			},
		});
		await expect(late).rejects.toThrow('no time left');
		expect(ended).toEqual(['the turn']);
		expect([...amazon.logins, ...amazon.calls]).toEqual([]);
	});

	test('does not follow a redirect, whoever asks', async () => {
		const { authenticate } = new AmazonSellerFlexChannelApi();
		const request = { uri: `${amazon.url}/x`, followRedirect: true, followAllRedirects: true };
		const credential = { ...form(), signedInAs: signedInAs(form()) };
		expect(await authenticate(credential, request as never)).toMatchObject({
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
		});
	});

	test.each([
		['apiUrl', { apiUrl: 'http://169.254.169.254', loginUrl: 'LOCAL' }],
		['loginUrl', { loginUrl: 'http://169.254.169.254' }],
	])('is neither got nor sent at a link-local address: %s', async (_field, change) => {
		const local = Object.entries(change).map(([name, url]) => [
			name,
			url.replace('LOCAL', amazon.url),
		]);
		const data = form(Object.fromEntries(local));
		expect((await verdict(data)).message).toMatch(/link-local or metadata address/);
	});
});
