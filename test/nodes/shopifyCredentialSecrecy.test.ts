import type { ICredentialDataDecryptedObject as Data } from 'n8n-workflow';
import { filledIn, graphqlPath, loginPath, opened } from '../support/shopifyCredential';
import { adminToken, app, shopifyLogin } from '../support/shopifyLogin';
import type { ShopifyLogin } from '../support/shopifyLogin';

let store: ShopifyLogin;
beforeEach(async () => {
	store = await shopifyLogin();
});
afterEach(() => store.close());

const form = (change: Data = {}) => filledIn(store.url, change);

describe('whatever goes wrong with the credential of Shopify', () => {
	/** In no spelling. */
	function expectNoneIn(output: string) {
		for (const one of [...store.tokens, app.clientSecret, adminToken, 'hunter2']) {
			expect(output).not.toContain(one);
			expect(output).not.toContain(encodeURIComponent(one));
			expect(output).not.toContain(JSON.stringify(one).slice(1, -1));
			expect(output).not.toContain(Buffer.from(one).toString('base64').slice(0, -4));
		}
	}

	test.each<[string, Data, () => void]>([
		['a wrong secret', { clientSecret: 'hunter2' }, () => {}],
		['nobody there', { apiUrl: 'http://127.0.0.1:1' }, () => {}],
		['no URL', { apiUrl: 'shopify' }, () => {}],
		['a name that does not exist', { apiUrl: 'http://shop.invalid' }, () => {}],
		['a refused token', {}, () => store.answer(graphqlPath, 401, { errors: 'no' })],
		[
			'a refused token that was typed',
			{ signInWith: 'adminToken', adminToken },
			() => store.answer(graphqlPath, 401, { errors: `no ${adminToken}` }),
		],
		['a failing store', {}, () => store.answer(loginPath, 500, '<html>')],
		['a line that dies', {}, () => store.answer(loginPath, 200, '', { delivery: 'dropped' })],
		['half an answer', {}, () => store.answer(loginPath, 200, 'xx', { delivery: 'torn' })],
		['a line that dies later', {}, () => store.answer(graphqlPath, 200, '', dropped)],
	])('neither messages nor the log of n8n tell a secret: %s', async (_what, change, spoil) => {
		const credential = await opened(form(change));
		spoil();
		const tested = await credential.test(form(change));
		expect(tested).toMatchObject({ status: 'Error' });
		expectNoneIn(JSON.stringify(tested));
		expect(credential.logged()).toContain('Credential test failed');
		expectNoneIn(credential.logged());
	});
});

const dropped = { delivery: 'dropped' };
