import type { Order } from './order';

/** An order that its channel takes only as a whole goes in one box: why these parcels are none of it, or null. */
export const pieceFault = (
	{ isWhole }: Pick<Order, 'isWhole'>,
	parcels: readonly unknown[],
): string | null =>
	isWhole === true && parcels.length > 1
		? `it is in ${parcels.length} parcels, and its channel takes an order only as a whole and in one box. Bring it into one parcel, or cancel it.`
		: null;
