import { inOrder, mostFirst } from './coveringSets';
import { isCovered, offersOf, type Offer } from './offer';
import { parcelWorth } from './parcelWorth';
import type {
	CandidateHub,
	PlannedParcel,
	RoutingDecision,
	RoutingRequest,
	SplitRule,
	StrategyName,
} from './routing';
import { firstPick, smallestSet, type SetSearch } from './setSearch';
import { shareOut, type Share } from './sharing';

/** With more hubs than these not every set is tried: each further hub doubles their number. */
const mostTried = 10;

/** An order shared out over several hubs, or why it was not. */
export interface Split {
	/** In the order of the hubs; none when refused. */
	readonly parcels: readonly PlannedParcel[];
	readonly by: RoutingDecision['splitBy'];
	readonly refused: string | null;
	/** Hubs whose parcel would have been worth too little, and what is said of it. */
	readonly tooSmall: ReadonlyMap<string, string>;
}

/** Shares all of the order out over the hubs, which come in the order of preference, or nothing of it. */
export function split(
	strategy: StrategyName,
	limits: SplitRule,
	hubs: readonly CandidateHub[],
	request: RoutingRequest,
): Split {
	const offers = offersOf(hubs, request.wanted);
	const wanted = [...request.wanted.values()];
	const tooSmall = new Map<string, string>();
	const refuse = (refused: string): Split => ({ parcels: [], by: null, refused, tooSmall });
	if (!isCovered(wanted, offers)) return refuse('all of them together lack some of it, too');
	const worth = parcelWorth(limits.smallestValue, request);
	const share = (set: readonly Offer[]) => {
		const shared = shareOut(set, wanted, worth.whyNot);
		const { barred } = shared;
		if (barred && !tooSmall.has(barred.offer.hub)) tooSmall.set(barred.offer.hub, barred.why);
		return shared;
	};
	const mostParcels = limits.mostParcels ?? Infinity;
	const search = { offers, wanted, mostParcels, mostWorth: worth.mostParcels, share };
	const found = worth.mostParcels < 2 ? null : searched(strategy, search);
	if (found !== null) {
		return { parcels: toParcels(found.shares, request), by: found.by, refused: null, tooSmall };
	}
	return refuse(
		tooSmall.size > 0 || worth.mostParcels < mostParcels
			? `a split would leave a parcel worth less than ${limits.smallestValue} ${request.value.currency}`
			: `a split would take more than ${mostParcels} parcels`,
	);
}

/**
 * `fewestParcels` asks for the smallest set of hubs. The other strategies say which hubs are better, so these are taken in
 * their own order, and the smallest set only where that order breaks the limits: better that than an order on hold.
 */
function searched(strategy: StrategyName, search: SetSearch) {
	const preferred = strategy === 'fewestParcels' ? null : firstPick(inOrder, search);
	if (preferred !== null) return { shares: preferred, by: 'greedy' } as const;
	const isExact = search.offers.length <= mostTried;
	const shares = isExact ? smallestSet(search) : firstPick(mostFirst, search);
	return shares && ({ shares, by: isExact ? 'exact' : 'greedy' } as const);
}

const toParcels = (
	shares: readonly Share[],
	{ wanted }: RoutingRequest,
): readonly PlannedParcel[] => {
	const skus = [...wanted.keys()];
	return shares.map(({ offer, units }) => ({
		hub: offer.hub,
		contents: skus
			.map((sku, at) => [sku, units[at] ?? 0] as const)
			.filter(([, count]) => count > 0),
	}));
};
