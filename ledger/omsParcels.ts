import type { OmsParcel } from '../domain/oms';
import { elements, rows, run, type Work } from './statement';

/** A parcel of the OMS, and the ledger's parcel that it is; none any more once it was taken back before anybody was told. */
export interface LinkedParcel {
	readonly oms_parcel: string;
	readonly parcel_id: number | null;
	readonly status: OmsParcel['status'];
	/** What the OMS last said, as JSON. The channel may have answered with other words, and the ledger's parcel has these. */
	readonly tracking: string | null;
}

/** By the OMS's id of the parcel. */
export function* linkedParcels(order: number): Work<ReadonlyMap<string, LinkedParcel>> {
	const found = yield* rows<LinkedParcel>(
		'SELECT oms_parcel, parcel_id, status, tracking FROM oms_parcels WHERE order_id = ? ORDER BY oms_parcel',
		order,
	);
	return new Map(found.map((row) => [row.oms_parcel, row]));
}

/** Keeps what the OMS says of its parcel, and which of the ledger's it is. */
export const linkParcel = (
	{ oms, order }: { readonly oms: string; readonly order: number },
	{ id, status, ...parcel }: OmsParcel,
	ledgerParcel: number | null,
): Work<void> =>
	run(
		`INSERT INTO oms_parcels (oms, oms_parcel, order_id, parcel_id, status, tracking) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (oms, oms_parcel) DO UPDATE SET parcel_id = excluded.parcel_id, status = excluded.status,
			tracking = excluded.tracking`,
		oms,
		id,
		order,
		ledgerParcel,
		status,
		trackingIn(parcel),
	);

/** What the OMS says of the way of a parcel, to be compared; null where it says nothing of use. */
export const trackingIn = ({ tracking }: Pick<OmsParcel, 'tracking'>): string | null =>
	tracking === null || tracking.number.trim() === ''
		? null
		: JSON.stringify([tracking.number, tracking.carrier, tracking.url]);

/** The OMS takes back what it said of its parcels that these are. */
export const unlinkParcels = (parcels: readonly number[]): Work<void> =>
	run("UPDATE oms_parcels SET status = 'cancelled' WHERE parcel_id IN {ids}", elements(parcels));
