/** Which hubs fill a location with stock, and which version a save brought back. */
export const migration2: readonly string[] = [
	`ALTER TABLE store_places ADD COLUMN offers INTEGER NOT NULL DEFAULT 1`,
	`ALTER TABLE configuration_log ADD COLUMN restored_from INTEGER`,
];
