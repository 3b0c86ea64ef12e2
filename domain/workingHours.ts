import { DateTime } from 'luxon';
import type { Instant } from './instant';
import type { WorkingHours } from './routing';

const dayMinutes = 24 * 60;

/** What the clock on the wall of a time zone shows at the instant. Each zone is looked up once: hubs often share one. */
export function wallClocks(at: Instant): (timeZone: string) => DateTime {
	const clocks = new Map<string, DateTime>();
	return (timeZone) => {
		const clock = clocks.get(timeZone) ?? DateTime.fromISO(at, { zone: timeZone });
		clocks.set(timeZone, clock);
		return clock;
	};
}

/**
 * Why a hub takes no work when its clock shows `now`, or null when it does. The hours mean what the clock shows: where
 * it is put back they are worked twice, where it is put forward they are cut short.
 */
export function offDuty(hours: WorkingHours, now: DateTime): string | null {
	const shift = shiftOf(hours);
	const minute = now.hour * 60 + now.minute;
	// A shift that began yesterday may still go on.
	const [own, former] = [
		{ day: now.weekday, minute },
		{ day: dayAfter(now.weekday, 6), minute: minute + dayMinutes },
	];
	const current = [own, former].find(
		(time) =>
			hours.days.includes(time.day) && shift.opens <= time.minute && time.minute < shift.closes,
	);
	if (current !== undefined && current.minute < shift.lastOrder) return null;
	const again = nextOpening(hours, shift, now, minute);
	const until = again === null ? '' : ` until ${again} ${hours.timeZone}`;
	return current === undefined
		? `outside its working hours${until}`
		: `after its cut-off at ${hours.cutOff}${until}`;
}

/** Minutes since the midnight before it opens. A time at or before the opening is one of the next day. */
export function shiftOf({ opens, closes, cutOff }: WorkingHours) {
	const from = minuteOf(opens);
	const ends = (time: string) => minuteOf(time) + (minuteOf(time) <= from ? dayMinutes : 0);
	return { opens: from, closes: ends(closes), lastOrder: ends(cutOff ?? closes) };
}

/** The first working day that is still to begin, as its clock will show it. */
function nextOpening(
	{ days, opens }: WorkingHours,
	shift: { readonly opens: number },
	now: DateTime,
	minute: number,
): string | null {
	for (let ahead = minute < shift.opens ? 0 : 1; ahead <= 7; ahead++) {
		if (!days.includes(dayAfter(now.weekday, ahead))) continue;
		return `${now.plus({ days: ahead }).toISODate()} ${opens}`;
	}
	return null;
}

const dayAfter = (weekday: number, days: number) => ((weekday - 1 + days) % 7) + 1;

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
