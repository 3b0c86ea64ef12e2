import type { ICredentialDataDecryptedObject as Data } from 'n8n-workflow';
import { ShopifyHubApi } from '../../credentials/ShopifyHubApi.credentials';
import { baseUrlOf } from '../../credentials/shopify/baseUrl';
import { shopDomainOf } from '../../credentials/shopify/shopDomain';
import { signedInAs } from '../../credentials/shopify/signedInAs';
import {
	call,
	filledIn,
	graphqlPath,
	loginPath,
	opened,
	verdict,
	withToken,
} from '../support/shopifyCredential';
import { adminToken, app, shop, shopifyLogin } from '../support/shopifyLogin';
import type { ShopifyLogin } from '../support/shopifyLogin';

const servers: ShopifyLogin[] = [];
async function another() {
	const server = await shopifyLogin();
	servers.push(server);
	return server;
}

let store: ShopifyLogin;
beforeEach(async () => {
	store = await another();
});
afterEach(async () => {
	await Promise.all(servers.splice(0).map((server) => server.close()));
});

const form = (change: Data = {}) => filledIn(store.url, change);

describe('the shop domain', () => {
	test.each([
		'my-shop',
		' My-Shop ',
		'my-shop.myshopify.com',
		'https://my-shop.myshopify.com/admin/products?x=1',
		'admin.shopify.com/store/my-shop',
		'https://admin.shopify.com/store/my-shop/orders',
	])('is read in %j', (typed) => {
		expect(shopDomainOf(typed)).toBe(shop);
	});

	test.each([
		['', 'www.my-shop.com', 'my-shop.example.com', 'my-shop.myshopify.com.evil.example'],
		['evil.example/my-shop.myshopify.com', 'my_shop', 'https://evil.example#.myshopify.com'],
		['my-shop.myshopify.com@evil.example', 'http://127.0.0.1:4020', '-shop'],
	])('is in none of these, so that no secret goes there: %j', (...typed) => {
		expect(typed.map(shopDomainOf)).toEqual(typed.map(() => ''));
	});

	test('is where Shopify answers, unless another server is named', () => {
		expect(baseUrlOf(filledIn(''))).toBe(`https://${shop}`);
		expect(baseUrlOf(filledIn(' http://localhost:4020// '))).toBe('http://localhost:4020');
	});
});

describe('the token of Shopify', () => {
	test('is asked for once, at first use, and kept', async () => {
		const credential = await opened(form());
		for (let times = 0; times < 3; times++) {
			expect(await call(credential, store.url)).toMatchObject({ status: 200 });
		}
		expect(store.logins).toEqual([app.clientId]);
		expect(await credential.stored()).toMatchObject({ accessToken: store.tokens[0] });
	});

	test('is asked for once by many that start together', async () => {
		const credential = await opened(form());
		await Promise.all([1, 2, 3, 4].map(() => call(credential, store.url)));
		expect(store.logins).toHaveLength(1);
		expect(store.calls).toHaveLength(4);
	});

	test('is renewed once when Shopify refused it: it lasts a day', async () => {
		const credential = await opened(form());
		const { token } = await call(credential, store.url);
		store.expire();
		await Promise.all([1, 2, 3].map(() => call(credential, store.url, token)));
		expect(store.logins).toHaveLength(2);
		expect(store.calls).toHaveLength(4);
		expect(await credential.stored()).toMatchObject({ accessToken: store.tokens[1] });
	});

	test('is the one that was typed where there is one, and nobody is asked for another', async () => {
		const credential = await opened(withToken(store.url));
		expect(await call(credential, store.url)).toMatchObject({ status: 200, token: adminToken });
		expect(store.logins).toEqual([]);
	});

	test.each<[string, (elsewhere: ShopifyLogin) => Data, boolean]>([
		['API URL', ({ url }) => ({ apiUrl: url }), true],
		['client secret', () => ({ clientSecret: 'other' }), false],
		['shop domain', () => ({ shopDomain: 'another-shop', apiUrl: '' }), false],
	])('is not sent anywhere after a person changed the %s', async (_what, change, isGood) => {
		const elsewhere = await another();
		const credential = await opened(form());
		await call(credential, store.url);
		const { accessToken } = await credential.stored();
		const typed = { ...(await credential.opened()), ...change(elsewhere) };
		await credential.save(typed);
		expect(await credential.stored()).toMatchObject({ accessToken });
		const [ended] = await Promise.allSettled([call(credential, elsewhere.url)]);
		expect(ended.status).toBe(isGood ? 'fulfilled' : 'rejected');
		expect(elsewhere.seen()).not.toContain(String(accessToken));
		expect(store.calls).toHaveLength(1);
	});

	test('is not sent to another host, nor another port', async () => {
		const elsewhere = await another();
		const credential = await opened(form());
		await expect(call(credential, elsewhere.url)).rejects.toThrow(/the token is for 127.* only/);
		expect(elsewhere.seen()).toBe('');
	});

	test('does not follow a redirect, nor does the secret', async () => {
		const elsewhere = await another();
		const headers = { headers: { location: `${elsewhere.url}${loginPath}` } };
		store.answer(loginPath, 302, '', headers);
		expect((await verdict(form())).message).toMatch(/gave no access_token/);
		expect(elsewhere.seen()).toBe('');
		const { authenticate } = new ShopifyHubApi();
		const request = { uri: `${store.url}${graphqlPath}`, followRedirect: true };
		const credential = { ...form(), accessToken: 'token', signInSecret: signedInAs(form()) };
		expect(await authenticate(credential, request as never)).toMatchObject({
			headers: { 'X-Shopify-Access-Token': 'token' },
			disableFollowRedirect: true,
			followRedirect: false,
		});
	});

	test('is neither got nor sent at a link-local address', async () => {
		const { message } = await verdict(form({ apiUrl: 'http://169.254.169.254' }));
		expect(message).toMatch(/link-local or metadata address/);
	});
});

