/**
 * Which hubs fill a location with stock, which version a save brought back, what the channel writes on a listing, what product
 * that is there and who said which SKU it is. Parked orders keep the listing as well: which SKU it is may change while they wait.
 * How large a unit of a SKU is, updates that wait, which keep their place among those of their order, and numbers that grow with
 * every figure of stock.
 */
export const migration2: readonly string[] = [
	`ALTER TABLE store_places ADD COLUMN offers INTEGER NOT NULL DEFAULT 1`,
	`ALTER TABLE configuration_log ADD COLUMN restored_from INTEGER`,
	`ALTER TABLE listings ADD COLUMN channel_sku TEXT`,
	`UPDATE listings SET channel_sku = sku`,
	`ALTER TABLE listings ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0`,
	`ALTER TABLE listings ADD COLUMN product TEXT`,
	`CREATE TABLE skipped_listings (
		store TEXT NOT NULL REFERENCES stores, listing TEXT NOT NULL, sku TEXT, title TEXT NOT NULL, reason TEXT NOT NULL,
		since BIGINT NOT NULL, run_id BIGINT, PRIMARY KEY (store, listing)
	)`,
	`CREATE INDEX order_lines_listing ON order_lines (listing) WHERE listing IS NOT NULL`,
	`ALTER TABLE skus ADD COLUMN dimensions TEXT`,
	`DROP INDEX outbox_open`,
	`DROP INDEX outbox_waiting`,
	`CREATE INDEX outbox_open ON outbox (store, urgent DESC, id) WHERE state IN ('pending', 'claimed', 'waiting')`,
	`CREATE INDEX outbox_waiting ON outbox (order_id, id) WHERE state IN ('pending', 'claimed', 'waiting')`,
	`ALTER TABLE published ADD COLUMN sequence BIGINT`,
	`ALTER TABLE sync_runs ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0`,
	`ALTER TABLE held_back RENAME TO held_back_1`,
	`CREATE TABLE held_back (
		store TEXT NOT NULL, channel_id TEXT NOT NULL, sku TEXT NOT NULL, listing TEXT NOT NULL, hub TEXT,
		quantity INTEGER NOT NULL, PRIMARY KEY (store, channel_id, sku, listing)
	)`,
	`INSERT INTO held_back (store, channel_id, sku, listing, hub, quantity)
		SELECT store, channel_id, sku, '', hub, quantity FROM held_back_1`,
	`DROP TABLE held_back_1`,
];
