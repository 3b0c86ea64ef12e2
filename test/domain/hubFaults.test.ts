import { hubFaults } from '../../domain/hubFaults';
import type { WorkingHours } from '../../domain/routing';

const hours: WorkingHours = {
	timeZone: 'Europe/Istanbul',
	days: [1, 2, 3, 4, 5],
	opens: '09:00',
	closes: '18:00',
	cutOff: '15:00',
};
const faultsOf = (change: object, orderLimit: number | null = null) =>
	hubFaults({ orderLimit, workingHours: { ...hours, ...change } });

describe('a hub', () => {
	test.each<[string, object]>([
		['by day', {}],
		['without a cut-off', { cutOff: null }],
		['over midnight', { opens: '22:00', closes: '06:00', cutOff: '03:00' }],
		['until midnight', { closes: '00:00', cutOff: '23:59' }],
		['round the clock', { opens: '08:00', closes: '08:00', cutOff: '07:59' }],
		['with its cut-off at closing', { cutOff: '18:00' }],
		['in UTC', { timeZone: 'UTC' }],
	])('may work %s', (_, change) => {
		expect(faultsOf(change)).toEqual([]);
	});

	test('may be always open and without a limit, or with any whole one', () => {
		for (const orderLimit of [null, 0, 50]) {
			expect(hubFaults({ orderLimit, workingHours: null })).toEqual([]);
		}
	});

	test.each([-1, 2.5, NaN])('has no order limit of %p', (orderLimit) => {
		expect(hubFaults({ orderLimit, workingHours: null })).toEqual([
			`Its order limit is ${orderLimit}. Use a whole number, or none.`,
		]);
	});

	test.each<[object, string]>([
		[
			{ timeZone: 'Istanbul' },
			'There is no time zone "Istanbul". Use a name such as Europe/Istanbul.',
		],
		[{ days: [] }, 'It works on no day. Name a day, or close the hub instead.'],
		[{ days: [1, 0] }, 'Day 0 is no weekday. Use 1 for Monday to 7 for Sunday.'],
		[{ days: [8] }, 'Day 8 is no weekday. Use 1 for Monday to 7 for Sunday.'],
		[{ days: [1.5] }, 'Day 1.5 is no weekday. Use 1 for Monday to 7 for Sunday.'],
		[{ opens: '9:00' }, '"9:00" is no time of day. Write it like 09:00 or 17:30.'],
		[{ closes: '24:00' }, '"24:00" is no time of day. Write it like 09:00 or 17:30.'],
		[{ cutOff: '15:60' }, '"15:60" is no time of day. Write it like 09:00 or 17:30.'],
		[
			{ cutOff: '18:01' },
			'Its cut-off 18:01 is not between 09:00 and 18:00. Use a time at which it works.',
		],
		[
			{ cutOff: '09:00' },
			'Its cut-off 09:00 is not between 09:00 and 18:00. Use a time at which it works.',
		],
	])('does not work with %j', (change, fault) => {
		expect(faultsOf(change)).toEqual([fault]);
	});

	test('is told everything that is wrong at once', () => {
		expect(faultsOf({ timeZone: 'x', days: [9], opens: '' }, -1)).toHaveLength(4);
	});
});
