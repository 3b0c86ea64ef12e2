import type { WorkingHours } from '../../domain/routing';
import { offDuty, wallClocks } from '../../domain/workingHours';

const day: WorkingHours = {
	timeZone: 'Europe/Istanbul',
	days: [1, 2, 3, 4, 5],
	opens: '09:00',
	closes: '18:00',
	cutOff: null,
};
const said = (hours: WorkingHours, at: string) =>
	offDuty(hours, wallClocks(new Date(at).toISOString())(hours.timeZone));

describe('a hub by day', () => {
	// 2026-03-02 is a Monday.
	test.each([
		['2026-03-02T09:00+03:00', null],
		['2026-03-02T17:59:59.999+03:00', null],
		['2026-03-02T18:00+03:00', 'outside its working hours until 2026-03-03 09:00 Europe/Istanbul'],
		['2026-03-02T08:59+03:00', 'outside its working hours until 2026-03-02 09:00 Europe/Istanbul'],
		['2026-03-06T18:00+03:00', 'outside its working hours until 2026-03-09 09:00 Europe/Istanbul'],
		['2026-03-08T12:00+03:00', 'outside its working hours until 2026-03-09 09:00 Europe/Istanbul'],
		['2026-12-31T23:00+03:00', 'outside its working hours until 2027-01-01 09:00 Europe/Istanbul'],
		['2028-02-28T20:00+03:00', 'outside its working hours until 2028-02-29 09:00 Europe/Istanbul'],
	])('at %s: %s', (at, why) => {
		expect(said(day, at)).toBe(why);
	});

	test.each([
		['2026-03-02T14:59+03:00', null],
		['2026-03-02T15:00+03:00', 'after its cut-off at 15:00 until 2026-03-03 09:00 Europe/Istanbul'],
		['2026-03-06T15:00+03:00', 'after its cut-off at 15:00 until 2026-03-09 09:00 Europe/Istanbul'],
		['2026-03-02T18:00+03:00', 'outside its working hours until 2026-03-03 09:00 Europe/Istanbul'],
		['2026-03-02T08:00+03:00', 'outside its working hours until 2026-03-02 09:00 Europe/Istanbul'],
	])('with a cut-off, at %s: %s', (at, why) => {
		expect(said({ ...day, cutOff: '15:00' }, at)).toBe(why);
	});

	test('works again a week later when it has one day', () => {
		expect(said({ ...day, days: [1] }, '2026-03-02T19:00+03:00')).toContain('2026-03-09 09:00');
	});

	test('says no time when it has no day', () => {
		expect(said({ ...day, days: [] }, '2026-03-02T10:00+03:00')).toBe('outside its working hours');
	});
});

describe('a hub by night', () => {
	const night = { ...day, opens: '22:00', closes: '06:00' };
	test.each([
		['2026-03-02T22:00+03:00', null],
		['2026-03-03T05:59+03:00', null],
		['2026-03-03T06:00+03:00', 'outside its working hours until 2026-03-03 22:00 Europe/Istanbul'],
		['2026-03-02T03:00+03:00', 'outside its working hours until 2026-03-02 22:00 Europe/Istanbul'],
		['2026-03-07T03:00+03:00', null],
		['2026-03-07T22:00+03:00', 'outside its working hours until 2026-03-09 22:00 Europe/Istanbul'],
	])('at %s: %s', (at, why) => {
		expect(said(night, at)).toBe(why);
	});

	test.each([
		['23:30', '2026-03-02T23:29+03:00', null],
		['23:30', '2026-03-02T23:30+03:00', 'after its cut-off at 23:30 until 2026-03-03 22:00'],
		['23:30', '2026-03-03T00:30+03:00', 'after its cut-off at 23:30 until 2026-03-03 22:00'],
		['04:00', '2026-03-03T03:59+03:00', null],
		['04:00', '2026-03-03T04:00+03:00', 'after its cut-off at 04:00 until 2026-03-03 22:00'],
	])('with its cut-off at %s, at %s: %s', (cutOff, at, why) => {
		const found = said({ ...night, cutOff }, at);
		expect(found).toBe(why === null ? null : `${why} Europe/Istanbul`);
	});

	test('works round the clock when it closes as it opens', () => {
		const always = { ...day, opens: '08:00', closes: '08:00' };
		expect(said(always, '2026-03-02T07:59+03:00')).not.toBeNull();
		expect(said(always, '2026-03-02T08:00+03:00')).toBeNull();
		expect(said(always, '2026-03-07T07:59+03:00')).toBeNull();
		expect(said(always, '2026-03-07T08:00+03:00')).not.toBeNull();
	});
});

describe('when clocks are changed', () => {
	test.each([
		['2026-03-29T00:59Z', true],
		['2026-03-29T01:00Z', true],
		['2026-03-29T01:29Z', true],
		['2026-03-29T01:30Z', false],
	])('forward, hours go on until the clock shows their end (%s)', (at, works) => {
		const hours = { ...day, timeZone: 'Europe/Berlin', days: [7], opens: '01:00', closes: '03:30' };
		expect(said(hours, at) === null).toBe(works);
	});

	test.each([
		['2026-10-25T00:15Z', true],
		['2026-10-25T00:45Z', false],
		['2026-10-25T01:15Z', true],
		['2026-10-25T01:45Z', false],
	])('back, the hours that the clock shows twice are worked twice (%s)', (at, works) => {
		const hours = { ...day, timeZone: 'Europe/Berlin', days: [7], opens: '01:00', closes: '02:30' };
		expect(said(hours, at) === null).toBe(works);
	});

	test.each([
		['2016-03-26T06:59Z', '2016-03-26T07:00Z'],
		['2016-03-28T05:59Z', '2016-03-28T06:00Z'],
		['2016-11-07T05:59Z', '2016-11-07T06:00Z'],
		['2026-01-05T05:59Z', '2026-01-05T06:00Z'],
	])('Istanbul opens at nine by the clock of its time: not at %s, but at %s', (before, opening) => {
		const all = { ...day, days: [1, 2, 3, 4, 5, 6, 7] };
		expect(said(all, before)).not.toBeNull();
		expect(said(all, opening)).toBeNull();
	});
});
