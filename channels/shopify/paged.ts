import { refused } from '../../domain/failure';
import { flaw, part, rows, text } from '../fields';
import type { Fields, Reading } from '../fields';
import type { ShopifyData, ShopifyList } from './types';

/** The most that one page may hold, whatever it costs (reference/shopify.md 4). */
export const mostRows = 250;

/** What a query may cost: 1,000 points are the limit, whoever counts them (reference/shopify.md 4). */
export const mostPoints = 900;

const written = /^after (\S{1,1000})$/;

/** The cursor in a position of a walk that has nothing else to remember. */
export function cursorIn(position: string | null): string | null {
	if (position === null) return null;
	const cursor = written.exec(position)?.[1];
	if (cursor !== undefined) return cursor;
	throw refused(`shopify: "${position}" is no position. Begin anew.`);
}

export const positionAfter = (cursor: string | null): string | null =>
	cursor === null ? null : `after ${cursor}`;

/** The cursor of the next page, null at the end. */
export function nextIn(list: Reading<ShopifyList<unknown>>): string | null {
	const info = part(list, 'pageInfo');
	const { hasNextPage } = info.fields;
	if (typeof hasNextPage !== 'boolean') flaw(info, 'hasNextPage', 'true or false');
	return hasNextPage === true ? text(info, 'endCursor') : null;
}

/** The rows of a list as they came. */
export const rawsIn = (list: Reading<ShopifyList<unknown>>): readonly Fields[] =>
	rows(list, 'nodes').map(({ fields }) => fields);

/** Whose the answer is, as in `Account.id`. */
export const accountIn = (from: Reading<ShopifyData>): string =>
	text(part(from, 'shop'), 'myshopifyDomain');
