/**
 * What comes back from a customer, or undelivered with the courier. `claimed` are the units that no other return may have: what was
 * asked for, then what was approved, then what came.
 */
export const migration14: readonly string[] = [
	`CREATE TABLE returns (
		id {id}, code TEXT UNIQUE, order_id BIGINT NOT NULL REFERENCES orders, store TEXT NOT NULL REFERENCES stores,
		kind TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, reasons TEXT NOT NULL, rejected_because TEXT,
		hub TEXT REFERENCES hubs, return_order TEXT UNIQUE, tracking_number TEXT, carrier TEXT, tracking_url TEXT,
		currency TEXT NOT NULL, refundable BIGINT, refunded BIGINT, requested_at BIGINT NOT NULL, decided_at BIGINT,
		ordered_at BIGINT, received_at BIGINT, checked_at BIGINT, refunded_at BIGINT
	)`,
	`CREATE INDEX returns_order ON returns (order_id)`,
	`CREATE INDEX returns_store ON returns (store, id)`,
	`CREATE INDEX returns_waiting ON returns (store, id) WHERE state IN ('requested', 'approved', 'received')`,
	`CREATE TABLE return_lines (
		return_id BIGINT NOT NULL REFERENCES returns, parcel_id BIGINT NOT NULL REFERENCES parcels, line_id TEXT NOT NULL,
		seller TEXT NOT NULL, sku TEXT NOT NULL, requested INTEGER NOT NULL, claimed INTEGER NOT NULL, approved INTEGER,
		passed INTEGER, restocked INTEGER, failed INTEGER, PRIMARY KEY (return_id, parcel_id, line_id)
	)`,
	`CREATE INDEX return_lines_parcel ON return_lines (parcel_id, line_id)`,
];
