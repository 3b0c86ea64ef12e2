import { distanceKm } from './distance';
import type { HoldReason } from './hubStatus';
import type { Coordinates } from './routing';

/** Which hubs ship an order, by the one or the other rules or in reality. */
export interface Placing {
	readonly parcels: readonly {
		/** Null where nobody knows. */
		readonly hub: string | null;
		readonly units: number;
	}[];
	/** Why there is no parcel, as far as that is known. */
	readonly holdReason: HoldReason | null;
	/** Some of the goods are at a hub that might ship them; null where nobody knows. */
	readonly isPartlyThere: boolean | null;
}

export interface HubShare {
	readonly orders: number;
	readonly parcels: number;
	readonly units: number;
}

/** What became of all orders together. */
export interface PlacedTotal {
	/** Orders that have a hub. */
	readonly orders: number;
	/** Those of them that leave in more than one parcel. */
	readonly split: number;
	readonly parcels: number;
	readonly parcelsPerOrder: number | null;
	/** Straight lines from the hub of each parcel to the buyer. */
	readonly distance: {
		readonly km: number;
		readonly kmPerParcel: number | null;
		/** Parcels whose hub or address has no coordinates. */
		readonly unknown: number;
	};
	readonly unfillable: {
		readonly orders: number;
		/** Those for which the goods are not there. */
		readonly withoutStock: number;
		/** Those that no rule or hub takes. */
		readonly withoutRoute: number;
		/** Those of which some goods are at a hub that might ship them; null where nobody knows. */
		readonly partlyThere: number | null;
	};
}

/** Placings as they are counted, so that none of them has to be kept. */
export interface Tally {
	readonly places: ReadonlyMap<string, Coordinates>;
	readonly shares: Map<string, HubShare>;
	orders: number;
	split: number;
	parcels: number;
	km: number;
	unknown: number;
	unfillable: number;
	withoutStock: number;
	withoutRoute: number;
	/** Null from the first one on of which nobody knows. */
	partlyThere: number | null;
}

/** `places` are where the hubs are. */
export const newTally = (places: ReadonlyMap<string, Coordinates>): Tally => ({
	...{ places, shares: new Map(), orders: 0, split: 0, parcels: 0, km: 0, unknown: 0 },
	...{ unfillable: 0, withoutStock: 0, withoutRoute: 0, partlyThere: 0 },
});

export const noShare: HubShare = { orders: 0, parcels: 0, units: 0 };

export function count(tally: Tally, placing: Placing, shipTo: Coordinates): void {
	const { parcels } = placing;
	if (parcels.length === 0) return countUnfillable(tally, placing);
	tally.orders++;
	if (parcels.length > 1) tally.split++;
	for (const { hub } of parcels) countParcel(tally, hub, shipTo);
	for (const [hub, of] of Map.groupBy(parcels, (parcel) => parcel.hub)) {
		if (hub === null) continue;
		const share = tally.shares.get(hub) ?? noShare;
		tally.shares.set(hub, {
			orders: share.orders + 1,
			parcels: share.parcels + of.length,
			units: of.reduce((sum, { units }) => sum + units, share.units),
		});
	}
}

function countParcel(tally: Tally, hub: string | null, shipTo: Coordinates): void {
	const place = hub === null ? undefined : tally.places.get(hub);
	const km = place === undefined ? null : distanceKm(place, shipTo);
	tally.parcels++;
	tally.km += km ?? 0;
	if (km === null) tally.unknown++;
}

function countUnfillable(tally: Tally, { holdReason, isPartlyThere }: Placing): void {
	tally.unfillable++;
	if (holdReason === 'inventory_not_present') tally.withoutStock++;
	if (holdReason === 'not_able_to_route') tally.withoutRoute++;
	if (isPartlyThere === null) tally.partlyThere = null;
	else if (isPartlyThere && tally.partlyThere !== null) tally.partlyThere++;
}

export const totalOf = ({ orders, split, parcels, km, unknown, ...tally }: Tally): PlacedTotal => ({
	orders,
	split,
	parcels,
	parcelsPerOrder: mean(parcels, orders, 1000),
	distance: {
		km: Math.round(km),
		kmPerParcel: mean(km, parcels - unknown, 10),
		unknown,
	},
	unfillable: {
		orders: tally.unfillable,
		withoutStock: tally.withoutStock,
		withoutRoute: tally.withoutRoute,
		partlyThere: tally.partlyThere,
	},
});

/** Rounded to so many parts of one; null of nothing. */
const mean = (sum: number, among: number, parts: number): number | null =>
	among === 0 ? null : Math.round((sum / among) * parts) / parts;
