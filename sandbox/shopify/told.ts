const entriesIn = (value: unknown): readonly (readonly [string, unknown])[] =>
	typeof value === 'object' && value !== null ? Object.entries(value) : [];

const nodesIn = (value: unknown): readonly unknown[] | null => {
	const found = entriesIn(value).find(([name]) => name === 'nodes' || name === 'edges')?.[1];
	return Array.isArray(found) ? found : null;
};

/** Rows of the lists at the root of an answer, or null when there are none. */
export const listed = (data: unknown): number | null => {
	const lists = entriesIn(data).flatMap(([, value]) => nodesIn(value)?.length ?? []);
	return lists.length === 0 ? null : lists.reduce((sum, rows) => sum + rows, 0);
};

const textOf = (error: unknown): string => {
	const parts = new Map(entriesIn(error));
	return String(parts.get('code') ?? parts.get('message') ?? 'refused');
};

/** What the payloads of an answer say of user errors: codes, or messages where there are none. */
export const refusedFor = (data: unknown): readonly string[] =>
	entriesIn(data).flatMap(([, payload]) =>
		entriesIn(payload).flatMap(([name, errors]) =>
			/userErrors$/i.test(name) && Array.isArray(errors) ? errors.map(textOf) : [],
		),
	);

const twinned = (rows: readonly unknown[], at: number) => [
	...rows.slice(0, at + 1),
	...rows.slice(at),
];

/** An answer with one row of its lists twice. */
export const withTwin = (data: unknown, next: () => number): unknown =>
	Object.fromEntries(
		entriesIn(data).map(([name, value]) => {
			const rows = nodesIn(value);
			if (!rows || rows.length === 0) return [name, value];
			const at = Math.floor(next() * rows.length);
			const lists = entriesIn(value).map(([part, list]) =>
				Array.isArray(list) ? [part, twinned(list, at)] : [part, list],
			);
			return [name, Object.fromEntries(lists)];
		}),
	);
