import { instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import { money } from '../../domain/money';
import type { Money } from '../../domain/money';
import { flaw, isFields, part } from '../fields';
import type { Reading } from '../fields';

const digits = /^[1-9]\d{0,15}$/;

/** Whether the text is an id of the channel: all of them are whole numbers. */
export const isId = (text: string): boolean =>
	digits.test(text) && Number.isSafeInteger(Number(text));

/** An id as text, or null where the value is none. */
export function idIn(value: unknown): string | null {
	const text = typeof value === 'number' ? String(value) : value;
	return typeof text === 'string' && isId(text) ? text : null;
}

export function id<Wire>(from: Reading<Wire>, name: keyof Wire & string): string {
	const found = idIn(from.fields[name]);
	if (found === null) flaw(from, name, 'an ID');
	return found ?? '';
}

/** A text without the blanks around it; null where it is null, missing, blank or no text: the hub can do without. */
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

/** A whole number of units, 0 too. */
export function whole<Wire>(from: Reading<Wire>, name: keyof Wire & string): number {
	const value = from.fields[name];
	if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
	flaw(from, name, 'a whole number');
	return 0;
}

/** A number of major units; null where there is none. */
export function amountOrNull<Wire>(
	from: Reading<Wire>,
	name: keyof Wire & string,
	currency: string,
): Money | null {
	const value = from.fields[name];
	return typeof value === 'number' && Number.isFinite(value) ? money(value, currency) : null;
}

/** The first of the fields that holds an amount. */
export function amount<Wire>(
	from: Reading<Wire>,
	names: readonly [keyof Wire & string, ...(readonly (keyof Wire & string)[])],
	currency: string,
): Money {
	for (const name of names) {
		const found = amountOrNull(from, name, currency);
		if (found !== null) return found;
	}
	flaw(from, names[0], 'a number');
	return { minor: 0, currency };
}

const written = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/;

/** Times are UTC where they name no zone; what is below a millisecond is cut off (reference/the-iconic-sellercenter.md 4). */
export function instantIn(value: unknown): Instant | null {
	const [, day, clock, fraction = '', zone = 'Z'] =
		typeof value === 'string' ? (written.exec(value) ?? []) : [];
	const offset = zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
	const ms = Date.parse(`${day}T${clock}${fraction}${offset}`);
	return day === undefined || Number.isNaN(ms) ? null : instant(ms);
}

export function time<Wire>(from: Reading<Wire>, name: keyof Wire & string): Instant {
	const found = instantIn(from.fields[name]);
	if (found === null) flaw(from, name, 'a time such as 2026-12-31T23:59:59.000000Z');
	return found ?? '';
}

/** Null where it is no object: what is empty may be written as an empty list. */
export const partOrNone = <Wire, Name extends keyof Wire & string>(
	from: Reading<Wire>,
	name: Name,
) => (isFields(from.fields[name]) ? part(from, name) : null);

/** The texts of a list without the blanks around them; what else is in it says nothing. */
export function words<Wire>(from: Reading<Wire>, name: keyof Wire & string): readonly string[] {
	const value = from.fields[name];
	const list: readonly unknown[] = Array.isArray(value) ? value : [];
	return list.flatMap((one) => (typeof one === 'string' && one.trim() !== '' ? one.trim() : []));
}
