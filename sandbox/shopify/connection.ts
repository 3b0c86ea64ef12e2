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
	keyOf(row: Row, at: number): SortKey;
	view(row: Row): unknown;
}

/** One page of rows, by cursor: what comes or goes before the cursor does not shift it. */
export const connection = <Row>(
	rows: readonly Row[],
	args: ConnectionArguments,
	{ type, keyOf, view }: Shown<Row>,
) => {
	const first = pageSize(args);
	const sign = args.reverse ? -1 : 1;
	const sorted = rows
		.map((row, at) => ({ row, key: keyOf(row, at) }))
		.sort((left, right) => sign * compare(left.key, right.key));
	const after = args.after ? keyIn(args.after) : null;
	const rest = after ? sorted.filter(({ key }) => sign * compare(key, after) > 0) : sorted;
	const page = rest
		.slice(0, first)
		.map(({ row, key }) => ({ node: view(row), cursor: written(key) }));
	return {
		__typename: `${type}Connection`,
		nodes: page.map(({ node }) => node),
		edges: page.map((edge) => ({ __typename: `${type}Edge`, ...edge })),
		pageInfo: {
			__typename: 'PageInfo',
			hasNextPage: rest.length > first,
			hasPreviousPage: rest.length < sorted.length,
			startCursor: page[0]?.cursor ?? null,
			endCursor: page.at(-1)?.cursor ?? null,
		},
	};
};

/** Rows in the order they have. */
export const inOrder = <Row>(
	rows: readonly Row[],
	args: ConnectionArguments,
	shown: Omit<Shown<Row>, 'keyOf'>,
) => connection(rows, args, { ...shown, keyOf: (_, at) => [at, 0] });
