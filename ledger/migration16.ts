/** The queue of what is on hold in all stores is read by the age of the orders. */
export const migration16: readonly string[] = [
	`CREATE INDEX orders_hold_queue ON orders (placed_at, id) WHERE status = 'on_hold'`,
];
