import type { LineReduced } from '../domain/channelUpdate';
import type { Order } from '../domain/order';
import type { LineUnits } from '../domain/omsUnits';
import { leastAdvanced } from '../domain/transitions';
import { tell } from './events';
import { keptLines } from './lines';
import { orderById } from './orders';
import { parcelsOf } from './parcels';
import { free, freeUnits } from './reserving';
import { each, run, type Work } from './statement';
import { takeOutOfParcels } from './unpacking';

/** What is left of an order once units were taken off, and the SKUs that are free again. */
export interface Reduced {
	readonly lines: readonly LineReduced[];
	/** Nothing of it is left: it is cancelled. */
	readonly isEmpty: boolean;
	readonly freed: readonly string[];
}

/**
 * Takes open units off the lines of an order that an OMS has, out of its parcels and of what it may still hold. What the OMS has
 * taken out of its stock comes back with its next figures. The caller has the seller's turn and has locked the order.
 */
export function* reduce(id: number, units: readonly LineUnits[], by: string): Work<Reduced> {
	yield* each(
		'UPDATE order_lines SET cancelled = cancelled + ? WHERE order_id = ? AND line_id = ?',
		units.map(({ line, quantity }) => [quantity, id, line]),
	);
	const kept = new Map(
		((yield* keptLines([id])).get(id) ?? []).map(({ line, quantity }) => [line, quantity]),
	);
	const lines = units.map((one) => ({ ...one, left: kept.get(one.line) ?? 0 }));
	const isEmpty = [...kept.values()].every((quantity) => quantity === 0);
	const freed = isEmpty ? yield* free(id) : yield* freeUnits(id, units);
	const parcels = ((yield* parcelsOf([id])).get(id) ?? []).filter(
		({ shippedAt }) => shippedAt === null,
	);
	yield* takeOutOfParcels(parcels, units);
	yield* restate(id, isEmpty, by);
	return { lines, isEmpty, freed: freed.map(({ sku }) => sku) };
}

/** Cancelled where nothing is left; where only what has left is left, as far as that. */
function* restate(id: number, isEmpty: boolean, by: string): Work<void> {
	const { store, status, hold_reason } = yield* orderById(id);
	const parcels = (yield* parcelsOf([id])).get(id) ?? [];
	const isGone = parcels.length > 0 && parcels.every(({ shippedAt }) => shippedAt !== null);
	const rest = isGone ? leastAdvanced(parcels.map((one) => one.status)) : null;
	const now = isEmpty ? 'cancelled' : (rest ?? status);
	yield* run(
		'UPDATE orders SET status = ?, hold_reason = ?, updated_at = {now} WHERE id = ?',
		now,
		now === status ? hold_reason : null,
		id,
	);
	if (isEmpty) yield* tell(store, [{ type: 'order_cancelled', order: id, detail: by }]);
	else if (now !== status) yield* tell(store, [{ type: 'status_changed', order: id, detail: now }]);
}

/** The order without the units. */
export function without(order: Order, units: readonly LineUnits[]): Order {
	const off = new Map(units.map(({ line, quantity }) => [line, quantity]));
	const lines = order.lines.map((line) => ({
		...line,
		cancelled: line.cancelled + (off.get(line.id) ?? 0),
	}));
	return { ...order, lines };
}
