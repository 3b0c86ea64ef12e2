import { refused } from '../domain/failure';
import type { Store } from './storeShapes';
import { elements, first, rows, type Work } from './statement';

/** An order that an OMS has or may have: from its first claim on. `handed_over_at` is null until the OMS confirmed it. */
export interface HandedOver {
	readonly order_id: number;
	readonly oms: string;
	readonly key: string;
	/** The OMS's own id and number of it, once it has confirmed it. */
	readonly oms_id: string | null;
	readonly number: string | null;
	readonly handed_over_at: number | null;
	/** The newest revision of the OMS that was taken in. */
	readonly seen_at: string | null;
	/** What keeps the OMS from shipping what is open. */
	readonly waits_for: string | null;
}

/** SQL, of a row of `orders`: an OMS has it or may have it. */
export const isWithOms = 'EXISTS (SELECT 1 FROM oms_orders h WHERE h.order_id = orders.id)';

/** The OMS that is the stock master of the store's hubs and ships its orders, or null where the ledger is. */
export function* omsOf({ code }: Pick<Store, 'code'>): Work<string | null> {
	const hub = yield* first<{ master: string }>(
		`SELECT h.stock_master AS master FROM store_places p JOIN hubs h ON h.code = p.hub
		WHERE p.store = ? AND h.stock_master NOT IN ('ledger', p.store) ORDER BY p.hub LIMIT 1`,
		code,
	);
	return hub?.master ?? null;
}

/** Those of the orders that an OMS has or may have, by the ledger's order id. */
export function* handedOverOf(orders: readonly number[]): Work<ReadonlyMap<number, HandedOver>> {
	const found = yield* rows<HandedOver>(
		'SELECT order_id, oms, key, oms_id, number, handed_over_at, seen_at, waits_for FROM oms_orders WHERE order_id IN {ids}',
		elements(orders),
	);
	return new Map(found.map((row) => [row.order_id, row]));
}

/** Refuses what only the OMS can do from the moment on that it has the order or may have it. */
export function* checkOwn(
	{ id, number }: { readonly id: number; readonly number: string },
	what: string,
): Work<void> {
	const given = (yield* handedOverOf([id])).get(id);
	if (given === undefined) return;
	throw refused(`Order ${number} ${what}: ${heldBy(given)}. Do that there, or cancel the order.`);
}

const heldBy = ({ oms, oms_id, number }: HandedOver) =>
	oms_id === null
		? `the OMS ${oms} has it or is just being given it`
		: `the OMS ${oms} has it as ${number} (${oms_id})`;

/** Whether the OMS has confirmed it: its units are out of the stock, whatever becomes of the order. */
export function* isHandedOver(order: number): Work<boolean> {
	return (yield* handedOverOf([order])).get(order)?.handed_over_at != null;
}
