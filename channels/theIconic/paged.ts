import { refused } from '../../domain/failure';
import { flaw, reading, sound } from '../fields';
import type { Fields } from '../fields';
import type { IconicList, IconicPagination } from './types';
import { partOrNone } from './values';

export interface Paged {
	readonly raws: readonly unknown[];
	readonly hasNext: boolean;
}

/** Where in a list a page was asked for, and how many rows. */
export interface Asked {
	readonly offset: number;
	readonly limit: number;
}

/** One page of a list. Where it does not say whether there is more, a short one is the last. */
export function paged(body: Fields, { offset, limit }: Asked): Paged {
	const from = reading<IconicList>(body);
	const { items } = body;
	if (!Array.isArray(items)) flaw(from, 'items', 'a list');
	sound('theIconic', from);
	const raws: readonly unknown[] = Array.isArray(items) ? items : [];
	const pagination: Partial<Record<keyof IconicPagination, unknown>> =
		partOrNone(from, 'pagination')?.fields ?? {};
	const { hasNext, totalCount } = pagination;
	if (typeof hasNext === 'boolean') return { raws, hasNext };
	if (typeof totalCount === 'number') return { raws, hasNext: offset + raws.length < totalCount };
	return { raws, hasNext: raws.length >= limit };
}

const place = /^[1-9]\d{0,7}$/;

/** Where in a list a position is: lists have no cursor. */
export function offsetAt(position: string | null): number {
	if (position === null) return 0;
	if (place.test(position)) return Number(position);
	throw refused(`theIconic: "${position}" is no place in a list. Begin anew.`);
}

/** The position of the next page, or null where there is none. */
export const nextPlace = (offset: number, { raws, hasNext }: Paged): string | null =>
	hasNext && raws.length > 0 ? String(offset + raws.length) : null;
