import { instant } from '../domain/instant';
import type { EventType } from './eventShapes';
import { orderIdOf } from './orders';
import type { OrderLogEntry } from './orderShapes';
import { rows, type Work } from './statement';
import { subOrderCode } from './subOrders';

interface Row {
	readonly at: number;
	readonly type: EventType;
	readonly person: string | null;
	readonly detail: string | null;
	readonly number: string;
	readonly part: number | null;
}

/** The newest entries of the order, oldest of them first. */
export function* orderLog(
	store: string,
	id: string,
	limit: number,
): Work<readonly OrderLogEntry[]> {
	const found = yield* rows<Row>(
		`SELECT e.at, e.type, e.person, e.detail, o.number, p.part FROM events e JOIN orders o ON o.id = e.order_id
			LEFT JOIN parcels p ON p.id = e.parcel_id
		WHERE e.order_id = ? ORDER BY e.id DESC LIMIT ?`,
		yield* orderIdOf(store, id),
		limit,
	);
	return found.toReversed().map(({ at, type, person, detail, number, part }) => ({
		at: instant(at),
		event: type,
		by: person ?? 'System',
		detail,
		subOrder: subOrderCode(number, part),
	}));
}
