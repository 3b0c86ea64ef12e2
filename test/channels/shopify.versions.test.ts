import { shopify } from '../../channels/shopify/connector';

describe('what an answer of Shopify says beside its content', () => {
	const warning = (headers: Readonly<Record<string, string>>) =>
		shopify.warningOf({ status: 200, headers, body: {} });

	it('is nothing for the version that was asked for, or where it names none', () => {
		expect([warning({ 'x-shopify-api-version': '2026-07' }), warning({})]).toEqual([null, null]);
	});

	it('is a warning where another version has answered', () => {
		expect(warning({ 'x-shopify-api-version': '2027-04' })).toMatch(/version 2027-04 .* 2026-07/);
	});

	it.each([
		[
			'https://shopify.dev/changelog/a-field',
			/going away \(https:\/\/shopify\.dev\/changelog\/a-field\)/,
		],
		['shpat_whatever was sent', /is going away\. Update/],
	])('is a warning where something is going away: %s', (reason, said) => {
		const told = warning({ 'x-shopify-api-deprecated-reason': reason });
		expect(told).toMatch(said);
		expect(told).not.toContain('shpat_');
	});

	it('shows no version that is none', () => {
		expect(warning({ 'x-shopify-api-version': 'shpat_token' })).toMatch(/another version/);
	});
});
