import { inspect } from 'node:util';
import type { ICredentialDataDecryptedObject as Data, IHttpRequestOptions } from 'n8n-workflow';
import { OmnifulHubApi } from '../../credentials/OmnifulHubApi.credentials';
import { openLedger } from '../../ledger/openLedger';
import type * as signing from '../../nodes/shared/signedIn';
import { omnifulSandbox } from '../../sandbox/omniful';
import type { OmnifulOptions, OmnifulSandbox } from '../../sandbox/omniful/types';
import { serve } from '../../sandbox/serve';
import type { Served } from '../../sandbox/serve';
import { callAs, execution } from '../support/amazonCredential';
import { newTarget } from '../support/ledgers';
import { n8nCredential } from '../support/n8nCredential';
import type { N8nCredential } from '../support/n8nCredential';

let servers: Served[] = [];
let omniful: OmnifulSandbox;
let url: string;

async function open(options: OmnifulOptions = {}) {
	omniful = omnifulSandbox(options);
	const server = await serve(omniful);
	servers.push(server);
	url = server.url;
}
beforeEach(() => open());
afterEach(async () => {
	await Promise.all(servers.map((server) => server.close()));
	servers = [];
});

const type = 'omnifulHubApi';
const form = (change: Data = {}): Data => ({
	...omniful.credential,
	...{ environment: 'own', apiUrl: url, defaultHub: 'RUH', webhookSecret: 'wh' },
	...{ useTenant: false, tenantClientId: '', tenantClientSecret: '', tenantRefreshToken: '' },
	...change,
});
const tenantForm = (change: Data = {}): Data => {
	const { clientId, clientSecret, refreshToken } = omniful.tenantCredential;
	return form({
		...{ useTenant: true, tenantClientId: clientId, tenantClientSecret: clientSecret },
		...{ tenantRefreshToken: refreshToken, ...change },
	});
};
const opened = async (data: Data) => await n8nCredential(new OmnifulHubApi(), data);
const verdict = async (data: Data) => await (await opened(data)).test(data);
const signIns = () => omniful.calls().filter(({ kind }) => kind === 'token');

const question = (path = '/v1/channels/integrations'): IHttpRequestOptions => ({
	method: 'GET',
	url: `${url}/sales-channel/public${path}`,
});

/** One call as our nodes make it, with the token that was refused before it. */
const call = async (credential: N8nCredential, refused: string | null = null, path?: string) =>
	await callAs(type, credential, question(path), refused);

/** What has its own memory, as another process of n8n has it. */
async function otherProcess() {
	const loaded: { credential: OmnifulHubApi; signedIn: typeof signing.signedIn }[] = [];
	await jest.isolateModulesAsync(async () => {
		const fresh = await import('../../credentials/OmnifulHubApi.credentials');
		const { signedIn } = await import('../../nodes/shared/signedIn');
		loaded.push({ credential: new fresh.OmnifulHubApi(), signedIn });
	});
	const [one] = loaded;
	if (one === undefined) throw new Error('the modules did not load');
	return one;
}

const good = { status: 'OK', message: 'Connection successful!' };

