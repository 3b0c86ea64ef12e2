import { z } from 'zod';
import type { SandboxRequest } from '../wire';

export type Query = Readonly<Record<string, string | readonly string[]>>;

/** Names of lists carry `[]` and come once per value (reference/the-iconic-sellercenter.md 4); but for `keyword`. */
const isList = (name: string) => name.endsWith('[]') || name === 'keyword';

export const queryOf = ({ search, query }: SandboxRequest): Query => {
	const given = new URLSearchParams(search ?? query);
	return Object.fromEntries(
		[...given.keys()].map((name) => [
			name,
			isList(name) ? given.getAll(name) : given.getAll(name).join(),
		]),
	);
};

/** As a query carries it. */
export const whole = z
	.string()
	.regex(/^\d{1,15}$/, 'is no whole number')
	.transform(Number);

/** Clients send 1 and 0 (reference/the-iconic-sellercenter.md 4). */
export const flag = z
	.enum(['1', '0', 'true', 'false'])
	.transform((text) => text === '1' || text === 'true');

export const texts = z.array(z.string()).readonly();
export const wholes = z.array(whole).readonly();
export const sortDir = z.enum(['asc', 'desc']).default('asc');

/** More than this is not known to work (reference/the-iconic-sellercenter.md 4). */
const mostRows = 100;

/** Both are required; that a page of orders is cut at 100 as one of product sets is a guess (reference/the-iconic-sellercenter.md 4). */
export const paging = {
	limit: whole
		.refine((rows) => rows > 0, 'must be 1 or more')
		.transform((rows) => Math.min(rows, mostRows)),
	offset: whole,
};

export interface Paging {
	readonly limit: number;
	readonly offset: number;
}
