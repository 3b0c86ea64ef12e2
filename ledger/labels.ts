import type { Label } from '../domain/channelUpdate';
import { refused } from '../domain/failure';
import { pieceFault } from '../domain/wholeOrder';
import { getOrder } from './orders';
import type { ParcelLabel } from './orderShapes';
import { first, type Work } from './statement';
import { theParcel } from './tracking';

/** The label that the channel made of a parcel, or of the only one. */
export function* getLabel(store: string, id: string, named?: number): Work<ParcelLabel> {
	const order = yield* getOrder(store, id);
	const fault = pieceFault(order.order, order.parcels);
	if (fault !== null) throw refused(`Order ${order.number} has no label: ${fault}`);
	const { parcel, subOrder, tracking } = theParcel(order, order.parcels, named);
	const found = yield* first<{ label: string | null }>(
		'SELECT label FROM parcels WHERE id = ?',
		parcel,
	);
	if (found?.label == null) {
		throw refused(
			`Parcel ${parcel} of order ${order.number} has no label yet. The channel makes it when it is told of the parcel: see Channel Update > Get Many.`,
		);
	}
	const label = JSON.parse(found.label) as Label;
	return { store, order: id, number: order.number, parcel, subOrder, tracking, label };
}
