/**
 * What is asked every day of a large ledger, each with an index of its own: lines that are still to leave, orders and updates by age,
 * listings whose SKU changed, adjustments by their reference, the place of a hub.
 */
export const migration18: readonly string[] = [
	`CREATE INDEX order_lines_open_sku ON order_lines (sku) WHERE ordered > cancelled + shipped`,
	`CREATE INDEX order_lines_open_listing ON order_lines (listing) WHERE listing IS NOT NULL AND ordered > cancelled + shipped`,
	`DROP INDEX order_lines_sku`,
	`DROP INDEX order_lines_listing`,
	`CREATE INDEX orders_placed ON orders (store, placed_at, id)`,
	`CREATE INDEX outbox_store ON outbox (store, id)`,
	`CREATE INDEX listings_changed ON listings (store) WHERE by_hand = 0 AND (channel_sku IS NULL OR channel_sku <> sku)`,
	`CREATE INDEX movements_reference ON movements (reference) WHERE reference IS NOT NULL`,
	`CREATE INDEX parcels_status ON parcels (hub, status)`,
	`CREATE INDEX manifest_parcels_order ON manifest_parcels (order_id)`,
	`CREATE INDEX store_places_hub ON store_places (store, hub)`,
];
