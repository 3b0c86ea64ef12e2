import type { HubStatus } from '../domain/hubStatus';
import { hasLeft } from '../domain/transitions';
import type { LedgerParcel } from './orderShapes';
import type { OrderRow } from './orders';
import { parcelsOf } from './parcels';
import type { ReturnKind } from './returnShapes';
import type { Held } from './returnUnits';
import { elements, rows, type Work } from './statement';

/** What a channel says of an order on its way, it says of all that has left: its parcels still stand as shipped. */
export const standingOf = (order: OrderRow, { status }: LedgerParcel): HubStatus =>
	status === 'shipped' && hasLeft(order.status) ? order.status : status;

const from: Readonly<Record<ReturnKind, readonly HubStatus[]>> = {
	customer: ['delivered', 'return_in_progress', 'partial_return', 'returned'],
	courier: ['return_to_origin', 'returned'],
};

export interface Returnable extends Held {
	readonly parcel: number;
	/** That shipped it. */
	readonly hub: string | null;
}

/** Units that may still come back in this way: those that arrived, or did not, and that no other return has. */
export function* returnables(order: OrderRow, kind: ReturnKind): Work<readonly Returnable[]> {
	const parcels = ((yield* parcelsOf([order.id])).get(order.id) ?? []).filter((one) =>
		from[kind].includes(standingOf(order, one)),
	);
	const claimed = yield* claimedOf(parcels.map(({ parcel }) => parcel));
	return parcels.flatMap(({ parcel, hub, lines }) =>
		lines.flatMap(({ line, sku, quantity }) => {
			const open = quantity - (claimed.get(`${parcel} ${line}`) ?? 0);
			return open > 0 ? [{ parcel, hub, line_id: line, sku, quantity: open }] : [];
		}),
	);
}

function* claimedOf(parcels: readonly number[]): Work<ReadonlyMap<string, number>> {
	const found = yield* rows<{ parcel_id: number; line_id: string; claimed: number }>(
		`SELECT parcel_id, line_id, CAST(SUM(claimed) AS INTEGER) AS claimed FROM return_lines
		WHERE parcel_id IN {ids} GROUP BY parcel_id, line_id`,
		elements(parcels),
	);
	return new Map(
		found.map(({ parcel_id, line_id, claimed }) => [`${parcel_id} ${line_id}`, claimed]),
	);
}
