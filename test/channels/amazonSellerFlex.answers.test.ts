import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import type { Http } from '../../channels/connector';
import { amazonShop } from './amazonShop';
import type { AmazonShop } from './amazonShop';
import { answering } from './amazonUpdate';
import { failureOf } from './testShop';

describe('answers of Amazon', () => {
	let shop: AmazonShop;
	beforeEach(async () => {
		shop = await amazonShop();
	});
	afterEach(() => shop.close());

	const kinds = (since: number) =>
		shop.sandbox.calls(since).map(({ kind, status }) => [kind, status]);
	const page = async (http = shop.seller) =>
		await amazonSellerFlex.orders.page(http, {
			connectedAt: shop.now(),
			watermark: null,
			overlapMinutes: 10,
			locations: shop.locations,
			position: null,
		});

	it('signs in again when the token has ended, and asks once more', async () => {
		await page();
		shop.sandbox.expireTokens();
		const before = shop.sandbox.calls().length;
		await page();
		expect(kinds(before)).toEqual([
			['getShipments', 403],
			['token', 200],
			['getShipments', 200],
		]);
	});

	it('signs in again also where the words of the refusal were cut off', async () => {
		await page();
		shop.sandbox.expireTokens();
		shop.sandbox.setFaults({ cutOff: 1, only: 'getShipments', forTheNext: 1 });
		const before = shop.sandbox.calls().length;
		await page();
		expect(kinds(before)).toEqual([
			['getShipments', 403],
			['token', 200],
			['getShipments', 200],
		]);
	});

	it.each([
		['role', { roles: [] }],
		['allow-list', { allowListed: false }],
	])('says what may be missing without the %s, and asks once', async (_what, grants) => {
		shop.sandbox.setGrants(grants);
		const failure = await failureOf(page());
		expect(failure).toMatchObject({
			kind: 'unauthorised',
			message: expect.stringMatching(/Direct to Consumer Shipping.*allow-listed.*country/),
		});
		expect(shop.calls()).toBe(1);
	});

	it('says that the seller has withdrawn the authorisation', async () => {
		await page();
		shop.sandbox.setGrants({ authorised: false });
		expect((await failureOf(page())).kind).toBe('unauthorised');
	});

	it('names the request where Amazon fails', async () => {
		shop.sandbox.setFaults({ rate500: 1, only: 'getShipments' });
		const failure = await failureOf(page());
		expect(failure).toMatchObject({
			kind: 'unavailable',
			message: expect.stringMatching(/status 500, InternalFailure: .*request ID [0-9a-f-]{36}/),
		});
	});

	it.each([
		['RateLimited', { 'x-amzn-ratelimit-limit': '0.5' }, 2_000],
		['QuotaExceeded', { 'x-amzn-ratelimit-limit': '2.0' }, 1_000],
		['RateLimited', {}, 10_000],
	])('waits after %s as long as the rate says', async (code, headers, waitMs) => {
		const body = { errors: [{ code, message: 'Slow down.' }] };
		const failure = await failureOf(page(answering(shop.seller, 429, body, headers)));
		expect(failure).toMatchObject({ kind: 'rateLimited', retryAfterMs: waitMs });
	});

	it('repeats no token and no address of a document in a message', async () => {
		const message =
			'no Atza|IwEBIsecret at https://docs.s3.example.com/x?X-Amz-Signature=abc or Atz.sprdt|x';
		const body = { errors: [{ code: 'InvalidInput', message }] };
		const failure = await failureOf(page(answering(shop.seller, 400, body)));
		expect(failure.message).toContain('InvalidInput: no [hidden] at [address] or [hidden]');
	});

	it('says how many calls a second are allowed', () => {
		const pace = (limit: string) =>
			amazonSellerFlex.paceOf({
				status: 200,
				headers: { 'x-amzn-ratelimit-limit': limit },
				body: {},
			});
		expect(['2.0', '0.0083', '', 'none', '0', '-1'].map(pace)).toEqual([
			2,
			0.0083,
			null,
			null,
			null,
			null,
		]);
		expect(amazonSellerFlex.paceOf({ status: 200, headers: {}, body: {} })).toBeNull();
	});

	it('knows the account without a call, and refuses a credential that does not say it', () => {
		const { sellerId, marketplace } = shop.sandbox.credential;
		expect(amazonSellerFlex.accountId(shop.seller)).toBe(`${sellerId}/${marketplace}`);
		const nobody: Http = async () => ({ status: 200, headers: {}, body: {} });
		expect(() => amazonSellerFlex.accountId(nobody)).toThrow('names no seller ID');
		expect(shop.calls()).toBe(0);
	});

	it('says which permission the account lacks', async () => {
		shop.sandbox.setGrants({ allowListed: false });
		const { missing } = await amazonSellerFlex.account(shop.seller);
		expect(missing).toEqual([expect.stringContaining('allow-listing')]);
	});

	it('refuses an account that does not sell in the marketplace', async () => {
		shop.sandbox.setGrants({ participating: false });
		expect(await failureOf(amazonSellerFlex.account(shop.seller))).toMatchObject({
			kind: 'unauthorised',
			message: expect.stringContaining('does not sell in marketplace'),
		});
	});
});

describe('the locations of amazonSellerFlex', () => {
	it.each(['EXSB', 'AB12', 'loc_0123-4567', '123e4567-e89b-12d3-a456-426614174000'])(
		'takes "%s" for a Seller Flex Hub ID',
		(typed) => {
			expect(amazonSellerFlex.typedLocations.faultOf(typed)).toBeNull();
		},
	);

	it.each([
		['exsb', 'EXSB'],
		[' EXSB', 'EXSB'],
		['EXS', 'four capital letters'],
		['EXSBB', 'four capital letters'],
		['EX SB', 'four capital letters'],
		['', 'four capital letters'],
		['x'.repeat(37), 'four capital letters'],
	])('takes "%s" for none, and helps', (typed, hint) => {
		expect(amazonSellerFlex.typedLocations.faultOf(typed)).toContain(hint);
	});
});
