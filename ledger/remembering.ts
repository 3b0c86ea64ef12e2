import type { HoldReason, HubStatus } from '../domain/hubStatus';
import { isWithOms } from './handedOver';
import { isInvoiced } from './bindingInvoice';
import { isBegun } from './parcels';
import { elements, rows, type Work } from './statement';

export interface KnownOrder {
	readonly id: number;
	readonly channel_id: string;
	readonly number: string;
	readonly status: HubStatus;
	readonly hold_reason: HoldReason | null;
	readonly hub: string | null;
	readonly mapped_status: HubStatus | null;
	readonly revised_at: string | null;
	readonly content_hash: string;
	readonly body: string;
	/** 1 once any of its parcels is being worked on, and once any has left: an order is only as far as its slowest parcel. */
	readonly begun: number;
	readonly gone: number;
	/** 1 while any of its parcels is being worked on and has not left, or an OMS may do so. */
	readonly picking: number;
	/** 1 once an OMS has it or may have it. */
	readonly handed: number;
	/** 1 once the channel has invoiced it, or may have. */
	readonly invoiced: number;
	/** 1 until a person has approved it, where the store wants that. */
	readonly needs_approval: number;
}

/** What the ledger has of the page's orders. */
export interface Memory {
	readonly known: ReadonlyMap<string, KnownOrder>;
	readonly parkedAt: ReadonlyMap<string, string | null>;
}

export function* remember(store: string, ids: readonly string[]): Work<Memory> {
	return { known: yield* knownOrders(store, ids), parkedAt: yield* parkedRevisions(store, ids) };
}

function* knownOrders(
	store: string,
	ids: readonly string[],
): Work<ReadonlyMap<string, KnownOrder>> {
	const found = yield* rows<KnownOrder>(
		`SELECT id, channel_id, number, status, hold_reason, hub, mapped_status, revised_at, content_hash, body, needs_approval,
			CASE WHEN ${isBegun} THEN 1 ELSE 0 END AS begun,
			CASE WHEN EXISTS (SELECT 1 FROM parcels p WHERE p.order_id = orders.id
				AND p.shipped_at IS NOT NULL) THEN 1 ELSE 0 END AS gone,
			CASE WHEN ${isWithOms} OR EXISTS (SELECT 1 FROM parcels p WHERE p.order_id = orders.id
				AND p.shipped_at IS NULL AND p.status NOT IN ('hub_assigned', 'new_order')) THEN 1 ELSE 0 END AS picking,
			CASE WHEN ${isWithOms} THEN 1 ELSE 0 END AS handed,
			CASE WHEN ${isInvoiced} THEN 1 ELSE 0 END AS invoiced
		FROM orders WHERE store = ? AND channel_id IN {elements} ORDER BY id {forUpdate}`,
		store,
		elements(ids),
	);
	return new Map(found.map((row) => [row.channel_id, row]));
}

function* parkedRevisions(
	store: string,
	ids: readonly string[],
): Work<ReadonlyMap<string, string | null>> {
	const found = yield* rows<{ channel_id: string; revised_at: string | null }>(
		'SELECT channel_id, revised_at FROM parked WHERE store = ? AND channel_id IN {elements}',
		store,
		elements(ids),
	);
	return new Map(found.map((row) => [row.channel_id, row.revised_at]));
}
