import { epochMs, instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
	const known = formats.get(zone);
	if (known !== undefined) return known;
	const format = new Intl.DateTimeFormat('en-GB', {
		timeZone: zone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
	});
	formats.set(zone, format);
	return format;
}

/** `31/12/2026 23:59:59`, as the clocks of the zone show the instant; what is below a second is cut off. */
export const textAt = (at: Instant, zone: string): string =>
	formatOf(zone).format(epochMs(at)).replace(',', '');

const written = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d)$/;

/** What the clocks show, counted as if they showed UTC: a number to reckon with, and no instant. NaN where it is no time. */
function shownMs(text: string): number {
	const [, day, month, year, ...clock] = written.exec(text) ?? [];
	const ms = Date.parse(`${year}-${month}-${day}T${clock.join(':')}Z`);
	return Number.isNaN(ms) || new Date(ms).getUTCDate() !== Number(day) ? NaN : ms;
}

const aheadMs = (at: number, zone: string): number => shownMs(textAt(instant(at), zone)) - at;

const dayMs = 86_400_000;

/**
 * The instant at which the clocks of the zone show the text. Of two, as when clocks are put back, the earlier one; where clocks
 * were put forward past it, as if they had not been. Null for what is no such time.
 */
export function instantIn(text: string, zone: string): Instant | null {
	const shown = shownMs(text);
	if (Number.isNaN(shown)) return null;
	const before = shown - aheadMs(shown - dayMs, zone);
	const after = shown - aheadMs(shown + dayMs, zone);
	const right = [before, after].filter((at) => at + aheadMs(at, zone) === shown);
	return instant(right.length === 0 ? before : Math.min(...right));
}
