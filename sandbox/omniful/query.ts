import { Refused } from './refused';

const dayMs = 86_400_000;
const longestMs = 90 * dayMs;

/** One value of a filter, or undefined. */
export const one = (query: URLSearchParams, name: string): string | undefined =>
	query.get(name) ?? undefined;

/** Of a filter that repeats its key (reference/omniful.md 1.3); undefined where it is not there. */
export const several = (query: URLSearchParams, ...names: readonly string[]) => {
	const all = names.flatMap((name) => query.getAll(name));
	return all.length === 0 ? undefined : all;
};

/** Names that nothing knows are refused, which is stricter than Omniful may be: a dropped filter gives all rows. */
export const checkNames = (query: URLSearchParams, known: readonly string[]) => {
	const [unknown] = [...query.keys()].filter((name) => !known.includes(name));
	if (unknown !== undefined) throw new Refused(`unknown query parameter ${unknown}`);
};

const dayIn = (text: string): number => {
	const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
	if (Number.isNaN(at)) throw new Refused(`invalid date ${text}`);
	return at;
};

/**
 * Whole days, both included, at most 90 days back (reference/omniful.md 1.6). That an older day is refused, not cut off, and that
 * days are UTC, are guesses.
 */
export const dayRange = (query: URLSearchParams, name: string, now: number) => {
	const [from, to] = [`${name}_from`, `${name}_to`].map((bound) => one(query, bound));
	const start = from === undefined ? null : dayIn(from);
	if (start !== null && start + dayMs <= now - longestMs) {
		throw new Refused(`${name}_from can not be older than 90 days`);
	}
	const end = to === undefined ? null : dayIn(to) + dayMs;
	return (at: number): boolean => at >= (start ?? 0) && at < (end ?? Number.POSITIVE_INFINITY);
};

const numberIn = (query: URLSearchParams, name: string, usual: number, most: number): number => {
	const text = one(query, name);
	const value = text === undefined ? usual : Number(text);
	if (Number.isInteger(value) && value >= 1 && value <= most) return value;
	throw new Refused(`invalid ${name}`);
};

/** 1-based pages of v1 lists (reference/omniful.md 1.3). */
export const pageOf = <Row>(rows: readonly Row[], query: URLSearchParams, usual = 20) => {
	const perPage = numberIn(query, 'per_page', usual, 100);
	const page = numberIn(query, 'page', 1, Number.MAX_SAFE_INTEGER);
	return {
		rows: rows.slice((page - 1) * perPage, page * perPage),
		meta: {
			current_page: page,
			last_page: Math.max(1, Math.ceil(rows.length / perPage)),
			per_page: perPage,
			total: rows.length,
		},
	};
};

/** Cursors of v2 lists; that they are the id of a row in base64 is a guess. */
export const cursorPageOf = <Row>(
	rows: readonly Row[],
	query: URLSearchParams,
	idOf: (row: Row) => string,
) => {
	const perPage = numberIn(query, 'per_page', 20, 100);
	const [after, before] = [one(query, 'search_after'), one(query, 'search_before')];
	if (after !== undefined && before !== undefined) {
		throw new Refused('search_after and search_before can not be used together');
	}
	const cursorOf = (row: Row) => Buffer.from(idOf(row)).toString('base64url');
	const placeOf = (cursor: string) => {
		const at = rows.findIndex((row) => cursorOf(row) === cursor);
		if (at >= 0) return at;
		throw new Refused('invalid cursor');
	};
	const end = before === undefined ? undefined : placeOf(before);
	const start =
		end === undefined ? (after === undefined ? 0 : placeOf(after) + 1) : Math.max(0, end - perPage);
	const page = rows.slice(start, end ?? start + perPage);
	const [first, last] = [page[0], page.at(-1)];
	return {
		rows: page,
		meta: {
			has_next_page: start + page.length < rows.length,
			has_previous_page: start > 0,
			start_cursor: first === undefined ? '' : cursorOf(first),
			end_cursor: last === undefined ? '' : cursorOf(last),
		},
	};
};
