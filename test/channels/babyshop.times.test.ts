import fc from 'fast-check';
import { DateTime } from 'luxon';
import { instantIn, textAt } from '../../channels/babyshop/times';
import { timeZones } from '../../channels/babyshop/timeZones';
import { epochMs, instant } from '../../domain/instant';

const format = 'dd/MM/yyyy HH:mm:ss';
const zones = timeZones.map(({ zone }) => zone);
const zone = fc.constantFrom(...zones);
const dayMs = 86_400_000;

const [first, last] = [Date.UTC(2015, 0, 1), Date.UTC(2040, 0, 1)];
const anyTime = fc.integer({ min: first, max: last });

/** Around the end of a month or of a year, in every zone. */
const aroundMonthEnd = fc
	.tuple(fc.integer({ min: 0, max: 12 * 25 }), fc.integer({ min: -2 * dayMs, max: 2 * dayMs }))
	.map(([month, ms]) => Date.UTC(2015, month, 1) + ms);

/** Around the hours that Cairo has twice or not at all: its summer time came back in 2023. */
const aroundClockChange = fc
	.tuple(fc.constantFrom(...changesOf('Africa/Cairo')), fc.integer({ min: -3, max: 3 }))
	.chain(([at, hours]) =>
		fc.integer({ min: 0, max: 3_600_000 }).map((ms) => at + hours * 3_600_000 + ms),
	);

const time = fc.oneof(anyTime, aroundMonthEnd, aroundClockChange);

function changesOf(name: string): readonly number[] {
	const hours = Array.from(
		{ length: (2028 - 2023) * 366 * 24 },
		(_, hour) => Date.UTC(2023, 0, 1) + hour * 3_600_000,
	);
	const offset = (at: number) => DateTime.fromMillis(at, { zone: name }).offset;
	return hours.filter((at) => offset(at) !== offset(at - 3_600_000));
}

const whole = (ms: number) => ms - (ms % 1_000);

/** All the instants at which the clocks of the zone show the text, by luxon. */
const possible = (text: string, name: string): readonly number[] =>
	DateTime.fromFormat(text, format, { zone: name })
		.getPossibleOffsets()
		.filter((at) => at.toFormat(format) === text)
		.map((at) => at.toMillis());

describe('times of babyshop', () => {
	it('has clock changes to look at', () => {
		expect(changesOf('Africa/Cairo').length).toBeGreaterThan(8);
		expect(zones).toHaveLength(9);
	});

	it('shows an instant as luxon does', () => {
		fc.assert(
			fc.property(time, zone, (ms, name) => {
				const shown = DateTime.fromMillis(ms, { zone: name }).toFormat(format);
				expect(textAt(instant(ms), name)).toBe(shown);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('reads back what it shows: never a later instant, and an earlier one only where clocks show it twice', () => {
		fc.assert(
			fc.property(time, zone, (ms, name) => {
				const text = textAt(instant(ms), name);
				const read = epochMs(instantIn(text, name) ?? '');
				const all = possible(text, name);
				expect(all).toContain(whole(ms));
				expect(read).toBe(Math.min(...all));
				expect(read).toBeLessThanOrEqual(ms);
				expect(textAt(instant(read), name)).toBe(text);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('reads what clocks never show as luxon does, so that later text is never an earlier instant', () => {
		const gap = '28/04/2023 00:30:00';
		expect(possible(gap, 'Africa/Cairo')).toEqual([]);
		const read = instantIn(gap, 'Africa/Cairo') ?? '';
		expect(epochMs(read)).toBe(
			DateTime.fromFormat(gap, format, { zone: 'Africa/Cairo' }).toMillis(),
		);
		expect(read > (instantIn('27/04/2023 23:59:59', 'Africa/Cairo') ?? '')).toBe(true);
	});

	it('takes the earlier of two hours', () => {
		expect(instantIn('26/10/2023 23:30:00', 'Africa/Cairo')).toBe('2023-10-26T20:30:00.000Z');
	});

	it.each([
		['28/02/2026 23:59:59', 'Asia/Kolkata', '2026-02-28T18:29:59.000Z'],
		['01/03/2026 00:00:00', 'Asia/Dubai', '2026-02-28T20:00:00.000Z'],
		['29/02/2028 12:00:00', 'Asia/Riyadh', '2028-02-29T09:00:00.000Z'],
		['31/12/2026 23:59:59', 'UTC', '2026-12-31T23:59:59.000Z'],
	])('reads %s in %s', (text, name, read) => {
		expect(instantIn(text, name)).toBe(read);
	});

	it.each([
		'',
		'2026-03-02 10:15:00',
		'2/3/2026 10:15:00',
		'02/03/2026',
		'02/03/2026 10:15',
		'29/02/2026 10:15:00',
		'31/04/2026 10:15:00',
		'00/03/2026 10:15:00',
		'02/13/2026 10:15:00',
		'02/03/2026 24:00:00',
		'02/03/2026 10:60:00',
		'02/03/2026 10:15:60',
		'02/03/2026 10:15:00Z',
	])('takes "%s" for no time', (text) => {
		for (const name of zones) expect(instantIn(text, name)).toBeNull();
	});
});
