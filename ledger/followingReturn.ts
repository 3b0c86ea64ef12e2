import { channelTransitions, leastAdvanced, mayMove } from '../domain/transitions';
import type { HubStatus } from '../domain/hubStatus';
import { announce } from './announcing';
import { isCancelledThere } from './cancelledThere';
import { eventOf, tell } from './events';
import { storeOf } from './lookups';
import type { LedgerParcel } from './orderShapes';
import type { OrderRow } from './orders';
import { moveParcels, parcelsOf } from './parcels';
import { standingOf } from './returnables';
import { returnLines, type ReturnRow } from './returnRows';
import { elements, rows, run, type Work } from './statement';

/** The parcels that it is of, and the order with them, stand by what has come back of them; never where they were before. */
export function* followReturn(row: ReturnRow, order: OrderRow): Work<void> {
	const parcels = (yield* parcelsOf([order.id])).get(order.id) ?? [];
	const back = yield* unitsBack(parcels.map(({ parcel }) => parcel));
	const coming = (yield* returnLines([row.id])).filter(({ approved }) => (approved ?? 0) > 0);
	const touched = new Set(coming.map(({ parcel_id }) => parcel_id));
	const after: HubStatus[] = [];
	for (const one of parcels) {
		const standing = standingOf(order, one);
		const wanted = touched.has(one.parcel) ? wantedOf(one, back.get(one.parcel) ?? 0) : standing;
		const moves = mayMove(channelTransitions, standing, wanted);
		if (moves) yield* moveParcels([one.parcel], wanted);
		after.push(moves ? wanted : standing);
	}
	const whole = leastAdvanced(after);
	if (whole === null || !mayMove(channelTransitions, order.status, whole)) return;
	yield* run('UPDATE orders SET status = ?, updated_at = {now} WHERE id = ?', whole, order.id);
	yield* tell(order.store, [{ type: eventOf(whole), order: order.id, detail: whole }]);
	if (yield* isCancelledThere(order)) return;
	const only = touched.size < parcels.length ? [...touched] : undefined;
	yield* announce(yield* storeOf(order.store), [order], whole, { parcels: only });
}

/** What quality control has counted, by parcel. */
function* unitsBack(parcels: readonly number[]): Work<ReadonlyMap<number, number>> {
	const found = yield* rows<{ parcel_id: number; units: number }>(
		`SELECT parcel_id, CAST(SUM(passed + failed) AS INTEGER) AS units FROM return_lines
		WHERE parcel_id IN {ids} AND passed IS NOT NULL GROUP BY parcel_id`,
		elements(parcels),
	);
	return new Map(found.map(({ parcel_id, units }) => [parcel_id, units]));
}

function wantedOf({ lines }: LedgerParcel, back: number): HubStatus {
	if (back === 0) return 'return_in_progress';
	const all = lines.reduce((sum, { quantity }) => sum + quantity, 0);
	return back < all ? 'partial_return' : 'returned';
}
