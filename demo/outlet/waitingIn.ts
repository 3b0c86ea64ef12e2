import { look, type Books } from '../syncs';

/** What keeps the OMS from shipping an order, as the hub shows it to people; '' where nothing does. */
export function waitingIn({ ledger, store }: Books): (id: string) => string {
	const rows = look<{ id: string; waits_for: string | null }>(
		ledger,
		`SELECT channel_id AS id, waits_for FROM oms_orders JOIN orders ON orders.id = order_id
		WHERE store = ?`,
		store,
	);
	return (id) => rows.find((one) => one.id === id)?.waits_for ?? '';
}
