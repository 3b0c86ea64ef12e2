import { money } from '../../domain/money';
import { quantities } from '../../domain/quantities';
import { route } from '../../domain/route';
import type { FilterField, RoutingRequest, RuleFilter } from '../../domain/routing';
import { hub, request, ruleSet } from './support/routes';

const passedOver = (filters: readonly RuleFilter[], asked: RoutingRequest = request()) =>
	route(asked, [hub('ist')], ruleSet({ name: 'some', strategy: 'priority', filters })).passedOver;
const isAsked = (...asked: Parameters<typeof passedOver>) => passedOver(...asked).length === 0;
const include = (field: FilterField, ...values: readonly string[]): RuleFilter => ({
	field,
	is: 'include',
	values,
});
const exclude = (field: FilterField, ...values: readonly string[]): RuleFilter => ({
	...include(field, ...values),
	is: 'exclude',
});
const to = (change: Partial<RoutingRequest['shipTo']>) =>
	request({ shipTo: { ...request().shipTo, ...change } });

describe('a rule with filters', () => {
	test.each<[FilterField, string, string]>([
		['channel', 'ikas', 'shopify'],
		['store', 'IKAS-TR', 'ikas'],
		['country', 'tr', 'DE'],
		['region', 'Istanbul', 'Ankara'],
		['region', 'ISTANBUL', 'ISTANBULL'],
		['postcode', '34710', '34711'],
		['sku', 'b', 'C'],
		['tag', 'express', 'fragile'],
		['payment', 'Credit_Card', 'cash'],
		['value', '30', '31'],
		['weight', '1500', '1499'],
		['tag', 'gi*', 'if*'],
		['sku', '*', 'A-*'],
		['postcode', '34*', '35*'],
		['postcode', '34000-34999', '35000-35999'],
		['postcode', '34710-', '34711-'],
		['postcode', '-34710', '-34709'],
		['value', '30-30', '30.01-40'],
		['value', '29.5-', '30.5-'],
		['value', '-30', '-29.99'],
		['weight', '1000-2000', '0-1000'],
	])('is asked for the %s %s, not for %s', (field, own, foreign) => {
		expect(isAsked([include(field, own)])).toBe(true);
		expect(isAsked([include(field, foreign)])).toBe(false);
		expect(isAsked([include(field, foreign, own)])).toBe(true);
		expect(isAsked([exclude(field, own)])).toBe(false);
		expect(isAsked([exclude(field, foreign)])).toBe(true);
		expect(isAsked([exclude(field, foreign, own)])).toBe(false);
	});

	test('is asked only when all of them hold', () => {
		const filters = [include('country', 'TR'), exclude('tag', 'gift')];
		expect(isAsked(filters)).toBe(false);
		expect(isAsked(filters, request({ tags: [] }))).toBe(true);
		expect(isAsked(filters, to({ country: 'DE' }))).toBe(false);
	});

	test('is asked when one of several SKUs or tags is included, and not when one is excluded', () => {
		const two = request({
			wanted: quantities([
				['A', 1],
				['B', 1],
			]),
			tags: ['gift', 'vip'],
		});
		expect(isAsked([include('sku', 'B'), include('tag', 'vip')], two)).toBe(true);
		expect(isAsked([exclude('sku', 'B')], two)).toBe(false);
		expect(isAsked([exclude('tag', 'vip')], two)).toBe(false);
	});

	test.each<[string, string, boolean]>([
		['SW1A 1AA', 'sw1a1aa', true],
		['SW1A 1AA', 'SW1*', true],
		['1011 AB', '1000-1099', true],
		['1100 AB', '1000-1099', false],
		['1011 AB', '1011AA-1011AC', true],
		['12345-6789', '12000-12999', true],
		['01310-100', '01310100', true],
		['123', '12000-12999', false],
		['123', '-12999', false],
	])('reads postcode %s against %s', (postcode, value, holds) => {
		expect(isAsked([include('postcode', value)], to({ postcode }))).toBe(holds);
	});

	test.each([
		['İstanbul', 'istanbul'],
		['ISTANBUL', 'İstanbul'],
		['Iğdır', 'IĞDIR'],
		[' Izmir ', 'İZMİR'],
		['Kadıko\u0308y', 'KADIKÖY'],
	])('takes region %s for %s', (region, value) => {
		expect(isAsked([include('region', value)], to({ region }))).toBe(true);
	});

	test('compares the value in major units, whatever the decimals of the currency', () => {
		const value = money(12.5, 'KWD');
		expect(isAsked([include('value', '12.5-12.5')], request({ value }))).toBe(true);
	});

	test.each<[FilterField, RoutingRequest]>([
		['payment', request({ payment: null })],
		['weight', request({ weight: null })],
		['country', to({ country: null })],
		['region', to({ region: ' ' })],
		['postcode', to({ postcode: null })],
		['tag', request({ tags: [] })],
	])(
		'is not asked by what is included when the order has no %s, but by what is excluded',
		(field, asked) => {
			const value = field === 'weight' ? '0-' : '*';
			expect(passedOver([include(field, value)], asked)).toEqual([
				{
					rule: 'some',
					why: `the order has no ${field}, the rule includes ${JSON.stringify(value)}`,
				},
			]);
			expect(isAsked([exclude(field, value)], asked)).toBe(true);
		},
	);

	test('says which filter failed first', () => {
		const filters = [
			include('country', 'TR'),
			include('region', 'Ankara', 'Konya'),
			exclude('tag', 'gift'),
		];
		expect(passedOver(filters)).toEqual([
			{ rule: 'some', why: 'the order\'s region is "İstanbul", the rule includes "Ankara, Konya"' },
		]);
		expect(passedOver([exclude('tag', 'gift', 'vip')])).toEqual([
			{ rule: 'some', why: 'the order\'s tag is "gift", the rule excludes "gift, vip"' },
		]);
	});
});
