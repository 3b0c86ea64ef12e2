import type { LedgerRows } from './ledger';

/** Orders that got a hub after they had been held, for this reason or for any. */
export function released({ events }: LedgerRows, reason?: string): number {
	const held = new Set<number>();
	const served = new Set<number>();
	for (const { order_id, type, detail } of events) {
		if (order_id === null) continue;
		if (type === 'order_on_hold' && (reason ?? detail) === detail) held.add(order_id);
		if (type === 'order_assigned' && held.has(order_id)) served.add(order_id);
	}
	return served.size;
}
