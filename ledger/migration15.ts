/** What each hub ships of a split order is a sub-order with a number of its own; an event names the one that it is about. */
export const migration15: readonly string[] = [
	'ALTER TABLE parcels ADD COLUMN part INTEGER',
	`UPDATE parcels SET part = (SELECT COUNT(*) FROM parcels q WHERE q.order_id = parcels.order_id AND q.id <= parcels.id)
	WHERE order_id IN (SELECT order_id FROM parcels GROUP BY order_id HAVING COUNT(*) > 1)`,
	'CREATE INDEX parcels_parts ON parcels (order_id) WHERE part IS NOT NULL',
	'ALTER TABLE events ADD COLUMN parcel_id BIGINT',
];
