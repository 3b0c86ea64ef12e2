import type { DeadRun, ExceptionRow, UpdateRow } from './ledger';
import type { Read } from './tables';

/** An order that the OMS has or is just being given. */
export interface HandOverRow {
	readonly order_id: number;
	readonly oms_id: string | null;
	/** Null as long as the OMS has not confirmed it. */
	readonly handed_over_at: number | null;
}

export interface OmsRows {
	/** The hubs whose stock the OMS is the master of, and what it calls them. */
	readonly places: readonly { readonly hub: string; readonly location: string }[];
	readonly handOvers: readonly HandOverRow[];
	/** What the OMS is to hear of the store's orders. */
	readonly updates: readonly UpdateRow[];
	readonly exceptions: readonly ExceptionRow[];
	readonly deadRuns: readonly DeadRun[];
	/** Orders of the OMS's own that came in as if it were a channel. */
	readonly orders: readonly { readonly number: string }[];
}

/** The stock masters of the store's hubs, the ledger left out. */
const masters = `SELECT stock_master FROM hubs JOIN store_places ON hub = hubs.code
	WHERE store = ? AND stock_master NOT IN ('ledger', store)`;

/** What the tables say of the OMS that is the stock master of the store's hubs. */
export const readOms = (rows: Read, store: string): OmsRows => ({
	places: rows(
		`SELECT DISTINCT hub, location FROM store_places WHERE store IN (${masters}) ORDER BY hub, location`,
		store,
	),
	handOvers: rows(
		`SELECT order_id, oms_id, handed_over_at FROM oms_orders
		 WHERE order_id IN (SELECT id FROM orders WHERE store = ?)`,
		store,
	),
	updates: rows(
		`SELECT rowid AS id, order_id, effect, state FROM outbox
		 WHERE store <> ? AND order_id IN (SELECT id FROM orders WHERE store = ?) ORDER BY rowid`,
		store,
		store,
	),
	exceptions: rows(
		`SELECT reference, kind, cause, state FROM exceptions WHERE store IN (${masters}) ORDER BY id`,
		store,
	),
	deadRuns: rows(
		`SELECT kind FROM syncs WHERE store IN (${masters}) AND run_id IS NOT NULL
		 AND lease_until < CAST(unixepoch('subsec') * 1000 AS INTEGER)`,
		store,
	),
	orders: rows(`SELECT number FROM orders WHERE store IN (${masters})`, store),
});
