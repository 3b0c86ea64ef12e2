import { instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import { flaw, isTimestamp } from '../fields';
import type { Reading } from '../fields';

/** Documented as ISO 8601, answered as epoch milliseconds: both are taken (reference/uniware-oker.md 1.1). */
export function time<Wire>(from: Reading<Wire>, name: keyof Wire & string): Instant {
	const at = msIn(from.fields[name]);
	if (at === null) flaw(from, name, 'a time');
	return at === null ? '' : instant(at);
}

export const timeOrNull = <Wire>(
	from: Reading<Wire>,
	name: keyof Wire & string,
): Instant | null => {
	const value = from.fields[name];
	return value === null || value === undefined ? null : time(from, name);
};

function msIn(value: unknown): number | null {
	if (isTimestamp(value)) return value;
	const isWritten = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
	const at = isWritten ? Date.parse(value) : NaN;
	return Number.isNaN(at) ? null : at;
}
