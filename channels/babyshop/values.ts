import type { Instant } from '../../domain/instant';
import { decimalMoney } from '../../domain/money';
import type { Money } from '../../domain/money';
import { flaw } from '../fields';
import type { Reading } from '../fields';
import { instantIn } from './times';

/** Codes, numbers and names alike: text that may come as a number, and blank where there is none. */
const wordIn = (value: unknown): string =>
	typeof value === 'string' || Number.isFinite(value) ? String(value).trim() : '';

/** A text or a number as text, without the blanks around it. */
export function word<Wire>(from: Reading<Wire>, name: keyof Wire & string): string {
	const found = wordIn(from.fields[name]);
	if (found === '') flaw(from, name, 'a text');
	return found;
}

/** The same, null where it is null, missing or blank. */
export function wordOrNull<Wire>(from: Reading<Wire>, name: keyof Wire & string): string | null {
	const value = from.fields[name];
	const found = wordIn(value);
	if (found !== '') return found;
	const isAbsent = value === null || value === undefined || typeof value === 'string';
	if (!isAbsent) flaw(from, name, 'a text');
	return null;
}

const decimal = /^\d{1,12}(\.\d+)?$/;

/** Whole units from a decimal number as text, such as '2.00'; null where it is none. */
export function unitsIn(written: string): number | null {
	const units = decimal.test(written) ? Number(written) : NaN;
	return Number.isSafeInteger(units) ? units : null;
}

/** Whole units above 0. */
export function units<Wire>(from: Reading<Wire>, name: keyof Wire & string): number {
	const found = unitsIn(wordIn(from.fields[name])) ?? 0;
	if (found === 0) flaw(from, name, 'a whole number above 0');
	return found;
}

/** Whole units, 0 where the channel names none. */
export function unitsOrNone<Wire>(from: Reading<Wire>, name: keyof Wire & string): number {
	const written = wordOrNull(from, name);
	const found = written === null ? 0 : unitsIn(written);
	if (found === null) flaw(from, name, 'a whole number');
	return found ?? 0;
}

/** An amount: a decimal number as text. */
export function amount<Wire>(
	from: Reading<Wire>,
	name: keyof Wire & string,
	currency: string,
): Money {
	const found = decimalMoney(wordIn(from.fields[name]), currency);
	if (found === null) flaw(from, name, 'a decimal number');
	return found ?? { minor: 0, currency };
}

/** A date and time of the zone. */
export function time<Wire>(from: Reading<Wire>, name: keyof Wire & string, zone: string): Instant {
	const found = instantIn(wordIn(from.fields[name]), zone);
	if (found === null) flaw(from, name, 'a date and time such as 31/12/2026 23:59:59');
	return found ?? '';
}
