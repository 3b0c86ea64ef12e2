import type { Trigger } from './trigger';

const hourMs = 3_600_000;

/** SQL: one more of something in the hour of `at` at the store. */
const countHour = (column: 'orders' | 'failures', at: string) =>
	`INSERT INTO store_hours (store, hour, ${column}) VALUES (NEW.store, ${at} / ${hourMs}, 1)
	ON CONFLICT (store, hour) DO UPDATE SET ${column} = store_hours.${column} + 1`;

const oneMore = `INSERT INTO order_counts (store, status, orders) VALUES (NEW.store, NEW.status, 1)
	ON CONFLICT (store, status) DO UPDATE SET orders = order_counts.orders + 1`;
const oneLess =
	'UPDATE order_counts SET orders = orders - 1 WHERE store = OLD.store AND status = OLD.status';

/**
 * Figures that would take long to count: how many orders of a store stand where, and how many came and what failed in each hour
 * since 1970. A failure is an exception that opened, or a sync that failed or got lost. And what a person is asked to confirm on
 * the Channel Summary page: the hash of what the page shows, never that itself.
 */
export const migration11: readonly (string | Trigger)[] = [
	`CREATE TABLE order_counts (
		store TEXT NOT NULL REFERENCES stores, status TEXT NOT NULL, orders INTEGER NOT NULL, PRIMARY KEY (store, status)
	)`,
	`INSERT INTO order_counts (store, status, orders) SELECT store, status, COUNT(*) FROM orders GROUP BY store, status`,
	`CREATE TABLE store_hours (
		store TEXT NOT NULL REFERENCES stores, hour BIGINT NOT NULL, orders INTEGER NOT NULL DEFAULT 0,
		failures INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (store, hour)
	)`,
	`CREATE INDEX store_hours_hour ON store_hours (hour)`,
	`INSERT INTO store_hours (store, hour, orders, failures) SELECT store, hour, SUM(orders), SUM(failures) FROM (
		SELECT store, created_at / ${hourMs} AS hour, 1 AS orders, 0 AS failures FROM orders
		UNION ALL SELECT store, since / ${hourMs}, 0, 1 FROM exceptions
		UNION ALL SELECT store, ended_at / ${hourMs}, 0, 1 FROM sync_runs WHERE state IN ('failed', 'lost')
	) h GROUP BY store, hour`,
	{
		name: 'orders_came',
		after: 'INSERT ON orders',
		does: [oneMore, countHour('orders', 'NEW.created_at')],
	},
	{
		name: 'orders_moved',
		after: 'UPDATE OF status ON orders',
		when: 'OLD.status <> NEW.status',
		does: [oneLess, oneMore],
	},
	{ name: 'orders_went', after: 'DELETE ON orders', does: [oneLess] },
	{
		name: 'exceptions_came',
		after: 'INSERT ON exceptions',
		does: [countHour('failures', 'NEW.since')],
	},
	{
		name: 'exceptions_came_again',
		after: 'UPDATE OF content_hash ON exceptions',
		when: "NEW.state = 'open'",
		does: [countHour('failures', 'NEW.since')],
	},
	{
		name: 'sync_runs_failed',
		after: 'UPDATE OF state ON sync_runs',
		when: "NEW.state IN ('failed', 'lost')",
		does: [countHour('failures', 'NEW.ended_at')],
	},
	`CREATE INDEX exceptions_waiting ON exceptions (store, id) WHERE state = 'open'`,
	`CREATE INDEX orders_on_hold ON orders (store, placed_at, id) WHERE status = 'on_hold'`,
	`CREATE TABLE confirmations (
		id {id}, hash TEXT NOT NULL, act TEXT NOT NULL, person TEXT NOT NULL, asked_at BIGINT NOT NULL, confirmed_at BIGINT,
		answer TEXT
	)`,
	`CREATE INDEX confirmations_at ON confirmations (asked_at)`,
];
