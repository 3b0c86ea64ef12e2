import type { LineUnits } from '../domain/omsUnits';
import type { LedgerParcel } from './orderShapes';
import { each, elements, run, type Work } from './statement';

/** Units that leave otherwise, or not at all, lie in none of these parcels any more. */
export function* takeOutOfParcels(
	planned: readonly LedgerParcel[],
	units: readonly LineUnits[],
): Work<void> {
	const taken = units.flatMap(({ line, quantity }) => {
		let left = quantity;
		return planned.flatMap(({ parcel, lines }) => {
			const there = lines.find((one) => one.line === line)?.quantity ?? 0;
			const some = Math.min(there, left);
			left -= some;
			return some === 0 ? [] : [[some, parcel, line] as const];
		});
	});
	yield* each(
		'UPDATE parcel_lines SET quantity = quantity - ? WHERE parcel_id = ? AND line_id = ?',
		taken,
	);
	const parcels = elements(planned.map(({ parcel }) => parcel));
	yield* run('DELETE FROM parcel_lines WHERE parcel_id IN {ids} AND quantity = 0', parcels);
	yield* run(
		`DELETE FROM parcels WHERE id IN {ids}
			AND NOT EXISTS (SELECT 1 FROM parcel_lines l WHERE l.parcel_id = parcels.id)`,
		parcels,
	);
}
