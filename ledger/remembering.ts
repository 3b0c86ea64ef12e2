import type { HoldReason, HubStatus } from '../domain/hubStatus';
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
		`SELECT id, channel_id, number, status, hold_reason, hub, mapped_status, revised_at, content_hash, body FROM orders
		WHERE store = ? AND channel_id IN {elements} ORDER BY id {forUpdate}`,
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
