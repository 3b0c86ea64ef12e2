import type { Tracking } from '../domain/channelUpdate';
import { refused } from '../domain/failure';
import { hasLeft } from '../domain/transitions';
import { announceTracking } from './announcing';
import { storeOf } from './lookups';
import { getOrder, orderRow, type OrderRow } from './orders';
import { parcelsOf, trackParcels } from './parcels';
import { wakeUpdatesOf } from './retracking';
import type { LedgerOrder, LedgerParcel } from './orderShapes';
import type { Work } from './statement';

/** Carrier and number of a parcel, or of the only one; late ones reach the channel as an update of their own. */
export function* setTracking(
	store: string,
	id: string,
	tracking: Tracking,
	parcel?: number,
): Work<LedgerOrder> {
	const order = yield* orderRow(store, id);
	const parcels = (yield* parcelsOf([order.id])).get(order.id) ?? [];
	yield* track(order, theParcel(order, parcels, parcel), tracking);
	return yield* getOrder(store, id);
}

/** Belongs into the transaction that has locked the order. */
export function* track(order: OrderRow, parcel: LedgerParcel, tracking: Tracking): Work<void> {
	if (tracking.number.trim() === '') {
		throw refused(
			`Order ${order.number}: the tracking number is blank. Enter it, or leave it out.`,
		);
	}
	if (isSame(parcel.tracking, tracking)) return;
	yield* trackParcels([parcel.parcel], tracking);
	yield* wakeUpdatesOf(order.id, parcel.parcel);
	if (hasLeft(parcel.status)) {
		yield* announceTracking(yield* storeOf(order.store), order, parcel.parcel);
	}
}

const isSame = (known: Tracking | null, { number, carrier, url }: Tracking) =>
	known?.number === number && known.carrier === carrier && known.url === url;

/** The parcel that was named, or the only one. */
export function theParcel(
	order: Pick<OrderRow, 'number'>,
	parcels: readonly LedgerParcel[],
	named?: number,
): LedgerParcel {
	if (named !== undefined) return parcelOf(order, parcels, named);
	const [only, ...others] = parcels;
	if (only === undefined) {
		throw refused(`Order ${order.number} has no parcel yet. Route it first.`);
	}
	if (others.length === 0) return only;
	throw refused(
		`Order ${order.number} leaves in several parcels, each with a number, a size and a label of its own. Name one of ${listed(parcels)}.`,
	);
}

export function parcelOf(
	{ number }: Pick<OrderRow, 'number'>,
	parcels: readonly LedgerParcel[],
	wanted: number,
): LedgerParcel {
	const parcel = parcels.find((one) => one.parcel === wanted);
	if (parcel !== undefined) return parcel;
	throw refused(
		`Order ${number} has no parcel ${wanted}. Its parcels are: ${listed(parcels) || 'none yet'}.`,
	);
}

export const listed = (parcels: readonly LedgerParcel[]) =>
	parcels.map(({ parcel }) => parcel).join(', ');