describe('the test of the credential of Shopify', () => {
	test.each([
		['client ID and secret', () => form()],
		['an existing token', () => withToken(store.url)],
	])('signs in with %s and asks whose store it is', async (_what, typed) => {
		expect(await verdict(typed())).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(store.calls).toEqual([
			expect.stringContaining('myshopifyDomain'),
			expect.stringContaining('myshopifyDomain'),
		]);
	});

	test('names each scope that the app lacks', async () => {
		store.grant('read_products', 'write_inventory', 'read_locations', 'write_orders');
		expect((await verdict(form())).message).toMatch(
			/lacks the scopes write_order_edits, write_customers, read_merchant_managed_fulfillment_orders\. Tick/,
		);
	});

	test('is red with a wrong secret, also where a good token is kept', async () => {
		const credential = await opened(form());
		await call(credential, store.url);
		const typed = { ...(await credential.opened()), clientSecret: 'hunter2' };
		expect(await credential.test(typed)).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/refused the client ID or secret for my-shop\.myshopify\.com/),
		});
		expect(store.calls).toHaveLength(1);
	});

	test.each<[string, Data, RegExp]>([
		['shop domain', { shopDomain: ' ' }, /Shop Domain/],
		['shop domain of Shopify', { shopDomain: 'www.my-shop.com' }, /Shop Domain/],
		['client ID', { clientId: ' ' }, /lacks the client ID or the client secret/],
		['client secret', { clientSecret: '' }, /lacks the client ID or the client secret/],
		['token', { signInWith: 'adminToken', adminToken: '' }, /no Admin API access token/],
	])('asks nobody without a %s', async (_what, change, message) => {
		expect((await verdict(form(change))).message).toMatch(message);
		expect(store.seen()).toBe('');
	});

	const html = '<html><body>Not found</body></html>';

	test.each([
		['wrong secret', 400, { error: 'invalid_client' }, /refused the client ID or secret/],
		['refused app', 403, html, /install it on this store/],
		['no such store', 404, html, /there is no store my-shop\.myshopify\.com/],
		['frozen store', 402, html, /frozen or locked/],
		['locked store', 423, html, /frozen or locked/],
		['throttling', 429, html, /too many sign-ins/],
		['failing server', 503, html, /got status 503/],
		['web page', 200, html, /gave no access_token/],
		['cut-off answer', 200, '{"access_to', /gave no access_token/],
		['empty token', 200, { access_token: '' }, /gave no access_token/],
	])('says what is wrong where the sign-in ends in: %s', async (_what, status, body, message) => {
		store.answer(loginPath, status, body);
		expect(await verdict(form())).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});

	test.each([
		['refused token', 401, { errors: '[API] Invalid API key' }, /refused|credential/],
		['missing scope', 200, denied(), /scope/],
		['frozen store', 402, html, /frozen/],
		['web page', 200, html, /shopify/],
		['failing server', 500, html, /shopify.*500/],
	])('is red where the question ends in: %s', async (_what, status, body, message) => {
		store.answer(graphqlPath, status, body);
		expect(await verdict(form())).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});

	test('says who does not answer', async () => {
		const { message } = await verdict(form({ apiUrl: 'http://127.0.0.1:1' }));
		expect(message).toMatch(/127\.0\.0\.1:1 did not answer: it refused the connection/);
	});
});

function denied() {
	const extensions = { code: 'ACCESS_DENIED', requiredAccess: '`read_orders` access scope' };
	return { data: null, errors: [{ message: 'Access denied', extensions }] };
}
