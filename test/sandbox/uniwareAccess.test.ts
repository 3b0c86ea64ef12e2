import { closeTenants, failureIn, openTenant, type Tenant } from './support/uniwareTenant';

describe('access to the sandbox of Uniware', () => {
	let tenant: Tenant;
	beforeEach(async () => {
		tenant = await openTenant();
	});
	afterEach(closeTenants);

	const search = async () => await tenant.post('/oms/saleOrder/search', {});

	it('gives a token by GET and by a form, and one that renews it', async () => {
		const byForm = await tenant.fetched('/oauth/token', { method: 'POST', body: tenant.login() });
		for (const { status, body } of [await tenant.signIn(), byForm]) {
			expect(status).toBe(200);
			expect(body).toMatchObject({
				token_type: 'bearer',
				expires_in: 36_402,
				scope: 'read trust write',
			});
		}
		const renewed = await tenant.signIn({
			grant_type: 'refresh_token',
			refresh_token: String(byForm.body.refresh_token),
		});
		expect(renewed.status).toBe(200);
	});

	it('says 405 to a form where the tenant takes none', async () => {
		const strict = await openTenant({ takesForm: false });
		const answer = await strict.fetched('/oauth/token', { method: 'POST', body: strict.login() });
		expect(answer.status).toBe(405);
	});

	it.each([
		['a wrong password', { password: 'wrong' }, 'invalid_grant'],
		['an unknown user', { username: 'nobody' }, 'invalid_grant'],
		['another client', { client_id: 'mine' }, 'invalid_client'],
		['another grant', { grant_type: 'client_credentials' }, 'unsupported_grant_type'],
		[
			'a made-up refresh token',
			{ grant_type: 'refresh_token', refresh_token: 'x' },
			'invalid_grant',
		],
	])('refuses %s', async (_, fields, error) => {
		const { status, body } = await tenant.signIn(fields);
		expect([status, body.error]).toEqual([400, error]);
	});

	it('refuses a user who has no facility like a wrong password', async () => {
		const credentials = [{ username: 'one', password: 'two', hasFacility: false }];
		const bare = await openTenant({ credentials });
		expect((await bare.signIn()).body.error).toBe('invalid_grant');
	});

	it('takes both spellings of bearer, and says 401 once the token has ended', async () => {
		const token = String((await tenant.signIn()).body.access_token);
		for (const word of ['bearer', 'Bearer']) {
			const answer = await tenant.fetched('/services/rest/v1/oms/saleOrder/search', {
				method: 'POST',
				headers: { authorization: `${word} ${token}` },
				body: '{}',
			});
			expect(answer.body.successful).toBe(true);
		}
		tenant.sandbox.clock.advance(36_402_000);
		expect((await search()).status).toBe(401);
		await tenant.renew();
		expect((await search()).status).toBe(200);
		tenant.sandbox.expireTokens();
		expect((await search()).status).toBe(401);
	});

	it('has paths whose case counts: get is in lower case, its siblings are not', async () => {
		await tenant.create('A');
		expect((await tenant.order('A')).status).toBe(200);
		expect((await tenant.post('/oms/saleOrder/get', { code: 'A' })).status).toBe(404);
		expect((await tenant.post('/oms/saleorder/search', {})).status).toBe(404);
	});

	it('says 400 to what is no JSON, and refuses empty texts and unknown fields', async () => {
		const broken = await tenant.post('/oms/saleOrder/search', '{"status":');
		expect(broken.status).toBe(400);
		expect(broken.body.errors?.[0]).toMatchObject({ code: 1000 });
		for (const body of [{ status: '' }, { state: 'CREATED' }]) {
			const answer = await tenant.post('/oms/saleOrder/search', body);
			expect([answer.status, failureIn(answer)]).toEqual([200, 'INVALID_REQUEST']);
		}
	});

	it('wants the header where a call is of a facility, and one that there is', async () => {
		const path = '/inventory/inventorySnapshot/get';
		const asked = { itemTypeSKUs: ['TEE-M'] };
		expect(failureIn(await tenant.post(path, asked))).toBeNull();
		expect(failureIn(await tenant.post(path, asked, null))).toBe('INVALID_FACILITY_CODE');
		expect(failureIn(await tenant.post(path, asked, 'wh_main'))).toBe('INVALID_FACILITY_CODE');
	});

	it('says 403 with a web page to what the user may not call', async () => {
		tenant.sandbox.forbid(['saleOrder/search']);
		const { status, text } = await search();
		expect([status, text.startsWith('<!DOCTYPE html>')]).toEqual([403, true]);
	});

	it('lists facilities by when they were made, and shows one', async () => {
		const asked = {
			facilityStatus: 'ENABLED',
			fromDate: '2010-01-01T00:00:00Z',
			toDate: '2030-01-01T00:00:00Z',
			dateType: 'CREATED',
		};
		const { parties } = (await tenant.post('/facility/search', asked, null)).body;
		expect(parties).toMatchObject([{ facilityCode: 'WH_MAIN' }, { facilityCode: 'WH_SOUTH' }]);
		const one = await tenant.post('/facility/get', { facilityCode: 'WH_SOUTH' });
		expect(one.body.facility).toMatchObject({ displayName: 'South Warehouse', enabled: true });
	});

	it('plays faults, and keeps what was called', async () => {
		tenant.sandbox.setFaults({ rate429: 1, forTheNext: 1 });
		const limited = await search();
		expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1']);
		tenant.sandbox.setFaults({ dropAfter: 1, only: 'saleOrder/create', forTheNext: 1 });
		await expect(tenant.create('A')).rejects.toThrow();
		expect(tenant.sandbox.order('A').status).toBe('CREATED');
		expect(tenant.sandbox.calls().at(-1)).toMatchObject({
			kind: 'saleOrder/create',
			order: 'A',
			status: 0,
			fault: 'dropAfter',
			effect: 'created',
		});
	});
});
