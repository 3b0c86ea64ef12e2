import type { Read } from './tables';

/** Units of a line that come back, or have: how many of them quality control let pass, found damaged and put on sale again. */
export interface ReturnRow {
	readonly order_id: number;
	readonly code: string;
	readonly state: string;
	readonly sku: string;
	readonly passed: number;
	readonly failed: number;
	readonly restocked: number;
}

/** What the tables say of what came back. */
export const readReturns = (rows: Read, store: string): readonly ReturnRow[] =>
	rows(
		`SELECT order_id, code, state, sku, coalesce(passed, 0) AS passed, coalesce(failed, 0) AS failed,
			coalesce(restocked, 0) AS restocked
		 FROM return_lines JOIN returns ON returns.id = return_id WHERE store = ? ORDER BY code, line_id`,
		store,
	);
