/** Closed orders that were put away: what they are found by, and all their rows as one text. */
export const migration19: readonly string[] = [
	`CREATE TABLE archived_orders (
		order_id BIGINT PRIMARY KEY, store TEXT NOT NULL REFERENCES stores, channel_id TEXT NOT NULL, number TEXT NOT NULL,
		status TEXT NOT NULL, placed_at TEXT NOT NULL, revised_at TEXT, content_hash TEXT NOT NULL, created_at BIGINT NOT NULL,
		closed_at BIGINT NOT NULL, archived_at BIGINT NOT NULL, oms TEXT, oms_key TEXT, oms_id TEXT, seen_at TEXT,
		kept TEXT NOT NULL, UNIQUE (store, channel_id)
	)`,
	`CREATE INDEX archived_orders_number ON archived_orders (store, number)`,
	`CREATE INDEX archived_orders_key ON archived_orders (oms, oms_key) WHERE oms IS NOT NULL`,
	`CREATE INDEX archived_orders_oms ON archived_orders (oms, oms_id) WHERE oms IS NOT NULL`,
	`CREATE INDEX exceptions_about ON exceptions (store, reference) WHERE state = 'open'`,
	`CREATE INDEX events_alone ON events (id) WHERE order_id IS NULL`,
	`CREATE INDEX orders_closed ON orders (store, updated_at, id)
		WHERE status IN ('cancelled', 'delivered', 'returned', 'partial_return')`,
];
