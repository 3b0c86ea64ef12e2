import { instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import { flaw, isTimestamp } from '../fields';
import type { Reading } from '../fields';

const written = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/;

/** ISO 8601, also with a space for its `T`, or epoch ms as text: Amazon's own samples have all three. Null for the rest. */
export function instantIn(value: unknown): Instant | null {
	if (typeof value !== 'string') return null;
	if (/^\d{1,15}$/.test(value)) return isTimestamp(Number(value)) ? instant(Number(value)) : null;
	const [, day, time, zone = 'Z'] = written.exec(value.trim()) ?? [];
	const at = day === undefined ? NaN : Date.parse(`${day}T${time}${zone}`);
	return Number.isNaN(at) ? null : instant(at);
}

export function time<Wire>(from: Reading<Wire>, name: keyof Wire & string): Instant {
	const at = instantIn(from.fields[name]);
	if (at === null) flaw(from, name, 'a date and time');
	return at ?? '';
}
