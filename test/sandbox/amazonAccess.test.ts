import { type Seller, list, openSeller, refusal } from './support/amazonSeller';

const participations = '/sellers/v1/marketplaceParticipations';

describe('signing in to the Amazon sandbox', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
	});
	afterEach(async () => await seller.close());

	const codeOf = (url: string) => new URL(url).searchParams.get('spapi_oauth_code') ?? '';
	const exchange = async (code: string, redirect_uri = seller.sandbox.credential.redirectUri) =>
		await seller.login({ grant_type: 'authorization_code', code, redirect_uri });

	it('gives a token for an hour against the refresh token', async () => {
		const { status, body } = await seller.login();
		expect(status).toBe(200);
		expect(body).toEqual({
			access_token: expect.stringMatching(/^Atza\|/),
			token_type: 'bearer',
			expires_in: 3600,
		});
	});

	it.each([
		[{ client_secret: 'wrong' }, 401, 'invalid_client'],
		[{ client_id: 'stranger' }, 401, 'invalid_client'],
		[{ refresh_token: 'Atzr|other' }, 400, 'invalid_grant'],
		[{ refresh_token: '' }, 400, 'invalid_request'],
		[{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
	])('refuses %j', async (over, status, error) => {
		const answer = await seller.login(over);
		expect([answer.status, answer.body.error]).toEqual([status, error]);
		expect(answer.body.error_description).toEqual(expect.any(String));
	});

	it('refuses a body that is no form', async () => {
		const answer = await seller.fetched('/auth/o2/token', { method: 'POST', body: 'nonsense' });
		expect([answer.status, answer.body.error]).toEqual([400, 'invalid_request']);
	});

	it('sends the seller back from the consent page, with a code that is good once', async () => {
		const { applicationId, redirectUri, sellerId } = seller.sandbox.credential;
		const query = new URLSearchParams({
			application_id: applicationId,
			state: 'mine',
			redirect_uri: redirectUri,
			version: 'beta',
		});
		const page = await seller.fetched(`/apps/authorize/consent?${query}`);
		const location = new URL(page.headers.get('location') ?? '');
		expect([page.status, `${location.origin}${location.pathname}`]).toEqual([302, redirectUri]);
		expect(Object.fromEntries(location.searchParams)).toEqual({
			state: 'mine',
			selling_partner_id: sellerId,
			spapi_oauth_code: expect.any(String),
		});
		const first = await exchange(codeOf(location.href));
		expect(first.body.refresh_token).toMatch(/^Atzr\|/);
		const fresh = await seller.login({ refresh_token: first.body.refresh_token });
		expect(fresh.status).toBe(200);
		expect((await exchange(codeOf(location.href))).body.error).toBe('invalid_grant');
	});

	it('refuses a code with another redirect URI, and after five minutes', async () => {
		const authorised = async () => codeOf((await seller.control('authorise')).body.url);
		const elsewhere = await exchange(await authorised(), 'https://example.com/other');
		expect([elsewhere.status, elsewhere.body.error]).toEqual([400, 'invalid_grant']);
		const code = await authorised();
		await seller.control('clock', { advanceMs: 300_000 });
		expect((await exchange(code)).body.error).toBe('invalid_grant');
	});

	it.each([
		['another redirect URI', { redirect_uri: 'https://example.com/other' }, 'MD5101'],
		['a draft without its version', {}, 'MD1000'],
		['no state', { state: '' }, 'required'],
	])('shows an error for %s', async (_, over, text) => {
		await seller.close();
		seller = await openSeller({ isDraft: text === 'MD1000' });
		const { applicationId } = seller.sandbox.credential;
		const query = new URLSearchParams({ application_id: applicationId, state: 's', ...over });
		const page = await seller.fetched(`/apps/authorize/consent?${query}`);
		expect(page.status).toBe(400);
		expect(page.text).toContain(text);
	});

	it('names the marketplace that the seller takes part in', async () => {
		const { body } = await seller.ask('GET', participations);
		expect(body.payload).toEqual([
			{
				marketplace: {
					id: 'A2VIGQ35RCS4UG',
					countryCode: 'AE',
					name: 'Amazon.ae',
					defaultCurrencyCode: 'AED',
					defaultLanguageCode: 'en_AE',
					domainName: 'www.amazon.ae',
				},
				participation: { isParticipating: true, hasSuspendedListings: false },
				storeName: 'Palm Trading',
			},
		]);
	});

	it('says that a token has expired, that it is none, or that there is none', async () => {
		await seller.control('clock', { advanceMs: 3_600_000 });
		const expired = await seller.ask('GET', participations);
		expect(refusal(expired)).toEqual([403, 'Unauthorized']);
		expect(expired.body.errors?.[0]?.details).toMatch(/access token .* expired/);
		const headers = { 'x-amz-access-token': 'Atza|stranger' };
		const stranger = await seller.fetched(participations, { headers });
		expect(stranger.body.errors?.[0]?.details).toContain('malformed');
		expect(refusal(await seller.fetched(participations))).toEqual([403, 'Unauthorized']);
		await seller.renew();
		expect((await seller.ask('GET', participations)).status).toBe(200);
	});

	it('ends tokens on command', async () => {
		await seller.control('expire-tokens');
		expect((await seller.ask('GET', participations)).status).toBe(403);
	});

	it('refuses a missing role, and a merchant that is not on the list, in different words', async () => {
		const all = seller.sandbox.state().grants.roles;
		await seller.control('grants', { roles: ['Product Listing'] });
		expect(refusal(await list(seller, { status: 'ACCEPTED' }))).toEqual([403, 'Unauthorized']);
		expect((await seller.ask('GET', participations)).status).toBe(200);
		await seller.control('grants', { roles: all, allowListed: false });
		expect(refusal(await list(seller, { status: 'ACCEPTED' }))).toEqual([403, 'Forbidden']);
		await seller.control('grants', { allowListed: true });
		expect((await list(seller, { status: 'ACCEPTED' })).status).toBe(200);
	});

	it('forgets a seller who withdraws the authorisation', async () => {
		await seller.control('grants', { authorised: false });
		expect((await seller.login()).body.error).toBe('invalid_grant');
		expect((await seller.ask('GET', participations)).status).toBe(403);
	});

	it('keeps secrets, tokens and codes out of the log', async () => {
		await exchange(codeOf((await seller.control('authorise')).body.url));
		await seller.ask('GET', participations);
		const { text } = await seller.fetched('/__sandbox/calls');
		expect(JSON.parse(text)).toMatchObject([
			{ seq: 1, kind: 'token', body: { grant_type: 'refresh_token' }, status: 200, effect: null },
			{ seq: 2, kind: 'token', body: { grant_type: 'authorization_code' }, status: 200 },
			{ seq: 3, kind: 'getMarketplaceParticipations', method: 'GET', path: participations },
		]);
		const { clientSecret } = seller.sandbox.credential;
		for (const secret of [clientSecret, ...seller.sandbox.issuedTokens()]) {
			expect(text).not.toContain(secret);
		}
	});
});
