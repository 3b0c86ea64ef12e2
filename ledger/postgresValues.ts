import type { Value } from './statement';

/** smallint, integer, bigint, real, double precision, numeric: counts, keys and times, all well within a number. */
const numbers = new Set([21, 23, 20, 700, 701, 1700]);
const boolean = 16;

/** How a column of the type is read; as SQLite would give it. */
export const reader = (type: number): ((value: string) => Value) =>
	numbers.has(type) ? Number : type === boolean ? (value) => (value === 't' ? 1 : 0) : String;

/** PostgreSQL cannot keep the character NUL in a text. */
export function asParameter(value: Value): string | null {
	if (value === null) return null;
	if (typeof value === 'number') return String(value);
	if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD');
	throw new TypeError(`A value for the ledger is ${typeof value}, which no column holds.`);
}
