import { each, rows, run, type Work } from './statement';

/** Tables that stay small however much is sold. */
const small = new Set([
	...[
		'sellers',
		'hubs',
		'stores',
		'store_settings',
		'store_places',
		'rule_sets',
		'syncs',
		'consumers',
	],
	...['quotas', 'order_counts', 'migrations', 'confirmations', 'feeds'],
]);
const rowsOf = { small: 50, large: 10_000_000, partial: 1_000 };
/** How many values there are of what very many rows have in common. */
const values: Readonly<Record<string, number>> = {
	...{
		store: 10,
		seller: 5,
		hub: 20,
		status: 10,
		state: 5,
		kind: 10,
		type: 20,
		consumer: 2,
		urgent: 2,
	},
};
/** Of anything else, so many rows have the same. */
const alike = 4;

interface IndexColumn {
	readonly tbl: string;
	readonly idx: string;
	readonly is_partial: number;
	readonly is_unique: number;
	readonly col: string | null;
}

/**
 * Tells SQLite how large the tables become, and which columns tell few rows apart. It never counts by itself, and would take a look at
 * all orders of a store for as good as one by its id.
 */
export function* estimate(): Work<void> {
	const found = yield* rows<IndexColumn>(
		`SELECT m.name AS tbl, l.name AS idx, l.partial AS is_partial, l."unique" AS is_unique, i.name AS col
		FROM sqlite_schema m JOIN pragma_index_list(m.name) l JOIN pragma_index_info(l.name) i
		WHERE m.type = 'table' ORDER BY m.name, l.name, i.seqno`,
	);
	yield* run('ANALYZE sellers');
	yield* run('DELETE FROM sqlite_stat1');
	yield* each(
		'INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)',
		[...Map.groupBy(found, ({ idx }) => idx)].map(([idx, columns]) => [
			columns[0]?.tbl ?? '',
			idx,
			statOf(columns),
		]),
	);
	yield* run('ANALYZE sqlite_schema');
}

/** Rows in all, then of those that have the first column alike, the first two ... */
function statOf(columns: readonly IndexColumn[]): string {
	const [first] = columns;
	const total =
		first?.is_partial === 1
			? rowsOf.partial
			: rowsOf[small.has(first?.tbl ?? '') ? 'small' : 'large'];
	let left = total;
	const after = columns.map(({ col, is_unique }, at) => {
		const isKey = is_unique === 1 && at === columns.length - 1;
		const few = values[col ?? ''];
		left = isKey
			? 1
			: Math.max(1, few === undefined ? Math.min(left, alike) : Math.ceil(left / few));
		return left;
	});
	return [total, ...after].join(' ');
}
