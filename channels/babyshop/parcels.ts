import type { Label, ParcelTold, Tracking, UpdateParcel } from '../../domain/channelUpdate';
import type { Telling } from './invoicing';
import { labelOf } from './label';
import { shipmentsIn } from './orderState';
import type { OrderState, Shipment } from './orderState';

/** What an order can be told to be. */
export type Goal = 'ready' | 'shipped';

/** The channel makes the number and gives no address to follow it. */
export const trackingOf = ({ awb, carrier }: Shipment): Tracking => ({
	number: awb,
	carrier,
	url: null,
});

/** The first one that any of the parcel's lines is in. */
export const shipmentOf = ({ lines }: UpdateParcel, state: OrderState): Shipment | undefined =>
	shipmentsIn(state).find((one) => lines.some(({ line }) => one.lines.includes(line)));

/**
 * Tracking number and label of each parcel; null where a label is not there yet. A parcel whose lines lie in several shipments has
 * those of the first. Of one that is told as shipped only what the hub does not have yet.
 */
export async function parcelsTold(
	{ http, update, done }: Telling,
	state: OrderState,
	goal: Goal,
): Promise<readonly ParcelTold[] | null> {
	const labels = new Map<string, Label>();
	const told: ParcelTold[] = [];
	for (const parcel of update.parcels) {
		const its = shipmentOf(parcel, state);
		const isKnown = goal === 'shipped' && parcel.tracking?.number === its?.awb;
		if (its === undefined || isKnown) continue;
		const label = labels.get(its.invoice) ?? (await labelOf(http, its.invoice));
		if (label === null) return null;
		labels.set(its.invoice, label);
		told.push({ parcel: parcel.parcel, tracking: trackingOf(its), label });
	}
	const others = shipmentsIn(state).filter(
		({ invoice }) => labels.size > 0 && !labels.has(invoice),
	);
	const numbers = others.map(({ awb }) => awb).join(', ');
	if (numbers !== '') done.push(`the label of ${numbers} is had by Print AWB`);
	return told;
}
