/**
 * By which ticket a channel is asked of a figure that it decides on later, since when, and the run that asked it last. The three
 * are there together or not at all.
 */
export const migration4: readonly string[] = [
	`ALTER TABLE published ADD COLUMN ticket TEXT`,
	`ALTER TABLE published ADD COLUMN ticket_at BIGINT`,
	`ALTER TABLE published ADD COLUMN asked_by BIGINT`,
	`CREATE INDEX published_tickets ON published (store, asked_by, sku, listing, location)
		WHERE ticket IS NOT NULL`,
];
