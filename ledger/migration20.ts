/** How long the latest calls of a quota took. */
export const migration20: readonly string[] = [
	`ALTER TABLE quotas ADD COLUMN took TEXT NOT NULL DEFAULT '[]'`,
];
