import { instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import { money } from '../../domain/money';
import type { Money } from '../../domain/money';
import { flaw } from '../fields';
import type { Reading } from '../fields';

/** Ids and codes as they are, blanks around them too: they are compared exactly. */
export function code<Wire>(from: Reading<Wire>, name: keyof Wire & string): string {
	const found = codeOrNull(from, name);
	if (found === null) flaw(from, name, 'a text');
	return found ?? '';
}

/** Null where it is missing, null or empty. */
export function codeOrNull<Wire>(from: Reading<Wire>, name: keyof Wire & string): string | null {
	const value = from.fields[name];
	return typeof value === 'string' && value !== '' ? value : null;
}

/** A text without the blanks around it; null where there is none: the hub can do without. */
export function wordOrNull<Wire>(from: Reading<Wire>, name: keyof Wire & string): string | null {
	const value = from.fields[name];
	const found = typeof value === 'string' || Number.isFinite(value) ? String(value).trim() : '';
	return found === '' ? null : found;
}

export function word<Wire>(from: Reading<Wire>, name: keyof Wire & string): string {
	const found = wordOrNull(from, name);
	if (found === null) flaw(from, name, 'a text');
	return found ?? '';
}

/** A decimal number of major units; null where there is none. */
export function amountOrNull<Wire>(
	from: Reading<Wire>,
	name: keyof Wire & string,
	currency: string,
): Money | null {
	const value = from.fields[name];
	return typeof value === 'number' && Number.isFinite(value) ? money(value, currency) : null;
}

/** Minor units of a charge that may be left out. */
export const chargeIn = <Wire>(
	from: Reading<Wire>,
	name: keyof Wire & string,
	currency: string,
): number => amountOrNull(from, name, currency)?.minor ?? 0;

const written = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/i;

/** ISO 8601 with an offset; null for what is no such time. */
export function instantIn(value: unknown): Instant | null {
	if (typeof value !== 'string' || !written.test(value)) return null;
	const ms = Date.parse(value.replace(' ', 'T').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
	return Number.isNaN(ms) ? null : instant(ms);
}

export function time<Wire>(from: Reading<Wire>, name: keyof Wire & string): Instant {
	const found = instantIn(from.fields[name]);
	if (found === null) flaw(from, name, 'a time with an offset, such as 2026-12-31T23:59:59+05:30');
	return found ?? '';
}
