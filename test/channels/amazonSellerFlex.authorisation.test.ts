import { consentUrl, redirectOf } from '../../channels/amazonSellerFlex/authorisation';
import {
	endpointOf,
	marketplaceOf,
	marketplaces,
} from '../../channels/amazonSellerFlex/marketplaces';

describe('the marketplaces of Amazon', () => {
	test.each([
		['A2VIGQ35RCS4UG', 'United Arab Emirates', 'AED', 'sellingpartnerapi-eu.amazon.com'],
		['A21TJRUUN4KGV', 'India', 'INR', 'sellingpartnerapi-eu.amazon.com'],
		['A17E79C6D8DWNP', 'Saudi Arabia', 'SAR', 'sellingpartnerapi-eu.amazon.com'],
		['ATVPDKIKX0DER', 'United States', 'USD', 'sellingpartnerapi-na.amazon.com'],
		['A19VAU5U5O7RUS', 'Singapore', 'SGD', 'sellingpartnerapi-fe.amazon.com'],
	])('%s is %s, sells in %s and is asked at %s', (id, country, currency, host) => {
		const marketplace = marketplaceOf(id);
		expect(marketplace).toMatchObject({ country, currency });
		expect(endpointOf(marketplace)).toBe(`https://${host}`);
		expect(endpointOf(marketplace, true)).toBe(`https://sandbox.${host}`);
	});

	test('are each there once, with a host that is Amazon’s', () => {
		for (const name of ['id', 'code', 'country'] as const) {
			expect(new Set(marketplaces.map((one) => one[name])).size).toBe(marketplaces.length);
		}
		for (const { id, code, currency, sellerCentral } of marketplaces) {
			expect([id, code, currency].join(' ')).toMatch(/^A[A-Z0-9]{11,13} [A-Z]{2} [A-Z]{3}$/);
			expect(sellerCentral).toMatch(/^sellercentral(-europe)?\.amazon\.[a-z.]+$/);
		}
	});

	test.each([
		['', /no marketplace is chosen/],
		['A0NOWHERE', /no marketplace has the ID A0NOWHERE/],
	])('refuse %j in words', (id, message) => {
		expect(() => marketplaceOf(id)).toThrow(message);
	});
});

describe('the link to consent by', () => {
	const emirates = marketplaceOf('A2VIGQ35RCS4UG');
	const applicationId = 'amzn1.sellerapps.app.1';

	test('leads to the Seller Central of the country', () => {
		const asked = { applicationId, state: 's', redirectUri: null };
		expect(consentUrl(emirates, asked)).toBe(
			`https://sellercentral.amazon.ae/apps/authorize/consent?application_id=${applicationId}&state=s`,
		);
	});

	test('names where to come back to, if it is not the first one registered', () => {
		const asked = { applicationId, state: 's', redirectUri: 'https://x.example/a?b=c' };
		const { searchParams } = new URL(consentUrl(emirates, asked));
		expect(searchParams.get('redirect_uri')).toBe('https://x.example/a?b=c');
	});
});

describe('the address that a browser ends on', () => {
	const added = 'state=s&selling_partner_id=A1SELLER0EXAMPLE&spapi_oauth_code=RH%2Bx';

	test('gives code, seller and state', () => {
		expect(redirectOf(`  https://x.example/amazon?${added}\n`)).toEqual({
			code: 'RH+x',
			sellerId: 'A1SELLER0EXAMPLE',
			state: 's',
			redirectUri: 'https://x.example/amazon',
		});
	});

	test.each([
		['https://x.example/', `https://x.example/?${added}`],
		['https://x.example/a?tenant=7', `https://x.example/a?tenant=7&${added}&mws_auth_token=old`],
		['https://x.example/a', `https://x.example/a?${added}#top`],
	])('comes from the registered %s', (redirectUri, pasted) => {
		expect(redirectOf(pasted)).toMatchObject({ redirectUri });
	});

	test.each([
		['', /no spapi_oauth_code.*beginning with https/],
		['RHcode', /no spapi_oauth_code.*beginning with https/],
		[`x.example/a?${added}`, /beginning with https/],
		[`javascript:alert(1)?${added}`, /beginning with https/],
		['https://x.example/amazon', /no spapi_oauth_code/],
		['https://x.example/amazon?code=secret', /no spapi_oauth_code/],
		['https://x.example/a?spapi_oauth_code=secret', /no selling_partner_id/],
		[
			'https://sellercentral.amazon.ae/apps/authorize/consent?application_id=a&state=s',
			/asks for consent\. Confirm there/,
		],
		['https://sellercentral.amazon.ae/errors?code=MD1000', /draft.*version=beta/],
		['An error occurred (MD5101)', /none of those registered/],
	])('is refused in words: %j', (pasted, message) => {
		expect(() => redirectOf(pasted)).toThrow(message);
		expect(() => redirectOf(pasted)).not.toThrow(/secret/);
	});
});
