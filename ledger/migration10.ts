/** Orders that may still change on a channel, by its ids: few of many. */
export const migration10: readonly string[] = [
	`CREATE INDEX orders_open ON orders (store, channel_id) WHERE status NOT IN ('cancelled', 'delivered', 'returned')`,
];
