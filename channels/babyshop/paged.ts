import { Failure, refused } from '../../domain/failure';
import { pageLimit } from './requests';

const pageNumber = /^[1-9]\d{0,3}$/;
const mostPages = 9_999;

/** The page that a position names: there is no cursor, so walks count pages (reference/babyshop-vinculum.md 3). */
export function pageAt(position: string | null): number {
	if (position === null) return 1;
	if (pageNumber.test(position)) return Number(position);
	throw refused(`babyshop: "${position}" is no page. Begin anew.`);
}

/** The position of the page after one with so many rows, or null where there is none: answers say no total. */
export function nextPage(page: number, rows: number): string | null {
	if (rows < pageLimit) return null;
	if (page < mostPages) return String(page + 1);
	throw new Failure(
		'malformed',
		`babyshop: a list has not ended after ${mostPages} pages. Tell the support of Babyshop if it stays so.`,
	);
}
