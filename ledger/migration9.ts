/** Invoices that channels issued, each as it came first. They outlive their parcels. */
export const migration9: readonly string[] = [
	`CREATE TABLE issued_invoices (
		order_id BIGINT NOT NULL REFERENCES orders, parcel_id BIGINT NOT NULL, code TEXT NOT NULL, issued_at TEXT NOT NULL,
		taxes TEXT NOT NULL, kept_at BIGINT NOT NULL, PRIMARY KEY (order_id, parcel_id)
	)`,
];
