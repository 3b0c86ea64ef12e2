import { refused } from '../domain/failure';
import { shown } from '../domain/sku';
import type { WaitingOrder } from './deciding';
import { hubsInLedger, storeOf } from './lookups';
import { isBegun } from './parcels';
import { unassign } from './reserving';
import { routeOrders, waitingColumns } from './routing';
import { settle } from './settling';
import type { HubRerouted, OrderRouted } from './orderShapes';
import { rows, type Work } from './statement';
import { takeTurn } from './turn';

type HeldThere = WaitingOrder & { readonly store: string; readonly seller: string };

/** Gives the unpicked orders of a closed hub back and routes them again, oldest first. */
export function* rerouteHub(hub: string, limit: number): Work<HubRerouted> {
	yield* takeTurn();
	yield* checkClosed(hub);
	const there = yield* unpickedAt(hub, limit);
	const freed = yield* unassign(there.map(({ id }) => id));
	const routed: OrderRouted[] = [];
	for (const [store, orders] of Map.groupBy(there, (order) => order.store)) {
		routed.push(...(yield* routeOrders(yield* storeOf(store), orders)));
	}
	for (const [seller, of] of Map.groupBy(freed, (one) => one.seller)) {
		yield* settle(
			seller,
			of.map(({ sku }) => sku),
		);
	}
	return { routed, waiting: there.length === limit };
}

function* checkClosed(code: string): Work<void> {
	const hub = (yield* hubsInLedger()).find((one) => one.code === code);
	if (hub === undefined) throw refused(`There is no hub ${shown(code)}. Pick one from the list.`);
	if (hub.active) {
		throw refused(
			`Hub ${shown(code)} is open, so its orders would come back to it. Close it first with Hub: Save.`,
		);
	}
}

/** Orders with goods at the hub, none of whose parcels is being picked. */
const unpickedAt = (hub: string, limit: number): Work<readonly HeldThere[]> =>
	rows<HeldThere>(
		`SELECT ${waitingColumns}, store, seller FROM orders
		WHERE id IN (SELECT order_id FROM parcels WHERE hub = ? AND shipped_at IS NULL) AND status IN ('hub_assigned', 'new_order')
			AND NOT ${isBegun}
		ORDER BY placed_at, id LIMIT ? {forUpdate}`,
		hub,
		limit,
	);
