/**
 * Orders that an outside OMS ships: what it calls them, and which parcels of theirs the hub knows. What a walk over its stock has
 * shown so far. Notices that came in by webhook, each once.
 */
export const migration5: readonly string[] = [
	`CREATE TABLE oms_orders (
		order_id BIGINT PRIMARY KEY REFERENCES orders, oms TEXT NOT NULL REFERENCES stores, key TEXT NOT NULL,
		oms_id TEXT, number TEXT, handed_over_at BIGINT, seen_at TEXT, UNIQUE (oms, key)
	)`,
	`CREATE INDEX oms_orders_id ON oms_orders (oms, oms_id)`,
	`CREATE TABLE oms_parcels (
		oms TEXT NOT NULL REFERENCES stores, oms_parcel TEXT NOT NULL, order_id BIGINT NOT NULL REFERENCES orders,
		parcel_id BIGINT, status TEXT NOT NULL, tracking TEXT, PRIMARY KEY (oms, oms_parcel)
	)`,
	`CREATE INDEX oms_parcels_order ON oms_parcels (order_id)`,
	`CREATE TABLE stock_pages (
		id {id}, store TEXT NOT NULL REFERENCES stores, settings_version INTEGER NOT NULL, shown TEXT NOT NULL
	)`,
	`CREATE INDEX stock_pages_store ON stock_pages (store)`,
	`CREATE TABLE notices (
		source TEXT NOT NULL, id TEXT NOT NULL, topic TEXT NOT NULL, body TEXT NOT NULL, at BIGINT NOT NULL,
		PRIMARY KEY (source, id)
	)`,
	`CREATE INDEX notices_at ON notices (at)`,
];
