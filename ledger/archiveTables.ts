import { elements, rows, run, type Row, type Work } from './statement';

interface KeptTable {
	readonly name: string;
	/** SQL: of which order a row is. */
	readonly order: string;
	/** Its rows are numbered by the database. */
	readonly isNumbered: boolean;
}

const own = (name: string, isNumbered = false): KeptTable => ({
	...{ name, order: 'order_id', isNumbered },
});

/** All that is kept of an order and of nothing else, what others refer to first. */
export const keptTables: readonly KeptTable[] = [
	{ name: 'orders', order: 'id', isNumbered: true },
	own('order_lines'),
	own('parcels', true),
	{
		...own('parcel_lines'),
		order: '(SELECT p.order_id FROM parcels p WHERE p.id = parcel_lines.parcel_id)',
	},
	own('outbox', true),
	own('invoices'),
	own('issued_invoices'),
	own('oms_orders'),
	own('oms_parcels'),
	own('manifest_parcels', true),
	own('returns', true),
	{
		...own('return_lines'),
		order: '(SELECT r.order_id FROM returns r WHERE r.id = return_lines.return_id)',
	},
	own('events', true),
];

/** SQL: the rows of a table that are of orders given as {ids}. */
const among: Readonly<Record<string, string>> = {
	orders: 'id IN {ids}',
	parcel_lines: 'parcel_id IN (SELECT id FROM parcels WHERE order_id IN {ids})',
	return_lines: 'return_id IN (SELECT id FROM returns WHERE order_id IN {ids})',
};

const rowsAmong = ({ name }: KeptTable) => among[name] ?? 'order_id IN {ids}';

/** The rows of each order, by table. */
export type KeptRows = Readonly<Record<string, readonly Row[]>>;

export function* keptOf(orders: readonly number[]): Work<ReadonlyMap<number, KeptRows>> {
	const kept = new Map(orders.map((id) => [id, {} as Record<string, Row[]>]));
	for (const table of keptTables) {
		const found = yield* rows(
			`SELECT ${table.order} AS of_order, ${table.name}.* FROM ${table.name} WHERE ${rowsAmong(table)}`,
			elements(orders),
		);
		for (const { of_order, ...row } of found) {
			const of = kept.get(Number(of_order));
			if (of !== undefined) (of[table.name] ??= []).push(row);
		}
	}
	return kept;
}

export function* dropKept(orders: readonly number[]): Work<void> {
	for (const table of keptTables.toReversed()) {
		yield* run(`DELETE FROM ${table.name} WHERE ${rowsAmong(table)}`, elements(orders));
	}
}

/** Puts the rows back as they were, with their numbers. Columns that came later begin as in every row of then. */
export function* putBack(kept: KeptRows): Work<void> {
	for (const { name, isNumbered } of keptTables) {
		for (const row of kept[name] ?? []) {
			const columns = Object.keys(row);
			yield* run(
				`INSERT INTO ${name} (${columns.join(', ')}) ${isNumbered ? '{numbered}' : ''}
				VALUES (${columns.map(() => '?').join(', ')})`,
				...Object.values(row),
			);
		}
	}
}

/**
 * The orders of the newest row of each numbered table: SQLite would give the number of a row that is gone to the next one, so they
 * stay.
 */
export function* newestOrders(): Work<ReadonlySet<number>> {
	const newest = new Set<number>();
	for (const { name, order } of keptTables.filter(({ isNumbered }) => isNumbered)) {
		const found = yield* rows<{ id: number | null }>(
			`SELECT ${order} AS id FROM ${name} WHERE id = (SELECT MAX(id) FROM ${name})`,
		);
		for (const { id } of found) if (id !== null) newest.add(id);
	}
	return newest;
}
