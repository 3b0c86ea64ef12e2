import { each, type Work } from './statement';

/** Something that happened to an order, as the Order Hub Trigger tells it. */
export interface LedgerEvent {
	readonly type:
		| 'order_created'
		| 'order_updated'
		| 'order_edited'
		| 'order_cancelled'
		| 'order_on_hold'
		| 'order_assigned'
		| 'order_shipped'
		| 'status_changed';
	readonly order: number;
	readonly detail?: string | null;
}

export function* tell(store: string, events: readonly LedgerEvent[]): Work<void> {
	yield* each(
		'INSERT INTO events (store, type, order_id, detail, at) VALUES (?, ?, ?, ?, {now})',
		events.map(({ type, order, detail }) => [store, type, order, detail ?? null]),
	);
}
