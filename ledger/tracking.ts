import type { Tracking } from '../domain/channelUpdate';
import { refused } from '../domain/failure';
import { hasLeft } from '../domain/transitions';
import { announceTracking } from './announcing';
import { storeOf } from './lookups';
import { getOrder, orderRow, type OrderRow } from './orders';
import { parcelsOf, trackParcels } from './parcels';
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
	const wanted = parcel === undefined ? parcels : [parcelOf(order, parcels, parcel)];
	if (wanted.length === 0) {
		throw refused(`Order ${order.number} has no parcel yet. Route it first.`);
	}
	yield* track(order, wanted, tracking);
	return yield* getOrder(store, id);
}

/** Belongs into the transaction that has locked the order. */
export function* track(
	order: OrderRow,
	parcels: readonly LedgerParcel[],
	tracking: Tracking,
): Work<void> {
	const [parcel, ...others] = parcels;
	if (parcel === undefined) return;
	if (others.length > 0) {
		throw refused(
			`Order ${order.number} leaves in several parcels, each with its own tracking number. Name one of ${listed(parcels)}.`,
		);
	}
	if (tracking.number.trim() === '') {
		throw refused(
			`Order ${order.number}: the tracking number is blank. Enter it, or leave it out.`,
		);
	}
	if (isSame(parcel.tracking, tracking)) return;
	yield* trackParcels([parcel.parcel], tracking);
	if (hasLeft(parcel.status)) {
		yield* announceTracking(yield* storeOf(order.store), order, parcel.parcel);
	}
}

const isSame = (known: Tracking | null, { number, carrier, url }: Tracking) =>
	known?.number === number && known.carrier === carrier && known.url === url;

export function parcelOf(
	{ number }: OrderRow,
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
