import { setsOf, type PickSet } from './coveringSets';
import type { Offer, Row } from './offer';
import type { Share, Shared } from './sharing';

/** What a split is looked for among. `share` says whether a set of hubs can share the order out within the limits. */
export interface SetSearch {
	readonly offers: readonly Offer[];
	readonly wanted: Row;
	readonly mostParcels: number;
	/** Of more parcels than these one would be worth too little. */
	readonly mostWorth: number;
	share(set: readonly Offer[]): Shared;
}

/** The set that is picked; where a hub's share may not leave, the one that is picked without that hub, and so on. */
export function firstPick(pick: PickSet, search: SetSearch): readonly Share[] | null {
	const set = pick(search.offers, search.wanted);
	if (set === null || set.length > search.mostParcels) return null;
	const { shares, barred } = search.share(set);
	if (barred === null) return shares;
	const offers = search.offers.filter((offer) => offer !== barred.offer);
	return firstPick(pick, { ...search, offers });
}

/** The smallest set that can share the order out; of equal ones that of the preferred hubs. */
export function smallestSet(search: SetSearch): readonly Share[] | null {
	const { offers, wanted, mostParcels, mostWorth, share } = search;
	for (let size = 1; size <= Math.min(offers.length, mostParcels, mostWorth); size++) {
		for (const set of setsOf(size, offers, wanted)) {
			const { shares, barred } = share(set);
			if (barred === null) return shares;
		}
	}
	return null;
}
