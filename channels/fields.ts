import { Failure } from '../domain/failure';
import { instant } from '../domain/instant';
import type { Instant } from '../domain/instant';
import { quoted } from './quoted';

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isMissing = (value: unknown) => value === null || value === undefined;

/**
 * A record from outside while it is read: `Wire` says which fields it should have. What is missing or of the wrong kind
 * goes to `flaws` by name, and the reader answers a stand-in: only a reading without flaws may be used.
 */
export interface Reading<Wire> {
	readonly fields: Fields;
	/** Never set: carries the type, so that only names of the wire compile. */
	readonly wire?: Wire;
	readonly path: string;
	readonly flaws: string[];
}

type Field<Wire> = keyof Wire & string;

export const reading = <Wire>(fields: Fields): Reading<Wire> => ({ fields, path: '', flaws: [] });

/** Throws `malformed`, naming the fields, where an answer as a whole cannot be used. */
export function sound<Wire>(channel: string, { flaws }: Reading<Wire>): void {
	if (flaws.length === 0) return;
	const why = flaws.slice(0, 3).join('; ');
	throw new Failure(
		'malformed',
		`${channel}: the answer is not as expected: ${why}. Try again later.`,
	);
}

export function flaw<Wire>(
	{ fields, path, flaws }: Reading<Wire>,
	name: Field<Wire>,
	wanted: string,
) {
	const value = fields[name];
	const found = isMissing(value) ? 'missing' : quoted(JSON.stringify(value));
	flaws.push(`${path}${name} is ${found}, not ${wanted}`);
}

export function text<Wire>(from: Reading<Wire>, name: Field<Wire>): string {
	const value = from.fields[name];
	if (typeof value === 'string' && value !== '') return value;
	flaw(from, name, 'a text');
	return '';
}

export function textOrNull<Wire>(from: Reading<Wire>, name: Field<Wire>): string | null {
	const value = from.fields[name];
	if (typeof value === 'string') return value;
	if (!isMissing(value)) flaw(from, name, 'a text');
	return null;
}

export function number<Wire>(from: Reading<Wire>, name: Field<Wire>): number {
	const value = from.fields[name];
	if (typeof value === 'number' && Number.isFinite(value)) return value;
	flaw(from, name, 'a number');
	return 0;
}

export function units<Wire>(from: Reading<Wire>, name: Field<Wire>): number {
	const value = from.fields[name];
	if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
	flaw(from, name, 'a whole number above 0');
	return 0;
}

/** The last day that a date of the language can hold. */
const lastMs = 8.64e15;

export const isTimestamp = (value: unknown): value is number =>
	typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= lastMs;

export function timestamp<Wire>(from: Reading<Wire>, name: Field<Wire>): Instant {
	const value = from.fields[name];
	if (isTimestamp(value)) return instant(value);
	flaw(from, name, 'a time in epoch milliseconds');
	return '';
}

export const timestampOrNull = <Wire>(from: Reading<Wire>, name: Field<Wire>): Instant | null =>
	isMissing(from.fields[name]) ? null : timestamp(from, name);

export function currency<Wire>(from: Reading<Wire>, name: Field<Wire>): string {
	const value = from.fields[name];
	if (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) return value;
	flaw(from, name, 'a currency of three letters');
	return '';
}

export function part<Wire, Name extends Field<Wire>>(
	from: Reading<Wire>,
	name: Name,
): Reading<NonNullable<Wire[Name]>> {
	const value = from.fields[name];
	if (!isFields(value)) flaw(from, name, 'an object');
	return inside(from, isFields(value) ? value : {}, `${from.path}${name}.`);
}

export function partOrNull<Wire, Name extends Field<Wire>>(
	from: Reading<Wire>,
	name: Name,
): Reading<NonNullable<Wire[Name]>> | null {
	return isMissing(from.fields[name]) ? null : part(from, name);
}

/** The texts of a list, none where there is no list. */
export function texts<Wire>(from: Reading<Wire>, name: Field<Wire>): readonly string[] {
	const value = from.fields[name];
	const list: readonly unknown[] = Array.isArray(value) ? value : [];
	const found = list.filter((one) => typeof one === 'string');
	const isList = Array.isArray(value) && found.length === list.length;
	if (!isList && !isMissing(value)) flaw(from, name, 'a list of texts');
	return found;
}

/** The rows of a list; what is not an object there is a flaw. */
export function rows<Wire, Name extends Field<Wire>>(
	from: Reading<Wire>,
	name: Name,
): readonly Reading<NonNullable<Wire[Name]> extends readonly (infer Row)[] ? Row : never>[] {
	const value = from.fields[name];
	if (!Array.isArray(value)) flaw(from, name, 'a list');
	const list: readonly unknown[] = Array.isArray(value) ? value : [];
	return list.map((row, index) => {
		if (!isFields(row)) from.flaws.push(`${from.path}${name}[${index}] is not an object`);
		return inside(from, isFields(row) ? row : {}, `${from.path}${name}[${index}].`);
	});
}

/** Like `rows`, none where there is no list. */
export const rowsOrNone = <Wire, Name extends Field<Wire>>(from: Reading<Wire>, name: Name) =>
	isMissing(from.fields[name]) ? [] : rows(from, name);

const inside = ({ flaws }: Reading<unknown>, fields: Fields, path: string) => ({
	fields,
	path,
	flaws,
});
