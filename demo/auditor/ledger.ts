import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

export interface OrderRow {
	readonly id: number;
	readonly channel_id: string;
	readonly number: string;
	readonly channel_status: string;
	readonly status: string;
	readonly hold_reason: string | null;
	readonly hub: string | null;
	readonly flag: string | null;
}

export interface LineRow {
	readonly order_id: number;
	readonly line_id: string;
	readonly sku: string | null;
	readonly ordered: number;
	readonly cancelled: number;
	readonly shipped: number;
}

export interface ReservationRow {
	readonly order_id: number;
	readonly line_id: string;
	readonly seller: string;
	readonly sku: string;
	readonly hub: string;
	readonly quantity: number;
}

export interface StockRow {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string;
	readonly on_hand: number;
	readonly reserved: number;
}

export interface ParkedRow {
	readonly channel_id: string;
	readonly reason: string;
}

export interface ExceptionRow {
	readonly reference: string;
	readonly kind: string;
	readonly cause: string;
	readonly state: string;
}

/** Units that left a hub, by seller and SKU. */
export interface ShippedRow {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string | null;
	readonly quantity: number;
}

export interface LedgerRows {
	readonly orders: readonly OrderRow[];
	readonly lines: readonly LineRow[];
	readonly reservations: readonly ReservationRow[];
	readonly stock: readonly StockRow[];
	readonly shipped: readonly ShippedRow[];
	readonly parked: readonly ParkedRow[];
	readonly exceptions: readonly ExceptionRow[];
}

/** All that the ledger's tables say of one store, read in one transaction and never written. */
export function readLedger(file: string, store: string): LedgerRows {
	const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
	try {
		database.exec('BEGIN');
		const rows = reader(database);
		return {
			orders: rows(
				`SELECT id, channel_id, number, channel_status, status, hold_reason, hub, flag
				 FROM orders WHERE store = ? ORDER BY id`,
				store,
			),
			lines: rows(
				`SELECT order_id, line_id, sku, ordered, cancelled, shipped FROM order_lines
				 WHERE order_id IN (SELECT id FROM orders WHERE store = ?)`,
				store,
			),
			reservations: rows('SELECT order_id, line_id, seller, sku, hub, quantity FROM reservations'),
			stock: rows('SELECT seller, sku, hub, on_hand, reserved FROM stock'),
			shipped: rows(
				`SELECT orders.seller, order_lines.sku, orders.hub, sum(order_lines.shipped) AS quantity
				 FROM order_lines JOIN orders ON orders.id = order_lines.order_id
				 WHERE order_lines.shipped > 0 GROUP BY orders.seller, order_lines.sku, orders.hub`,
			),
			parked: rows('SELECT channel_id, reason FROM parked WHERE store = ?', store),
			exceptions: rows(
				'SELECT reference, kind, cause, state FROM exceptions WHERE store = ? ORDER BY id',
				store,
			),
		};
	} finally {
		database.close();
	}
}

/** The one place that believes the tables to look as they are queried. */
const reader =
	(database: DatabaseSync) =>
	<Row>(sql: string, ...values: SQLInputValue[]): Row[] =>
		database.prepare(sql).all(...values) as Row[];
