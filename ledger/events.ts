import type { HubStatus } from '../domain/hubStatus';
import type { EventType } from './eventShapes';
import { each, type Work } from './statement';

/** Something that happened, mostly to an order, as the Order Hub Trigger tells it. */
export interface LedgerEvent {
	readonly type: EventType;
	/** The ledger's order id, or null where it is about none. */
	readonly order: number | null;
	/** The ledger's parcel id, where it is about one of several. */
	readonly parcel?: number | null;
	readonly detail?: string | null;
	/** Who did it; null where the hub did by itself. */
	readonly by?: string | null;
}

/** Belongs into the transaction of what happened. The store is null for what concerns a seller's every store. */
export function* tell(store: string | null, events: readonly LedgerEvent[]): Work<void> {
	yield* each(
		'INSERT INTO events (store, type, order_id, parcel_id, detail, person, at) VALUES (?, ?, ?, ?, ?, ?, {now})',
		events.map(({ type, order, parcel, detail, by }) => [
			store,
			type,
			order,
			parcel ?? null,
			detail ?? null,
			by ?? null,
		]),
	);
}

/** What an order's new status is told as: the turns that people wait for by their own names, the rest as a change. */
export const eventOf = (status: HubStatus): EventType => named[status] ?? 'status_changed';

const named: Partial<Readonly<Record<HubStatus, EventType>>> = {
	new_order: 'order_assigned',
	on_hold: 'order_on_hold',
	cancelled: 'order_cancelled',
	shipped: 'order_shipped',
};
