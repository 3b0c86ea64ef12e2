import { inspect } from 'node:util';
import type { ICredentialDataDecryptedObject as Data } from 'n8n-workflow';
import { UniwareHubApi } from '../../credentials/UniwareHubApi.credentials';
import { serve } from '../../sandbox/serve';
import type { Served } from '../../sandbox/serve';
import { uniwareSandbox } from '../../sandbox/uniware';
import type { UniwareOptions, UniwareSandbox } from '../../sandbox/uniware/types';
import { callAs } from '../support/amazonCredential';
import { n8nCredential } from '../support/n8nCredential';
import type { N8nCredential } from '../support/n8nCredential';

let servers: Served[] = [];
let uniware: UniwareSandbox;
let url: string;

async function open(options: UniwareOptions = {}) {
	uniware = uniwareSandbox(options);
	const server = await serve(uniware);
	servers.push(server);
	url = server.url;
}
beforeEach(() => open());
afterEach(async () => {
	await Promise.all(servers.map((server) => server.close()));
	servers = [];
});

const form = (change: Data = {}): Data => ({
	...uniware.credential,
	...{ baseUrl: url, facility: 'WH_MAIN', channelCode: 'ORDER_HUB', marketplaceShips: false },
	...change,
});
const opened = async (data: Data) => await n8nCredential(new UniwareHubApi(), data);
const verdict = async (data: Data) => await (await opened(data)).test(data);
const kinds = () => uniware.calls().map(({ kind, method }) => `${method} ${kind}`);

/** One call as our nodes make it, with the token that was refused before it. */
const call = async (credential: N8nCredential, to = url, refused: string | null = null) =>
	await callAs(
		'uniwareHubApi',
		credential,
		{
			method: 'POST',
			url: `${to}/services/rest/v1/oms/saleOrder/search`,
			headers: { 'Content-Type': 'application/json' },
			body: '{}',
		},
		refused,
	);

describe('the credential of Uniware', () => {
	test('signs in with a form, and asks for the default facility', async () => {
		expect(await verdict(form())).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(new Set(kinds())).toEqual(new Set(['POST token', 'POST facility/get']));
	});

	test('signs in by the query where the tenant takes no form', async () => {
		await open({ takesForm: false });
		expect(await verdict(form())).toMatchObject({ status: 'OK' });
		expect(kinds().slice(0, 2)).toEqual(['POST token', 'GET token']);
	});

	test.each([
		['a wrong password', { password: 'hunter2+wrong' }, /refused the username or the password/],
		['a facility that is not there', { facility: 'wh_main' }, /Correct the Default Facility/],
		['no password', { password: '' }, /lacks the username or the password/],
		['a link-local address', { baseUrl: 'http://169.254.169.254' }, /link-local or metadata/],
	])('is red with %s, and gives no secret away', async (_, change, message) => {
		const told = await verdict(form(change));
		expect(told).toMatchObject({ status: 'Error', message: expect.stringMatching(message) });
		const { password } = uniware.credential;
		for (const secret of [password, 'hunter2+wrong', ...uniware.issuedTokens()]) {
			expect(inspect(told)).not.toContain(secret);
		}
	});

	test('is red where nobody may call from here', async () => {
		uniware.forbid(['facility/get']);
		expect((await verdict(form())).message).toMatch(/status 403.*Allow its address/);
	});

	test('keeps the token, and asks for another one when it was refused', async () => {
		const credential = await opened(form());
		const { token } = await call(credential);
		await call(credential);
		expect(kinds().filter((kind) => kind === 'POST token')).toHaveLength(1);
		uniware.expireTokens();
		expect(await call(credential, url, token)).toMatchObject({ status: 200 });
		expect(kinds().filter((kind) => kind === 'POST token')).toHaveLength(2);
	});

	test('asks anew where a person changed the password, and sends the token to no other host', async () => {
		const credential = await opened(form());
		const { token } = await call(credential);
		const first = uniware;
		await open();
		await expect(call(credential, url)).rejects.toThrow(/the token is for 127.* only/);
		await credential.save({ ...(await credential.opened()), baseUrl: url });
		expect((await call(credential)).token).not.toBe(token);
		expect(first.calls().filter(({ kind }) => kind === 'token')).toHaveLength(1);
	});
});
