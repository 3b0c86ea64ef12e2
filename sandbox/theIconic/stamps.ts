import { z } from 'zod';

/** Instants have microseconds (reference/the-iconic-sellercenter.md 4); those below a millisecond come from the order. */
const microsecond = (order: number) => (order * 37) % 1000;

export const micros = (at: number, order: number): number => at * 1000 + microsecond(order);

export const stamp = (at: number, order: number): string =>
	`${new Date(at).toISOString().slice(0, -1)}${String(microsecond(order)).padStart(3, '0')}Z`;

const written = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?(Z|[+-]\d{2}:\d{2})$/;

/** Epoch microseconds, NaN for what is no instant. */
const microsIn = (text: string): number => {
	const [, second = '', fraction = '', zone = ''] = written.exec(text) ?? [];
	return Date.parse(`${second}${zone}`) * 1000 + Number(fraction.padEnd(6, '0'));
};

const day = /^\d{4}-\d{2}-\d{2}$/;

/** That a bare date is one of UTC is a guess (reference/the-iconic-sellercenter.md 4). */
const bound = (timeOfDay: string) =>
	z
		.string()
		.transform((text) => microsIn(day.test(text) ? `${text}T${timeOfDay}Z` : text))
		.refine(Number.isFinite, 'is no date');

/** Of a filter, in epoch microseconds. A bare date is the whole day. */
export const startOf = bound('00:00:00');
export const endOf = bound('23:59:59.999999');

/** A window that holds both of its ends, which is a guess (reference/the-iconic-sellercenter.md 7). */
export const isWithin = (at: number, start = 0, end = Number.POSITIVE_INFINITY) =>
	at >= start && at <= end;

/** Only days, as product sets want them (reference/the-iconic-sellercenter.md 5). */
export const dayStart = z.string().regex(day, 'is no date').pipe(startOf);
export const dayEnd = z.string().regex(day, 'is no date').pipe(endOf);
