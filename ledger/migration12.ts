/** Stores whose orders the hub ships without keeping stock for them. */
export const migration12: readonly string[] = [
	'ALTER TABLE stores ADD COLUMN shipping_only INTEGER NOT NULL DEFAULT 0',
];
