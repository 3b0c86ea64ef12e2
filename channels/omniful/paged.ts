import { refused } from '../../domain/failure';
import type { Http, HttpRequest } from '../connector';
import { partOrNull, sound, text } from '../fields';
import type { Reading } from '../fields';
import { ask } from './answer';
import type { OmnifulAnswer } from './types';

interface Asked {
	readonly request: HttpRequest;
	readonly what: string;
}

type Rows<Wire, Row> = (from: Reading<OmnifulAnswer<readonly Wire[]>>) => readonly Row[];

/** A page of a v2 list; `next` is Omniful's cursor. */
export async function cursorPage<Wire, Row>(
	http: Http,
	{ request, what }: Asked,
	rowsIn: Rows<Wire, Row>,
): Promise<{ readonly rows: readonly Row[]; readonly next: string | null }> {
	const { from } = await ask<readonly Wire[]>(http, request, what);
	const found = rowsIn(from);
	const meta = partOrNull(from, 'meta');
	const next = meta?.fields.has_next_page === true ? text(meta, 'end_cursor') : null;
	sound('omniful', from);
	return { rows: found, next };
}

/** A page of a v1 list. */
export async function numberedPage<Wire, Row>(
	http: Http,
	{ request, what }: Asked,
	rowsIn: Rows<Wire, Row>,
): Promise<{ readonly rows: readonly Row[]; readonly isLast: boolean }> {
	const { from } = await ask<readonly Wire[]>(http, request, what);
	const found = rowsIn(from);
	const { current_page: current, last_page: last } = partOrNull(from, 'meta')?.fields ?? {};
	sound('omniful', from);
	return { rows: found, isLast: found.length === 0 || Number(current) >= Number(last) };
}

/** All pages of a v1 list. */
export async function everyPage<Wire, Row>(
	http: Http,
	{ request, what }: { request(page: number): HttpRequest; readonly what: string },
	rowsIn: Rows<Wire, Row>,
): Promise<readonly Row[]> {
	const found: Row[] = [];
	for (let page = 1, isLast = false; !isLast; page++) {
		const one = await numberedPage(http, { request: request(page), what }, rowsIn);
		found.push(...one.rows);
		isLast = one.isLast;
	}
	return found;
}

/** `after …`: a cursor as a position, so that what is none is known as such. */
export const positionAfter = (cursor: string | null): string | null =>
	cursor === null ? null : `after ${cursor}`;

export function cursorIn(position: string | null): string | null {
	if (position === null) return null;
	const [, cursor] = /^after (\S{1,2000})$/.exec(position) ?? [];
	if (cursor !== undefined) return cursor;
	throw refused(`omniful: "${position}" is no position in a list. Begin the sync anew.`);
}
