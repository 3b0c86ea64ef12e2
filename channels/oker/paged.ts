import { Failure, refused } from '../../domain/failure';
import { flaw, reading, sound } from '../fields';
import type { Fields } from '../fields';
import { pageLimit } from './requests';
import type { OkerPage } from './types';

export interface Paged {
	readonly raws: readonly unknown[];
	readonly hasMore: boolean;
}

/** One page of a list. Where it does not say whether there is more, a short one is the last. */
export function paged(body: Fields, name: 'orders' | 'products'): Paged {
	const from = reading<OkerPage & Readonly<Record<typeof name, unknown>>>(body);
	const list = body[name];
	if (!Array.isArray(list)) flaw(from, name, 'a list');
	sound('oker', from);
	const raws: readonly unknown[] = Array.isArray(list) ? list : [];
	const { hasMore } = body;
	return { raws, hasMore: typeof hasMore === 'boolean' ? hasMore : raws.length >= pageLimit };
}

const mostPages = 2_000;

const number = /^[1-9]\d{0,3}$/;

/** Which page a position is. */
export function pageAt(position: string | null): number {
	if (position === null) return 1;
	if (number.test(position)) return Number(position);
	throw refused(`oker: "${position}" is no page of a list. Begin anew.`);
}

/** The page after this one, or null where there is none. */
export function pageAfter(page: number, { raws, hasMore }: Paged): number | null {
	if (!hasMore || raws.length === 0) return null;
	if (page < mostPages) return page + 1;
	throw new Failure(
		'malformed',
		`oker: a list has not ended after ${mostPages} pages. Tell who runs the gateway if it stays so.`,
	);
}
