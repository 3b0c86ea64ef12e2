import { badRequest, notPlayed } from './refusal';

export interface ConnectionArguments {
	readonly first?: number | null;
	readonly last?: number | null;
	readonly after?: string | null;
	readonly before?: string | null;
	readonly reverse?: boolean | null;
}

/** What a row is sorted by: a value, and its place among rows of the same value. */
export type SortKey = readonly [number | string, number];

const mostRows = 250;

const pageSize = ({ first, last, before }: ConnectionArguments): number => {
	if (typeof last === 'number' || before) throw notPlayed('last and before');
	if (typeof first !== 'number') throw badRequest('you must provide one of first or last');
	if (first < 0 || first > mostRows) throw badRequest(`first must be from 0 to ${mostRows}`);
	return first;
};

const written = (key: SortKey) => Buffer.from(JSON.stringify(key)).toString('base64url');

const keyIn = (cursor: string): SortKey => {
	const text = Buffer.from(cursor, 'base64url').toString();
	const [, value, place] = /^\[(-?\d+(?:\.\d+)?|"[^]*"),(\d+)\]$/.exec(text) ?? [];
	if (value === undefined) throw badRequest('Invalid cursor for current pagination sort.');
	return [JSON.parse(value), Number(place)];
};

const compare = (left: SortKey, right: SortKey): number => {
	if (left[0] < right[0]) return -1;
	return left[0] > right[0] ? 1 : left[1] - right[1];
};

interface Shown<Row> {
	readonly type: string;
	/** The rows are in the order of their keys already. */
	readonly isSorted?: boolean;
	keyOf(row: Row, at: number): SortKey;
	view(row: Row): unknown;
}

interface Keyed<Row> {
	readonly row: Row;
	readonly key: SortKey;
}

/** Rows from a place on, one more than wanted, and whether any are before. */
interface Cut<Row> {
	readonly rows: readonly Keyed<Row>[];
	readonly isLater: boolean;
}

/** The first place whose key is beyond the cursor. */
const placeAfter = <Row>(
	rows: readonly Row[],
	after: SortKey,
	keyOf: Shown<Row>['keyOf'],
): number => {
	let [low, high] = [0, rows.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		const row = rows[middle];
		if (row !== undefined && compare(keyOf(row, middle), after) <= 0) low = middle + 1;
		else high = middle;
	}
	return low;
};

const cutSorted = <Row>(
	rows: readonly Row[],
	keyOf: Shown<Row>['keyOf'],
	{ after, count }: { readonly after: SortKey | null; readonly count: number },
): Cut<Row> => {
	const start = after ? placeAfter(rows, after, keyOf) : 0;
	const part = rows.slice(start, start + count + 1);
	return {
		rows: part.map((row, at) => ({ row, key: keyOf(row, start + at) })),
		isLater: start > 0,
	};
};

const cutUnsorted = <Row>(
	rows: readonly Row[],
	keyOf: Shown<Row>['keyOf'],
	by: { readonly after: SortKey | null; readonly count: number; readonly sign: 1 | -1 },
): Cut<Row> => {
	const { after, count, sign } = by;
	const sorted = rows
		.map((row, at) => ({ row, key: keyOf(row, at) }))
		.sort((left, right) => sign * compare(left.key, right.key));
	const rest = after ? sorted.filter(({ key }) => sign * compare(key, after) > 0) : sorted;
	return { rows: rest.slice(0, count + 1), isLater: rest.length < sorted.length };
};

/** One page of rows, by cursor: what comes or goes before the cursor does not shift it. */
export const connection = <Row>(
	rows: readonly Row[],
	args: ConnectionArguments,
	{ type, keyOf, view, isSorted = false }: Shown<Row>,
) => {
	const count = pageSize(args);
	const sign = args.reverse ? -1 : 1;
	const after = args.after ? keyIn(args.after) : null;
	const cut =
		isSorted && !args.reverse
			? cutSorted(rows, keyOf, { after, count })
			: cutUnsorted(rows, keyOf, { after, count, sign });
	const page = cut.rows.slice(0, count).map(({ row, key }) => ({
		node: view(row),
		cursor: written(key),
	}));
	return {
		__typename: `${type}Connection`,
		nodes: page.map(({ node }) => node),
		edges: page.map((edge) => ({ __typename: `${type}Edge`, ...edge })),
		pageInfo: {
			__typename: 'PageInfo',
			hasNextPage: cut.rows.length > count,
			hasPreviousPage: cut.isLater,
			startCursor: page[0]?.cursor ?? null,
			endCursor: page.at(-1)?.cursor ?? null,
		},
	};
};

/** Rows in the order they have. */
export const inOrder = <Row>(
	rows: readonly Row[],
	args: ConnectionArguments,
	shown: Omit<Shown<Row>, 'keyOf' | 'isSorted'>,
) => connection(rows, args, { ...shown, keyOf: (_, at) => [at, 0], isSorted: true });