describe('the credential of Omniful', () => {
	test('signs in with the refresh token, and asks for the integrations', async () => {
		expect(await verdict(form())).toEqual(good);
		expect(omniful.calls().map(({ kind }) => kind)).toEqual([
			...['token', 'integrations/list', 'integrations/list'],
		]);
	});

	test('signs in to both families, and asks each', async () => {
		expect(await verdict(tenantForm())).toEqual(good);
		const kinds = new Set(omniful.calls().map(({ kind, client }) => `${client} ${kind}`));
		expect(kinds).toEqual(
			new Set([
				...['seller-client token', 'tenant-client token'],
				...['seller-client integrations/list', 'tenant-client sellers/list'],
			]),
		);
	});

	test.each<[string, () => Data, RegExp]>([
		['a wrong secret', () => form({ clientSecret: 'hunter2+wrong' }), /copy a new one/],
		[
			'a spent refresh token',
			() => form({ refreshToken: 'hunter2+spent' }),
			/of the seller.*one sign-in/,
		],
		['no refresh token', () => form({ refreshToken: '' }), /lacks the client ID/],
		['a link-local address', () => form({ apiUrl: 'http://169.254.169.254' }), /link-local/],
		['a wrong tenant', () => tenantForm({ tenantClientSecret: 'hunter2' }), /of the tenant/],
	])('is red with %s, and gives no secret away', async (_, data, message) => {
		const told = await verdict(data());
		expect(told).toMatchObject({ status: 'Error', message: expect.stringMatching(message) });
		const { clientSecret } = omniful.credential;
		for (const secret of [clientSecret, 'hunter2', ...omniful.issuedTokens()]) {
			expect(inspect(told)).not.toContain(secret);
		}
	});

	test('keeps the refresh token that took the place of the one before, time and again', async () => {
		const credential = await opened(form());
		let { token } = await call(credential);
		for (let round = 0; round < 3; round++) {
			omniful.expireTokens();
			const next = await call(credential, token);
			expect(next.status).toBe(200);
			token = next.token;
		}
		expect(signIns().map(({ status }) => status)).toEqual([200, 200, 200, 200]);
	});

	test('does not use a refresh token up for a test while its access token is good', async () => {
		const credential = await opened(form());
		expect(await credential.test(form())).toEqual(good);
		for (let tests = 0; tests < 3; tests++) {
			expect(await credential.test(await credential.opened())).toEqual(good);
		}
		expect(signIns()).toHaveLength(1);
	});

	test('heals in a test when the token was refused before its end', async () => {
		const credential = await opened(form());
		await call(credential);
		omniful.expireTokens();
		expect(await credential.test(await credential.opened())).toEqual(good);
		expect(signIns().map(({ status }) => status)).toEqual([200, 200]);
	});

	test('loses nothing to a form that was opened before the first sign-in, in another process too', async () => {
		const credential = await opened(form());
		const early = await credential.opened();
		const { token } = await call(credential);
		const worker = await otherProcess();
		credential.moveTo(worker.credential);
		omniful.expireTokens();
		expect((await call(credential, token)).status).toBe(200);
		// The main process again, which knows of the first sign-in only.
		credential.moveTo(new OmnifulHubApi());
		await credential.test(early);
		await credential.save(early);
		credential.moveTo((await otherProcess()).credential);
		omniful.expireTokens();
		const { token: stored } = await call(credential);
		expect((await call(credential, stored)).status).toBe(200);
		expect(signIns().at(-1)?.status).toBe(200);
	});

	test('goes on with a new refresh token that a person has pasted', async () => {
		await open({ keepsRefreshTokens: true });
		const credential = await opened(form());
		await call(credential);
		const pasted = omniful.issuedTokens().at(-1) ?? '';
		await credential.save({ ...(await credential.opened()), refreshToken: pasted });
		expect((await call(credential)).status).toBe(200);
		expect(signIns()).toHaveLength(2);
	});

	test('sends each token to its own family, and no token to another host', async () => {
		const credential = await opened(tenantForm());
		expect((await call(credential)).status).toBe(200);
		expect((await call(credential, null, '/v1/tenants/hubs')).status).toBe(200);
		const elsewhere = { ...question(), url: 'http://127.0.0.1:1/sales-channel/public/v1/orders' };
		await expect(callAs(type, credential, elsewhere)).rejects.toThrow(/for 127.* only/);
	});

	test('keeps what the seller got when the tenant is refused', async () => {
		const credential = await opened(tenantForm({ tenantRefreshToken: 'spent' }));
		const { token } = await call(credential);
		await expect(call(credential, null, '/v1/tenants/hubs')).rejects.toThrow(/tenant is not/);
		credential.moveTo((await otherProcess()).credential);
		omniful.expireTokens();
		expect((await call(credential, token)).status).toBe(200);
	});
});

describe('a refresh token that many processes want to use', () => {
	test.each([2, 5])('is used once by %i of them, and all go on', async (count) => {
		const ledger = await openLedger(await newTarget());
		const credential = await opened(form());
		const processes: Awaited<ReturnType<typeof otherProcess>>[] = [];
		for (let at = 0; at < count; at++) processes.push(await otherProcess());
		let refused: string | null = null;
		for (const round of ['first', 'second', 'third']) {
			const signed: readonly signing.Signed[] = await Promise.all(
				processes.map(async (process) => {
					const helper = credential.helperIn(process.credential);
					return await process.signedIn(execution(type, { ...credential, helper }), type, refused, {
						options: () => ({
							...question(),
							...{ returnFullResponse: true, ignoreHttpStatusErrors: true },
						}),
						take: async () => async () => {},
						ask: async () => (await ledger.takeQuota(round, { calls: 1, perMs: 10_000 })).waitMs,
					});
				}),
			);
			expect(signed.map(({ response }) => response.statusCode)).toEqual(Array(count).fill(200));
			refused = signed[0]?.token ?? null;
			omniful.expireTokens();
		}
		expect(signIns().map(({ status }) => status)).toEqual([200, 200, 200]);
		await ledger.close();
	});
});
