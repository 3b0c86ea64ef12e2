import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import type { WorkingHours } from '../../domain/routing';
import { offDuty, wallClocks } from '../../domain/workingHours';

const says = (hours: WorkingHours, at: DateTime) =>
	offDuty(hours, wallClocks(at.toUTC().toISO() ?? '')(hours.timeZone));

/** Days around which clocks were changed, or months and years end. */
const turns: readonly (readonly [timeZone: string, day: string])[] = [
	['Europe/Istanbul', '2015-11-08'],
	['Europe/Istanbul', '2016-03-27'],
	['Europe/Istanbul', '2016-11-06'],
	['Europe/Istanbul', '2026-12-31'],
	['Europe/Berlin', '2026-03-29'],
	['Europe/Berlin', '2026-10-25'],
	['Europe/Berlin', '2028-02-29'],
	['America/New_York', '2026-03-08'],
	['America/New_York', '2026-11-01'],
	['America/New_York', '2026-04-30'],
];

const time = fc
	.record({ hour: fc.integer({ min: 0, max: 23 }), quarter: fc.integer({ min: 0, max: 3 }) })
	.map(
		({ hour, quarter }) =>
			`${String(hour).padStart(2, '0')}:${quarter === 0 ? '00' : quarter * 15}`,
	);

/** Hours near such a day, and an instant within some days of it, on the quarter. */
const anywhen = fc
	.record({
		turn: fc.constantFrom(...turns),
		days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
		opens: time,
		closes: time,
		quarters: fc.integer({ min: -300, max: 300 }),
	})
	.map(({ turn: [timeZone, date], quarters, ...hours }) => ({
		hours: { ...hours, timeZone, cutOff: null },
		at: DateTime.fromISO(date, { zone: timeZone }).plus({ minutes: quarters * 15 }),
	}));

/** The rule in other words: texts of the clock, compared as such. */
function isOpenByTheClock({ days, opens, closes }: WorkingHours, at: DateTime): boolean {
	const shows = at.toFormat('HH:mm');
	const today = days.includes(at.weekday);
	const yesterday = days.includes(at.minus({ days: 1 }).weekday);
	if (opens < closes) return today && shows >= opens && shows < closes;
	return (today && shows >= opens) || (yesterday && shows < closes);
}

describe('whatever the hours', () => {
	test('a hub works exactly when its clock says so', () => {
		fc.assert(
			fc.property(anywhen, ({ hours, at }) => {
				expect(says(hours, at) === null).toBe(isOpenByTheClock(hours, at));
			}),
			{ numRuns: 3000, endOnFailure: true },
		);
	});

	test('it begins at the opening and ends at the closing that luxon finds in its zone', () => {
		fc.assert(
			fc.property(anywhen, ({ hours, at }) => {
				const opening = DateTime.fromISO(`${at.toISODate()}T${hours.opens}`, { zone: at.zone });
				const closing = DateTime.fromISO(`${at.toISODate()}T${hours.closes}`, { zone: at.zone });
				const existing = (moment: DateTime, text: string) => moment.toFormat('HH:mm') === text;
				if (hours.days.includes(at.weekday) && existing(opening, hours.opens)) {
					expect(says(hours, opening)).toBeNull();
				}
				if (hours.opens < hours.closes && existing(closing, hours.closes)) {
					expect(says(hours, closing)).not.toBeNull();
				}
			}),
			{ numRuns: 2000, endOnFailure: true },
		);
	});

	test('it works again at the time it names, and not before', () => {
		fc.assert(
			fc.property(anywhen, ({ hours, at }) => {
				const until = / until (\S+) (\S+) /.exec(`${says(hours, at)} `);
				if (until === null) return;
				const again = DateTime.fromISO(`${until[1]}T${until[2]}`, { zone: at.zone });
				if (again.offset !== at.offset) return;
				expect(says(hours, again)).toBeNull();
				for (let moment = at; moment < again; moment = moment.plus({ minutes: 15 })) {
					expect(says(hours, moment)).not.toBeNull();
				}
			}),
			{ numRuns: 300, endOnFailure: true },
		);
	});
});
