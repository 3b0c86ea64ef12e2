/** Selling prices that are to be told, what went to the job queue of a channel, and the invoices of orders. */
export const migration3: readonly string[] = [
	`CREATE TABLE feeds (
		id {id}, store TEXT NOT NULL REFERENCES stores, kind TEXT NOT NULL, state TEXT NOT NULL, channel_feed TEXT,
		created_at BIGINT NOT NULL, ended_at BIGINT, accepted INTEGER NOT NULL DEFAULT 0,
		refused INTEGER NOT NULL DEFAULT 0, detail TEXT
	)`,
	`CREATE INDEX feeds_open ON feeds (store, id) WHERE state IN ('creating', 'open')`,
	`CREATE UNIQUE INDEX feeds_channel ON feeds (store, channel_feed)`,
	`CREATE TABLE prices (
		store TEXT NOT NULL REFERENCES stores, listing TEXT NOT NULL, minor BIGINT NOT NULL, currency TEXT NOT NULL,
		state TEXT NOT NULL, reason TEXT, feed BIGINT REFERENCES feeds, sent_minor BIGINT, sent_currency TEXT,
		set_at BIGINT NOT NULL, ended_at BIGINT, PRIMARY KEY (store, listing)
	)`,
	`CREATE INDEX prices_state ON prices (store, state, listing)`,
	`CREATE INDEX prices_feed ON prices (feed) WHERE feed IS NOT NULL`,
	`CREATE TABLE invoices (
		order_id BIGINT PRIMARY KEY REFERENCES orders, store TEXT NOT NULL REFERENCES stores, state TEXT NOT NULL,
		number TEXT, total BIGINT, tax BIGINT, currency TEXT, feed BIGINT REFERENCES feeds, reason TEXT, since BIGINT NOT NULL
	)`,
	`CREATE INDEX invoices_feed ON invoices (feed) WHERE feed IS NOT NULL`,
];
