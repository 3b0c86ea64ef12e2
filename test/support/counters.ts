import type { OpenLedger } from './ledgers';

const counted = `SELECT store, status, SUM(orders) AS difference FROM (
		SELECT store, status, orders FROM order_counts UNION ALL SELECT store, status, -1 FROM orders
	) d GROUP BY store, status HAVING SUM(orders) <> 0`;

const passed = `SELECT store, hour, SUM(orders) AS difference FROM (
		SELECT store, hour, orders FROM store_hours UNION ALL SELECT store, created_at / 3600000, -1 FROM orders
		UNION ALL SELECT store, created_at / 3600000, -1 FROM archived_orders
	) d GROUP BY store, hour HAVING SUM(orders) <> 0`;

/** Where the figures that the ledger keeps differ from what it counts now. */
export const miscounted = async ({ sql }: Pick<OpenLedger, 'sql'>) => [
	...(await sql(counted)),
	...(await sql(passed)),
];
