import '../support/n8nFolder';
import type { ICredentialDataDecryptedObject, ICredentialTestFunctions } from 'n8n-workflow';
import { AmazonSellerFlexChannelApi } from '../../credentials/AmazonSellerFlexChannelApi.credentials';
import { BabyshopChannelApi } from '../../credentials/BabyshopChannelApi.credentials';
import { IkasChannelApi } from '../../credentials/IkasChannelApi.credentials';
import { OkerChannelApi } from '../../credentials/OkerChannelApi.credentials';
import { OmnifulHubApi } from '../../credentials/OmnifulHubApi.credentials';
import { OrderHubLedgerApi } from '../../credentials/OrderHubLedgerApi.credentials';
import { ShopifyHubApi } from '../../credentials/ShopifyHubApi.credentials';
import { UniwareHubApi } from '../../credentials/UniwareHubApi.credentials';
import { storeNameOf } from '../../credentials/storeNameOf';
import { tokenIn } from '../../credentials/ikasToken';
import { ledgerIn } from '../../nodes/shared/ledgerOf';
import { ledgerOpens } from '../../nodes/shared/ledgerOpens';
import { ledgerOptions } from '../../nodes/shared/ledgerOptions';
import { ikasSandbox } from '../../sandbox/ikas';
import { serve } from '../../sandbox/serve';
import { newTarget } from '../support/ledgers';

test.each([
	'lale-giyim',
	' Lale-Giyim ',
	'https://lale-giyim.myikas.com/admin?x=1',
	'lale-giyim.myikas.com',
])('reads the store name in %j', (typed) => {
	expect(storeNameOf(typed)).toBe('lale-giyim');
});

test.each([
	[400, {}, 'unauthorised'],
	[401, 'Unauthorized', 'unauthorised'],
	[429, {}, 'rateLimited'],
	[503, '<html>', 'unavailable'],
	[200, '<html>', 'malformed'],
	[200, { access_token: '' }, 'malformed'],
] as const)('a sign-in answered %i %j is %s', (statusCode, body, kind) => {
	expect(() => tokenIn({ statusCode, body }, 'lale')).toThrow(expect.objectContaining({ kind }));
});

test('what is secret is typed as a password', () => {
	const typed = [
		new IkasChannelApi(),
		new OrderHubLedgerApi(),
		new AmazonSellerFlexChannelApi(),
		new BabyshopChannelApi(),
		new OkerChannelApi(),
		new ShopifyHubApi(),
		new UniwareHubApi(),
		new OmnifulHubApi(),
	].flatMap(({ properties }) => properties);
	const secret = typed.filter(({ typeOptions }) => typeOptions?.password).map(({ name }) => name);
	expect(secret).toEqual([
		...['clientSecret', 'accessToken', 'password'],
		...['clientSecret', 'refreshToken', 'exchangedToken', 'accessToken'],
		...['password', 'signInSecret', 'accessToken'],
		...['password', 'signInSecret', 'accessToken'],
		...['adminToken', 'clientSecret', 'signInSecret', 'accessToken'],
		...['password', 'signInSecret', 'accessToken'],
		...['clientSecret', 'refreshToken', 'webhookSecret', 'tenantClientSecret'],
		...['tenantRefreshToken', 'signInSecret', 'keptTokens', 'tenantAccessToken', 'accessToken'],
	]);
});

describe('the test of an ikas credential', () => {
	const { test: asked } = new IkasChannelApi();

	/** What n8n would say: the first rule that the answer meets, or null. */
	function complaint(answer: unknown): string | null {
		const at = (path: string) =>
			path
				.split(/[.[\]]+/)
				.reduce<unknown>((value, key) => (Object(value) as Record<string, unknown>)[key], answer);
		const met = (asked.rules ?? []).find(
			({ type, properties }) =>
				type === 'responseSuccessBody' && at(properties.key) === properties.value,
		);
		return met?.properties.message ?? null;
	}

	async function answered(token: (good: string) => string): Promise<unknown> {
		const ikas = ikasSandbox();
		const { url, close } = await serve(ikas);
		const { clientId: client_id, clientSecret: client_secret } = ikas.credential;
		const form = { grant_type: 'client_credentials', client_id, client_secret };
		const login = await fetch(`${url}/api/admin/oauth/token`, {
			method: 'POST',
			body: new URLSearchParams(form),
		});
		const { access_token: good } = (await login.json()) as { access_token: string };
		const response = await fetch(`${url}${asked.request.url}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', authorization: `Bearer ${token(good)}` },
			body: JSON.stringify(asked.request.body),
		});
		const answer: unknown = await response.json();
		await close();
		return answer;
	}

	test('passes with a good token', async () => {
		expect(complaint(await answered((good) => good))).toBeNull();
	});

	test('fails with a bad one, although the status is 200', async () => {
		expect(complaint(await answered(() => 'bad'))).toMatch(/refused the token/);
	});

	test('fails where something else answers', () => {
		expect(complaint('<html></html>')).toMatch(/not ikas/);
		expect(complaint({ data: null, errors: [{ message: 'no' }] })).toMatch(/not ikas/);
	});
});

describe('the test of a ledger credential', () => {
	const opened = (data: ICredentialDataDecryptedObject) =>
		ledgerOpens.call({} as ICredentialTestFunctions, {
			id: '1',
			name: 'Order Hub Ledger',
			type: 'orderHubLedgerApi',
			data,
		});
	const onServer = async (change = {}) => await opened({ ...(await newTarget()), ...change });

	test('passes when the ledger opens, and says what was reached', async () => {
		expect(await opened({ engine: 'sqlite', name: 'try' })).toMatchObject({
			status: 'OK',
			message: expect.stringContaining('try.sqlite'),
		});
		expect(await onServer()).toMatchObject({
			status: 'OK',
			message: expect.stringMatching(/PostgreSQL, database "postgres" on .*, schema test_/),
		});
	});

	test('fails with the reason when it does not', async () => {
		expect(await opened({ engine: 'sqlite', name: '../elsewhere' })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('elsewhere'),
		});
		expect(await onServer({ password: 'wrong' })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('refused the sign-in'),
		});
		expect(await onServer({ ssl: 'maybe' })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('SSL mode maybe'),
		});
	});

	test('has its fields for the engine that is chosen, and defaults that open', () => {
		const { properties } = new OrderHubLedgerApi();
		const shownFor = (engine: string) =>
			properties
				.filter(({ displayOptions }) => displayOptions?.show?.engine?.includes(engine) ?? true)
				.map(({ name }) => name);
		expect(shownFor('sqlite')).toEqual(['engine', 'name']);
		const fields = ['host', 'port', 'database', 'user', 'password', 'schema', 'ssl'];
		expect(shownFor('postgres')).toEqual(['engine', ...fields]);
		const defaults = Object.fromEntries(properties.map((one) => [one.name, one.default]));
		expect(ledgerOptions({ ...defaults, engine: 'postgres' })).toMatchObject({ ssl: 'disable' });
	});

	test('opens one ledger for each target, however many ask', async () => {
		const [credential, elsewhere] = [{ ...(await newTarget()) }, { ...(await newTarget()) }];
		const [one, two, other] = await Promise.all([
			ledgerIn(credential),
			ledgerIn({ ...credential }),
			ledgerIn(elsewhere),
		]);
		expect(one).toBe(two);
		expect(one).not.toBe(other);
	});
});
