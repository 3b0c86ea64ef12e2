import type { Trigger } from './trigger';

const begins = `INSERT INTO holds (order_id, since) VALUES (NEW.id, {now}) ON CONFLICT (order_id) DO NOTHING`;

/**
 * Since when an order is on hold: routing that asks again in between does not count as an end. Who did what is told of an order.
 * What has to be approved by a person, and orders that a person wants to be read from the channel again.
 */
export const migration13: readonly (string | Trigger)[] = [
	`CREATE TABLE holds (order_id BIGINT PRIMARY KEY, since BIGINT NOT NULL)`,
	`INSERT INTO holds (order_id, since) SELECT id, updated_at FROM orders WHERE status = 'on_hold'`,
	`CREATE INDEX holds_since ON holds (since)`,
	{
		name: 'orders_came_held',
		after: 'INSERT ON orders',
		when: "NEW.status = 'on_hold'",
		does: [begins],
	},
	{
		name: 'orders_were_held',
		after: 'UPDATE OF status ON orders',
		when: "NEW.status = 'on_hold' AND OLD.status <> 'on_hold'",
		does: [begins],
	},
	{
		name: 'orders_went_on',
		after: 'UPDATE OF status ON orders',
		when: "NEW.status NOT IN ('on_hold', 'created') AND OLD.status IN ('on_hold', 'created')",
		does: ['DELETE FROM holds WHERE order_id = OLD.id'],
	},
	{
		name: 'held_orders_went',
		after: 'DELETE ON orders',
		does: ['DELETE FROM holds WHERE order_id = OLD.id'],
	},
	`ALTER TABLE events ADD COLUMN person TEXT`,
	`ALTER TABLE orders ADD COLUMN needs_approval INTEGER NOT NULL DEFAULT 0`,
	`CREATE TABLE asked_orders (
		store TEXT NOT NULL REFERENCES stores, channel_id TEXT NOT NULL, person TEXT, asked_at BIGINT NOT NULL,
		attempts INTEGER NOT NULL DEFAULT 0, due_at BIGINT NOT NULL, PRIMARY KEY (store, channel_id)
	)`,
];
