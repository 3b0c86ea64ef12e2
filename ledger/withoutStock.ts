import { elements, rows, type Work } from './statement';

/**
 * Those of the orders whose units are not in the stock, whatever becomes of them: an OMS has confirmed them, or the hub keeps no
 * stock for their store.
 */
export function* withoutStock(orders: readonly number[]): Work<ReadonlySet<number>> {
	const found = yield* rows<{ id: number }>(
		`SELECT o.id FROM orders o JOIN stores s ON s.code = o.store LEFT JOIN oms_orders h ON h.order_id = o.id
		WHERE o.id IN {ids} AND (s.shipping_only = 1 OR h.handed_over_at IS NOT NULL)`,
		elements(orders),
	);
	return new Set(found.map(({ id }) => id));
}

export function* isWithoutStock(order: number): Work<boolean> {
	return (yield* withoutStock([order])).has(order);
}
