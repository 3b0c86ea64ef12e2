/** Times of the channel are ISO texts; times of the database are epoch milliseconds. */
export const migration1: readonly string[] = [
	`CREATE TABLE sellers (code TEXT PRIMARY KEY, name TEXT NOT NULL)`,
	`CREATE TABLE skus (seller TEXT NOT NULL REFERENCES sellers, sku TEXT NOT NULL, PRIMARY KEY (seller, sku))`,
	`CREATE TABLE hubs (
		code TEXT PRIMARY KEY, name TEXT NOT NULL, active INTEGER NOT NULL,
		latitude DOUBLE PRECISION, longitude DOUBLE PRECISION, stock_master TEXT NOT NULL DEFAULT 'ledger',
		order_limit INTEGER, working_hours TEXT
	)`,
	`CREATE TABLE rule_sets (
		code TEXT NOT NULL, version INTEGER NOT NULL, rules TEXT NOT NULL, saved_at BIGINT NOT NULL,
		PRIMARY KEY (code, version)
	)`,
	`INSERT INTO rule_sets (code, version, rules, saved_at) VALUES
		('priority', 1, '[{"name":"priority","strategy":"priority"}]', {now}),
		('nearest', 1, '[{"name":"nearest","strategy":"nearest"}]', {now})`,
	`CREATE TABLE stores (
		code TEXT PRIMARY KEY, seller TEXT NOT NULL REFERENCES sellers, channel TEXT NOT NULL, account TEXT NOT NULL,
		active INTEGER NOT NULL, connected_at TEXT NOT NULL, version INTEGER NOT NULL
	)`,
	`CREATE UNIQUE INDEX stores_account ON stores (channel, account) WHERE active = 1`,
	`CREATE TABLE store_settings (
		store TEXT NOT NULL REFERENCES stores, version INTEGER NOT NULL, settings TEXT NOT NULL,
		PRIMARY KEY (store, version)
	)`,
	`CREATE TABLE configuration_log (
		id {id}, store TEXT NOT NULL REFERENCES stores, version INTEGER NOT NULL, field TEXT NOT NULL,
		before TEXT, after TEXT, changed_by TEXT NOT NULL, changed_at BIGINT NOT NULL, reason TEXT NOT NULL
	)`,
	`CREATE INDEX configuration_log_store ON configuration_log (store, version)`,
	`CREATE TABLE store_places (
		store TEXT NOT NULL REFERENCES stores, location TEXT NOT NULL, hub TEXT NOT NULL REFERENCES hubs,
		PRIMARY KEY (store, location, hub)
	)`,
	`CREATE TABLE listings (
		store TEXT NOT NULL REFERENCES stores, listing TEXT NOT NULL, sku TEXT NOT NULL, title TEXT NOT NULL,
		PRIMARY KEY (store, listing)
	)`,
	`CREATE INDEX listings_sku ON listings (store, sku, listing)`,
	`CREATE TABLE published (
		store TEXT NOT NULL REFERENCES stores, sku TEXT NOT NULL, listing TEXT NOT NULL, location TEXT NOT NULL,
		confirmed INTEGER, confirmed_at BIGINT, sent INTEGER, refused INTEGER, channel INTEGER, expected INTEGER,
		checked_at BIGINT, PRIMARY KEY (store, sku, listing, location)
	)`,
	`CREATE INDEX published_drift ON published (store, sku, listing, location) WHERE expected IS NOT NULL`,
	`CREATE TABLE orders (
		id {id}, store TEXT NOT NULL REFERENCES stores, channel_id TEXT NOT NULL, number TEXT NOT NULL,
		seller TEXT NOT NULL, placed_at TEXT NOT NULL, revised_at TEXT, content_hash TEXT NOT NULL,
		channel_status TEXT NOT NULL, mapped_status TEXT, status TEXT NOT NULL, hold_reason TEXT, hub TEXT REFERENCES hubs,
		flag TEXT, body TEXT NOT NULL, decision TEXT, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL,
		UNIQUE (store, channel_id)
	)`,
	`CREATE INDEX orders_waiting ON orders (store, placed_at, id) WHERE status = 'created'`,
	`CREATE INDEX orders_held ON orders (seller, placed_at, id) WHERE status = 'on_hold'`,
	`CREATE INDEX orders_status ON orders (store, status, placed_at)`,
	`CREATE INDEX orders_hub ON orders (hub, status)`,
	`CREATE INDEX orders_revised ON orders (store, revised_at)`,
	`CREATE INDEX orders_number ON orders (store, number)`,
	`CREATE TABLE order_lines (
		order_id BIGINT NOT NULL REFERENCES orders, line_id TEXT NOT NULL, listing TEXT, sku TEXT,
		ordered INTEGER NOT NULL, cancelled INTEGER NOT NULL, shipped INTEGER NOT NULL DEFAULT 0,
		returned INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (order_id, line_id)
	)`,
	`CREATE INDEX order_lines_sku ON order_lines (sku)`,
	`CREATE TABLE stock (
		seller TEXT NOT NULL, sku TEXT NOT NULL, hub TEXT NOT NULL REFERENCES hubs, on_hand INTEGER NOT NULL,
		reserved INTEGER NOT NULL DEFAULT 0, safety_stock INTEGER NOT NULL DEFAULT 0, counted_at BIGINT,
		PRIMARY KEY (seller, sku, hub), FOREIGN KEY (seller, sku) REFERENCES skus
	)`,
	`CREATE TABLE movements (
		id {id}, seller TEXT NOT NULL, sku TEXT NOT NULL, hub TEXT NOT NULL, kind TEXT NOT NULL, change INTEGER NOT NULL,
		at BIGINT NOT NULL, reason TEXT, reference TEXT, UNIQUE (seller, sku, hub, reference)
	)`,
	`CREATE INDEX movements_since ON movements (seller, sku, hub, at)`,
	`CREATE TABLE held_back (
		store TEXT NOT NULL, channel_id TEXT NOT NULL, sku TEXT NOT NULL, hub TEXT, quantity INTEGER NOT NULL,
		PRIMARY KEY (store, channel_id, sku)
	)`,
	`CREATE TABLE reservations (
		order_id BIGINT NOT NULL REFERENCES orders, line_id TEXT NOT NULL, seller TEXT NOT NULL, sku TEXT NOT NULL,
		hub TEXT NOT NULL, quantity INTEGER NOT NULL, PRIMARY KEY (order_id, line_id, hub)
	)`,
	`CREATE INDEX reservations_stock ON reservations (seller, sku, hub)`,
	`CREATE TABLE parcels (
		id {id}, order_id BIGINT NOT NULL REFERENCES orders, hub TEXT, status TEXT NOT NULL,
		tracking_number TEXT, carrier TEXT, tracking_url TEXT, label TEXT, dimensions TEXT, shipped_at BIGINT
	)`,
	`CREATE INDEX parcels_order ON parcels (order_id)`,
	`CREATE INDEX parcels_open ON parcels (hub) WHERE shipped_at IS NULL`,
	`CREATE TABLE parcel_lines (
		parcel_id BIGINT NOT NULL REFERENCES parcels, line_id TEXT NOT NULL, seller TEXT NOT NULL, sku TEXT NOT NULL,
		quantity INTEGER NOT NULL, PRIMARY KEY (parcel_id, line_id)
	)`,
	`CREATE TABLE parked (
		store TEXT NOT NULL REFERENCES stores, channel_id TEXT NOT NULL, number TEXT NOT NULL, reason TEXT NOT NULL,
		detail TEXT NOT NULL, settings_version INTEGER NOT NULL, revised_at TEXT, body TEXT NOT NULL,
		since BIGINT NOT NULL, PRIMARY KEY (store, channel_id)
	)`,
	`CREATE INDEX parked_version ON parked (store, settings_version)`,
	`CREATE TABLE exceptions (
		id {id}, store TEXT NOT NULL REFERENCES stores, kind TEXT NOT NULL, reference TEXT NOT NULL, cause TEXT NOT NULL,
		advice TEXT NOT NULL, state TEXT NOT NULL, settings_version INTEGER, content_hash TEXT NOT NULL,
		payload TEXT NOT NULL, since BIGINT NOT NULL, dismissed_because TEXT, UNIQUE (store, kind, reference)
	)`,
	`CREATE INDEX exceptions_open ON exceptions (store, state)`,
	`CREATE TABLE events (
		id {id}, store TEXT, type TEXT NOT NULL, order_id BIGINT, detail TEXT, at BIGINT NOT NULL
	)`,
	`CREATE INDEX events_order ON events (order_id)`,
	`CREATE TABLE consumers (name TEXT PRIMARY KEY, after_event BIGINT NOT NULL)`,
	`CREATE TABLE deliveries (
		consumer TEXT NOT NULL REFERENCES consumers, event_id BIGINT NOT NULL, state TEXT NOT NULL,
		attempts INTEGER NOT NULL, lease_until BIGINT NOT NULL, PRIMARY KEY (consumer, event_id)
	)`,
	`CREATE TABLE reconciled (
		store TEXT NOT NULL REFERENCES stores, hour TEXT NOT NULL, channel INTEGER NOT NULL, hub INTEGER NOT NULL,
		gaps INTEGER NOT NULL, checked_at BIGINT NOT NULL, run_id BIGINT NOT NULL, PRIMARY KEY (store, hour)
	)`,
	`CREATE TABLE syncs (
		store TEXT NOT NULL REFERENCES stores, kind TEXT NOT NULL, fence INTEGER NOT NULL, run_id BIGINT,
		lease_until BIGINT, watermark TEXT, position TEXT, due_at BIGINT NOT NULL, failures INTEGER NOT NULL,
		last_ended_at BIGINT, last_failure TEXT, PRIMARY KEY (store, kind)
	)`,
	`CREATE TABLE sync_runs (
		id {id}, store TEXT NOT NULL, kind TEXT NOT NULL, fence INTEGER NOT NULL, settings_version INTEGER NOT NULL,
		state TEXT NOT NULL, started_at BIGINT NOT NULL, ended_at BIGINT, pages INTEGER NOT NULL DEFAULT 0,
		created INTEGER NOT NULL DEFAULT 0, updated INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0,
		parked INTEGER NOT NULL DEFAULT 0, exceptions INTEGER NOT NULL DEFAULT 0
	)`,
	`CREATE INDEX sync_runs_store ON sync_runs (store, kind, id)`,
	`CREATE TABLE outbox (
		id {id}, store TEXT NOT NULL REFERENCES stores, order_id BIGINT NOT NULL REFERENCES orders, effect TEXT NOT NULL,
		content_key TEXT NOT NULL UNIQUE, body TEXT NOT NULL, urgent INTEGER NOT NULL, state TEXT NOT NULL,
		attempts INTEGER NOT NULL DEFAULT 0, due_at BIGINT NOT NULL, lease_until BIGINT, fence INTEGER NOT NULL DEFAULT 0,
		detail TEXT, created_at BIGINT NOT NULL, ended_at BIGINT
	)`,
	`CREATE INDEX outbox_open ON outbox (store, urgent DESC, id) WHERE state IN ('pending', 'claimed')`,
	`CREATE INDEX outbox_waiting ON outbox (order_id, id) WHERE state IN ('pending', 'claimed')`,
	`CREATE INDEX outbox_order ON outbox (order_id, id)`,
	`CREATE INDEX outbox_state ON outbox (store, state, id)`,
	`CREATE TABLE quotas (
		key TEXT PRIMARY KEY, calls TEXT NOT NULL, paused_until BIGINT NOT NULL, failures INTEGER NOT NULL,
		urgent_until BIGINT NOT NULL DEFAULT 0
	)`,
];
