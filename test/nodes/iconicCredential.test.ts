import type { ICredentialDataDecryptedObject as Data } from 'n8n-workflow';
import { call, filledIn, opened, verdict } from '../support/iconicCredential';
import { app, iconicLogin, loginPath, sellerPath } from '../support/iconicLogin';
import type { IconicLogin } from '../support/iconicLogin';

let center: IconicLogin;
beforeEach(async () => {
	center = await iconicLogin();
});
afterEach(() => center.close());

const form = (change: Data = {}) => filledIn(center.url, change);

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
