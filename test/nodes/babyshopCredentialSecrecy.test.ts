import type { ICredentialDataDecryptedObject as Data } from 'n8n-workflow';
import { filledIn, opened } from '../support/babyshopCredential';
import { babyshopLogin, seller } from '../support/babyshopLogin';
import type { BabyshopLogin } from '../support/babyshopLogin';

let panel: BabyshopLogin;
beforeEach(async () => {
	panel = await babyshopLogin();
});
afterEach(() => panel.close());

const form = (change: Data = {}) => filledIn(panel.url, change);

describe('whatever goes wrong with the credential', () => {
	/** In no spelling: key, password, and what a key is made of. */
	function expectNoneIn(output: string) {
		const parts = [...panel.keys, ...panel.keys.map((key) => String(Buffer.from(key, 'base64')))];
		for (const one of [...parts, seller.password, 'hunter2', 'password=']) {
			expect(output).not.toContain(one);
			expect(output).not.toContain(encodeURIComponent(one));
			expect(output).not.toContain(`${new URLSearchParams({ one })}`.slice(4));
			expect(output).not.toContain(JSON.stringify(one).slice(1, -1));
			expect(output).not.toContain(Buffer.from(one).toString('base64').slice(0, -4));
		}
		const login = Buffer.from(`${seller.username}~`).toString('base64').slice(0, -2);
		expect(output).not.toContain(login);
	}

	test.each<[string, Data, () => void]>([
		['a wrong password', { password: 'hunter2' }, () => {}],
		['nobody there', { baseUrl: 'http://127.0.0.1:1/v3' }, () => {}],
		['no URL', { baseUrl: 'sellerPanel' }, () => {}],
		['a name that does not exist', { baseUrl: 'http://panel.invalid/v3' }, () => {}],
		['a refused key', {}, () => panel.answer('/orderList', 200, { responseCode: 2000 })],
		['a failing panel', {}, () => panel.answer('/authToken', 500, '<html>')],
		['a line that dies', {}, () => panel.answer('/authToken', 200, '', { delivery: 'dropped' })],
		['half an answer', {}, () => panel.answer('/authToken', 200, 'xx', { delivery: 'torn' })],
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
