import { instant } from '../domain/instant';
import type { EventType } from './eventShapes';
import { orderIdOf } from './orders';
import type { OrderLogEntry } from './orderShapes';
import { rows, type Work } from './statement';

interface Row {
	readonly at: number;
	readonly type: EventType;
	readonly person: string | null;
	readonly detail: string | null;
}

/** The newest entries of the order, oldest of them first. */
export function* orderLog(
	store: string,
	id: string,
	limit: number,
): Work<readonly OrderLogEntry[]> {
	const found = yield* rows<Row>(
		'SELECT at, type, person, detail FROM events WHERE order_id = ? ORDER BY id DESC LIMIT ?',
		yield* orderIdOf(store, id),
		limit,
	);
	return found.toReversed().map(({ at, type, person, detail }) => ({
		at: instant(at),
		event: type,
		by: person ?? 'System',
		detail,
	}));
}
