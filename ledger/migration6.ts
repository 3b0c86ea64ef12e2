/** When a person last asked for a sync, and for one that sends all. */
export const migration6: readonly string[] = [
	`ALTER TABLE syncs ADD COLUMN asked_at BIGINT`,
	`ALTER TABLE syncs ADD COLUMN full_at BIGINT`,
];
