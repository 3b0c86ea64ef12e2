/**
 * How late figures reach the channels. `late_since`: when a figure that the channel has not confirmed was last seen to be right;
 * `lag`: how long the last one took from there; `push_lags`: how many took how long, by day. What was sold by the hour, as far as
 * orders are counted. What is held back of each SKU by its store, and what that was sized by.
 */
export const migration17: readonly string[] = [
	'ALTER TABLE published ADD COLUMN late_since BIGINT',
	'ALTER TABLE published ADD COLUMN lag BIGINT',
	`CREATE TABLE push_lags (
		store TEXT NOT NULL REFERENCES stores, day INTEGER NOT NULL, seconds INTEGER NOT NULL, figures INTEGER NOT NULL,
		PRIMARY KEY (store, day, seconds)
	)`,
	`CREATE TABLE sales (
		seller TEXT NOT NULL REFERENCES sellers, sku TEXT NOT NULL, hour TEXT NOT NULL, units BIGINT NOT NULL,
		PRIMARY KEY (seller, sku, hour)
	)`,
	`CREATE TABLE sales_counted (seller TEXT PRIMARY KEY REFERENCES sellers, order_id BIGINT NOT NULL)`,
	`CREATE TABLE sizings (
		store TEXT PRIMARY KEY REFERENCES stores, settings_version INTEGER NOT NULL, sized_at BIGINT NOT NULL,
		lag_seconds INTEGER NOT NULL, lag_figures INTEGER NOT NULL, poll_seconds INTEGER NOT NULL
	)`,
	`CREATE TABLE sized_safety (
		store TEXT NOT NULL REFERENCES stores, sku TEXT NOT NULL, units INTEGER NOT NULL, sold_lately BIGINT NOT NULL,
		sold_long BIGINT NOT NULL, changed_at BIGINT NOT NULL, PRIMARY KEY (store, sku)
	)`,
];
