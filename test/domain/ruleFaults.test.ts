import { ruleFaults } from '../../domain/ruleFaults';
import type { FilterField, RoutingRule } from '../../domain/routing';

const plain: RoutingRule = { name: 'own', strategy: 'priority' };
const faultsOf = (change: object) => ruleFaults([{ ...plain, ...change }], ['ist', 'ank']);
const filtered = (field: string, value: string) =>
	faultsOf({ filters: [{ field, is: 'include', values: [value] }] });

describe('rules', () => {
	test.each<[string, Partial<RoutingRule>]>([
		['the least', {}],
		[
			'everything',
			{
				hubs: ['ank', 'ist'],
				filters: [
					{
						field: 'postcode',
						is: 'include',
						values: ['34000-34999', '06*', 'SW1A 1AA', '34710-'],
					},
					{ field: 'value', is: 'exclude', values: ['500-', '-20.5', '100-200', '7'] },
					{ field: 'sku', is: 'include', values: ['A-12', '*'] },
				],
				split: { smallestValue: 0, mostParcels: 2 },
				workingHours: 'require',
			},
		],
		['a split into any number', { split: { smallestValue: 12.5, mostParcels: null } }],
	])('can be saved with %s', (_, change) => {
		expect(faultsOf(change)).toEqual([]);
	});

	test('are at least one', () => {
		expect(ruleFaults([], ['ist'])).toEqual([
			'There is no rule, so no order would find a hub. Add one.',
		]);
	});

	test.each<[object, string]>([
		[{ name: ' ' }, 'Rule " ": it has no name. Give it one, e.g. "nearest".'],
		[
			{ strategy: 'closest' },
			'Rule "own": there is no strategy "closest". Use one of priority, nearest, mostStock, leastLoaded, fewestParcels.',
		],
		[
			{ workingHours: 'always' },
			'Rule "own": there is no choice of working hours "always". Use one of ignore, prefer, require.',
		],
		[{ hubs: [] }, 'Rule "own": its list of hubs is empty. Name one, or leave the list out.'],
		[{ hubs: ['ist', 'ank', 'ist'] }, 'Rule "own": it names hub "ist" twice. Keep the first.'],
		[
			{ hubs: ['ist', 'van', 'van'] },
			'Rule "own": there is no hub "van". Save the hub first, or pick one that exists.',
		],
		[
			{ filters: [{ field: 'city', is: 'include', values: ['x'] }] },
			'Rule "own": there is no filter "city". Use one of channel, store, country, region, postcode, sku, tag, payment, value, weight.',
		],
		[
			{ filters: [{ field: 'tag', is: 'only', values: ['x'] }] },
			'Rule "own": there is no kind of filter "only". Use one of include, exclude.',
		],
		[
			{ filters: [{ field: 'tag', is: 'include', values: [] }] },
			'Rule "own": its filter of tag has no values. Give it one.',
		],
		[
			{ split: { smallestValue: -1, mostParcels: null } },
			'Rule "own": its smallest value is -1. Use an amount from 0.',
		],
		[
			{ split: { smallestValue: NaN, mostParcels: null } },
			'Rule "own": its smallest value is NaN. Use an amount from 0.',
		],
		[
			{ split: { smallestValue: 0, mostParcels: 1 } },
			'Rule "own": its most parcels are 1. Use a whole number from 2, or null for any number.',
		],
		[
			{ split: { smallestValue: 0, mostParcels: 2.5 } },
			'Rule "own": its most parcels are 2.5. Use a whole number from 2, or null for any number.',
		],
	])('are refused with %j', (change, fault) => {
		expect(faultsOf(change)).toContain(fault);
	});

	test('are called each by another name', () => {
		expect(ruleFaults([plain, plain, { ...plain, name: 'other' }], [])).toEqual([
			'Rule "own": another one has the same name. Rename one of them.',
		]);
	});

	test('are refused with everything that is wrong at once', () => {
		const rules = [
			{ ...plain, hubs: ['van'] },
			{ ...plain, name: 'far', split: { smallestValue: -1, mostParcels: 0 } },
		];
		expect(ruleFaults(rules, ['ist'])).toHaveLength(3);
	});

	test.each<[FilterField, string, string]>([
		['tag', ' ', 'Give it a text, or leave it out.'],
		['value', '', 'Give it a text, or leave it out.'],
		...['-', 'much', '1-2-3', '10*', '1,5-', '5--'].map((value): [FilterField, string, string] => [
			'value',
			value,
			'Write a range such as 100-500, 500- or -500.',
		]),
		['weight', '500-100', 'Write the smaller end first.'],
		['postcode', '34999-34000', 'Write the smaller end first.'],
		...['-', '12345-6789', '34*-35*', '00-950'].map((value): [FilterField, string, string] => [
			'postcode',
			value,
			'Write a range with ends of the same length, such as 34000-34999, and a single postcode without its dash.',
		]),
	])('are refused with a filter of %s with %j', (field, value, cure) => {
		expect(filtered(field, value)).toEqual([
			`Rule "own": its filter of ${field} has ${JSON.stringify(value)}. ${cure}`,
		]);
	});
});
