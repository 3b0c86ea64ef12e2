import type { HoldReason, HubStatus } from '../domain/hubStatus';
import { instant } from '../domain/instant';
import type { DeliveredEvent, EventFilter, EventType } from './eventShapes';
import { subOrdersOf, type SubOrder } from './subOrders';
import { elements, rows, type Value, type Work } from './statement';

export interface EventRow {
	readonly id: number;
	readonly type: EventType;
	readonly store: string | null;
	readonly at: number;
	readonly detail: string | null;
	readonly order_id: number | null;
	readonly parcel_id: number | null;
	readonly channel_id: string | null;
	readonly number: string | null;
	readonly status: HubStatus | null;
	readonly hold_reason: HoldReason | null;
	readonly hub: string | null;
}

/** To be selected from `events e LEFT JOIN orders o ON o.id = e.order_id`. */
export const eventColumns =
	'e.id, e.type, e.store, e.at, e.detail, e.order_id, e.parcel_id, o.channel_id, o.number, o.status, o.hold_reason, o.hub';

/** What the filter lets through of `events e`. An event without a store concerns every store. */
export function matching({ stores, types }: EventFilter): {
	readonly sql: string;
	readonly values: readonly Value[];
} {
	const ofStores =
		stores.length > 0 ? { sql: '(e.store IS NULL OR e.store IN {elements})', of: stores } : null;
	const ofTypes = types.length > 0 ? { sql: 'e.type IN {elements}', of: types } : null;
	const asked = [ofStores, ofTypes].filter((one) => one !== null);
	return {
		sql: ['1 = 1', ...asked.map(({ sql }) => sql)].join(' AND '),
		values: asked.map(({ of }) => elements(of)),
	};
}

/** As they are told, each with the parts that its order has by now. */
export function* toEvents<Row extends EventRow>(
	found: readonly Row[],
	attemptOf: (row: Row) => number,
): Work<readonly DeliveredEvent[]> {
	const ids = new Set(found.flatMap(({ order_id }) => order_id ?? []));
	const parts = yield* subOrdersOf([...ids]);
	return found.map((row) => toEvent(row, attemptOf(row), parts.get(row.order_id ?? 0) ?? []));
}

const toEvent = (
	row: EventRow,
	attempt: number,
	subOrders: readonly SubOrder[],
): DeliveredEvent => ({
	id: row.id,
	type: row.type,
	store: row.store,
	at: instant(row.at),
	detail: row.detail,
	subOrder: subOrders.find(({ parcel }) => parcel === row.parcel_id)?.code ?? null,
	attempt,
	order:
		row.channel_id === null || row.number === null || row.status === null
			? null
			: {
					id: row.channel_id,
					number: row.number,
					status: row.status,
					holdReason: row.status === 'on_hold' ? row.hold_reason : null,
					hub: row.hub,
					subOrders,
				},
});

/** How far back the newest events are looked for. */
const glance = 10_000;

/** The newest ones, oldest of them first, for a look: nothing is delivered by it. */
export function* getEvents(filter: EventFilter): Work<readonly DeliveredEvent[]> {
	const { sql, values } = matching(filter);
	const found = yield* rows<EventRow>(
		`SELECT ${eventColumns} FROM events e LEFT JOIN orders o ON o.id = e.order_id
		WHERE e.id > (SELECT COALESCE(MAX(id), 0) FROM events) - ${glance} AND ${sql} ORDER BY e.id DESC LIMIT ?`,
		...values,
		filter.limit,
	);
	return (yield* toEvents(found, () => 0)).toReversed();
}
