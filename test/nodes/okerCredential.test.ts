import type { ICredentialDataDecryptedObject as Data } from 'n8n-workflow';
import { OkerChannelApi } from '../../credentials/OkerChannelApi.credentials';
import { sellerOf } from '../../credentials/oker/sellerOf';
import { signedInAs } from '../../credentials/oker/signedInAs';
import type { OkerOptions } from '../../sandbox/oker/types';
import { call, okerGateway, opened, verdict } from '../support/okerCredential';
import type { OkerGateway } from '../support/okerCredential';

const gateways: OkerGateway[] = [];
async function another(options: OkerOptions = {}) {
	const gateway = await okerGateway(options);
	gateways.push(gateway);
	return gateway;
}

let gateway: OkerGateway;
beforeEach(async () => {
	gateway = await another();
});
afterEach(async () => {
	await Promise.all(gateways.splice(0).map(({ close }) => close()));
});

const form = (change: Data = {}) => gateway.filledIn(change);
const callsOf = ({ oker }: OkerGateway, kind: string) =>
	oker.calls().filter((one) => one.kind === kind);

const fine = { status: 'OK', message: 'Connection successful!' };

describe('the token of Oker', () => {
	test('is asked for once, at first use, and kept', async () => {
		const credential = await opened(form());
		await Promise.all([1, 2, 3].map(() => call(credential, gateway.baseUrl)));
		expect(callsOf(gateway, 'token')).toHaveLength(1);
		expect(callsOf(gateway, 'getProductsCount')).toHaveLength(3);
		const [accessToken] = gateway.oker.issuedTokens();
		expect(await credential.stored()).toMatchObject({ accessToken });
	});

	test('is renewed once when the gateway refused it', async () => {
		const credential = await opened(form());
		const { token } = await call(credential, gateway.baseUrl);
		gateway.oker.expireTokens();
		await Promise.all([1, 2].map(() => call(credential, gateway.baseUrl, token)));
		expect(callsOf(gateway, 'token')).toHaveLength(2);
	});

	test('is asked for by the older form where the gateway has no other', async () => {
		const older = await another({ signIn: 'get', level: 'core' });
		const credential = await opened(older.filledIn());
		expect(await call(credential, older.baseUrl)).toMatchObject({ status: 200 });
		expect(callsOf(older, 'token').map(({ method }) => method)).toEqual(['POST', 'GET']);
	});

	test('is asked for again where a person changed the URL, and sent nowhere before', async () => {
		const elsewhere = await another();
		const credential = await opened(form());
		await call(credential, gateway.baseUrl);
		await credential.save({ ...(await credential.opened()), baseUrl: elsewhere.baseUrl });
		const { credential: used } = await call(credential, elsewhere.baseUrl);
		expect(used.accessToken).toBe(elsewhere.oker.issuedTokens()[0]);
		expect(callsOf(elsewhere, 'getProductsCount').map(({ status }) => status)).toEqual([200]);
	});

	test('is not sent to another port, and follows no redirect', async () => {
		const elsewhere = await another();
		const credential = await opened(form());
		await expect(call(credential, elsewhere.baseUrl)).rejects.toThrow(
			/the token is for 127.* only/,
		);
		expect(elsewhere.oker.calls()).toEqual([]);
		const { authenticate } = new OkerChannelApi();
		const request = { uri: `${gateway.baseUrl}/orders`, followRedirect: true };
		const signedIn = { ...form(), accessToken: 'key', signInSecret: signedInAs(form()) };
		expect(await authenticate(signedIn, request as never)).toMatchObject({
			headers: { apiKey: 'key' },
			disableFollowRedirect: true,
		});
	});

	test('is neither got nor sent at a link-local address', async () => {
		const { message } = await verdict(form({ baseUrl: 'http://169.254.169.254/v1' }));
		expect(message).toMatch(/link-local or metadata address/);
	});
});

test('the connector knows nobody before the first sign-in, and then whose token it is', async () => {
	const usual = { callsPerMinute: '300', statusDays: '30', dispatchBy: 'shipped' };
	expect(sellerOf(form())).toEqual({ account: '', ...usual });
	const { credential } = await call(await opened(form()), gateway.baseUrl);
	const account = `seller-042@${new URL(gateway.baseUrl).host}`;
	expect(sellerOf(credential)).toMatchObject({ account });
	expect(sellerOf({ ...credential, password: 'other' })).toMatchObject({ account: '' });
});

describe('the test of the credential of Oker', () => {
	test('asks what the gateway can do', async () => {
		expect(await verdict(form())).toEqual(fine);
		expect(callsOf(gateway, 'getConnectorInfo').length).toBeGreaterThan(0);
	});

	test('is content with a gateway of Core level, and asks it for something that needs the token', async () => {
		const core = await another({ level: 'core' });
		expect(await verdict(core.filledIn())).toEqual(fine);
		expect(callsOf(core, 'getProductsCount').length).toBeGreaterThan(0);
	});

	test.each([
		['wrong password', { password: 'hunter2' }, /refused the username or password/],
		['missing username', { username: ' ' }, /lacks the username, the password or the base URL/],
		['missing password', { password: '' }, /lacks the username, the password or the base URL/],
		['missing URL', { baseUrl: '' }, /lacks the username, the password or the base URL/],
		['nobody there', { baseUrl: 'http://127.0.0.1:1/v1' }, /it refused the connection/],
	])('is red with a %s', async (_, change, message) => {
		const { status, message: said } = await verdict(form(change));
		expect([status, said]).toEqual(['Error', expect.stringMatching(message)]);
		expect(said).not.toContain('hunter2');
		expect(said).not.toContain(gateway.oker.credential.password);
	});

	test('is red with a wrong path, and with a refusal inside of a good answer', async () => {
		const baseUrl = gateway.baseUrl.replace('/v1', '/v9');
		expect((await verdict(form({ baseUrl }))).message).toMatch(/status 404.*Check the Base URL/);
		const older = await another({ level: 'core', failsWith200: true });
		const { message } = await verdict(older.filledIn({ password: 'hunter2' }));
		expect(message).toMatch(/refused the username or password/);
	});

	test.each([
		['rate429', 'token', /asked too often/],
		['rate500', 'token', /answered with status 500/],
		['html', 'token', /not a gateway of the Oker contract/],
		['cutOff', 'token', /not a gateway of the Oker contract/],
		['rate500', 'getConnectorInfo', /answered with status 500/],
	])('says what is wrong on %s of %s', async (fault, only, message) => {
		gateway.oker.setFaults({ [fault]: 1, only });
		const tested = await verdict(form());
		expect(tested).toMatchObject({ status: 'Error', message: expect.stringMatching(message) });
		for (const token of gateway.oker.issuedTokens()) expect(tested.message).not.toContain(token);
	});

	test('says so where the seller may do nothing', async () => {
		gateway.oker.forbid(['getConnectorInfo']);
		expect((await verdict(form())).message).toMatch(/status 403/);
	});
});
