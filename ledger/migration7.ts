/**
 * Manifests: what leaves a hub together, parcel by parcel. One that was left out at the closing stays listed. And what an update of
 * the outbox waits for, where that is more than a time.
 */
export const migration7: readonly string[] = [
	`CREATE TABLE manifests (
		id {id}, code TEXT UNIQUE, store TEXT NOT NULL REFERENCES stores, hub TEXT NOT NULL REFERENCES hubs, provider TEXT,
		state TEXT NOT NULL, opened_at BIGINT NOT NULL, closed_at BIGINT, closed_by TEXT
	)`,
	`CREATE INDEX manifests_store ON manifests (store, id)`,
	`CREATE INDEX manifests_open ON manifests (store, hub, id) WHERE state = 'open'`,
	`CREATE TABLE manifest_parcels (
		id {id}, manifest BIGINT NOT NULL REFERENCES manifests, order_id BIGINT NOT NULL REFERENCES orders,
		parcel_id BIGINT NOT NULL, left_out TEXT
	)`,
	`CREATE INDEX manifest_parcels_manifest ON manifest_parcels (manifest, id)`,
	`CREATE UNIQUE INDEX manifest_parcels_parcel ON manifest_parcels (order_id, parcel_id) WHERE left_out IS NULL`,
	`ALTER TABLE outbox ADD COLUMN waits_for TEXT`,
	`CREATE INDEX outbox_waits_for ON outbox (store, id)
		WHERE waits_for IS NOT NULL AND state IN ('pending', 'claimed', 'waiting')`,
];
