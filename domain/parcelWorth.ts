import { major, money } from './money';
import type { Row } from './offer';
import type { RoutingRequest } from './routing';

/** What the smallest value of a parcel means for one order. Goods without a price count nothing. */
export interface ParcelWorth {
	/** Why a parcel with these units may not leave, or null. */
	whyNot(units: Row): string | null;
	/** The whole order is worth no more parcels than these. */
	readonly mostParcels: number;
}

/** `smallestValue` is in major units of the order's currency. */
export function parcelWorth(
	smallestValue: number,
	{ wanted, prices, value: { currency } }: RoutingRequest,
): ParcelWorth {
	const smallest = money(smallestValue, currency).minor;
	const priceOf = [...wanted.keys()].map((sku) => prices.get(sku)?.minor ?? 0);
	const worth = (units: Row) =>
		units.reduce((sum, count, at) => sum + count * (priceOf[at] ?? 0), 0);
	return {
		whyNot(units) {
			const minor = worth(units);
			if (minor >= smallest) return null;
			return `its parcel would be worth ${major({ minor, currency })} ${currency}, the rule asks for ${smallestValue}`;
		},
		mostParcels: smallest === 0 ? Infinity : Math.floor(worth([...wanted.values()]) / smallest),
	};
}
