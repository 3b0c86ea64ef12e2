import { badArgument } from './refusal';

export interface PageArguments {
	readonly pagination?: { readonly limit?: number | null; readonly page?: number | null } | null;
}

/** One page of a list, as ikas answers it. */
export interface Listed {
	readonly count: number;
	readonly data: readonly unknown[];
	readonly hasNext: boolean;
	readonly limit: number;
	readonly page: number;
}

export const pageOf = ({ pagination }: PageArguments) => {
	const limit = pagination?.limit ?? 50;
	const page = pagination?.page ?? 1;
	if (limit < 1 || limit > 200) throw badArgument('pagination.limit must be from 1 to 200');
	if (page < 1) throw badArgument('pagination.page must be 1 or more');
	return { limit, page };
};

/** `count` is the grand total, as most integrators read it (reference/ikas.md 6). */
export const listed = <Row>(
	rows: readonly Row[],
	args: PageArguments,
	answerOf: (row: Row) => unknown,
): Listed => {
	const { limit, page } = pageOf(args);
	const start = (page - 1) * limit;
	const data = rows.slice(start, start + limit).map(answerOf);
	return { count: rows.length, data, hasNext: start + limit < rows.length, limit, page };
};

/** Rows by one of these, ascending, or descending after a minus; that ikas refuses others is a guess (reference/ikas.md 6). */
export const sortedBy = <Row>(
	rows: readonly Row[],
	sort: string,
	keys: Readonly<Record<string, (row: Row) => string | number>>,
): readonly Row[] => {
	const keyOf = keys[sort.replace(/^-/, '')];
	if (!keyOf) throw badArgument(`sort ${sort} is not known`);
	const compare = (left: Row, right: Row) => {
		const [low, high] = [keyOf(left), keyOf(right)];
		return low < high ? -1 : Number(low > high);
	};
	const ascending = rows.toSorted(compare);
	return sort.startsWith('-') ? ascending.toReversed() : ascending;
};
