import { distanceKm } from './distance';
import type { PlacedHub } from './placedHub';
import { units } from './quantities';
import type { CandidateHub, RoutingRequest, StrategyName } from './routing';

/** A hub with what put it in its place among the others. */
export interface RankedHub {
	readonly hub: CandidateHub;
	readonly why: string;
}

interface Strategy {
	/** Less is better. Hubs that weigh the same keep their order. */
	weigh(hub: CandidateHub, request: RoutingRequest): number;
	say(weight: number, place: number): string;
}

const byPriority: Strategy = {
	weigh: () => 0,
	say: (_, place) => `priority ${place + 1}`,
};

/** By great-circle distance; hubs without a distance come last. */
const byDistance: Strategy = {
	weigh: (hub, { shipTo }) => distanceKm(hub, shipTo) ?? Infinity,
	say: (km) =>
		km === Infinity ? 'distance unknown: coordinates are missing' : `${Math.round(km)} km away`,
};

/** By units of what the order wants, whichever of its SKUs. */
const byStock: Strategy = {
	weigh: ({ available }, { wanted }) => {
		let free = 0;
		for (const sku of wanted.keys()) free += units(available, sku);
		return -free;
	},
	say: (weight) =>
		weight === -Infinity ? 'no stock is kept' : `units of the order's SKUs free: ${-weight}`,
};

const byLoad: Strategy = {
	weigh: ({ openOrders }) => openOrders,
	say: (openOrders) => `open orders: ${openOrders}`,
};

const strategies: Readonly<Record<StrategyName, Strategy>> = {
	priority: byPriority,
	nearest: byDistance,
	mostStock: byStock,
	leastLoaded: byLoad,
	// Among hubs that each ship one parcel, and sets of as many, the rule's order decides.
	fewestParcels: byPriority,
};

/** The hubs in the order that the strategy prefers, best first; those that do not work now behind all that do. */
export function rank(
	name: StrategyName,
	hubs: readonly PlacedHub[],
	request: RoutingRequest,
): readonly RankedHub[] {
	const { weigh, say } = strategies[name];
	return hubs
		.map(({ hub, place, off }) => ({ hub, place, off, weight: weigh(hub, request) }))
		.sort(
			(left, right) =>
				Number(left.off !== null) - Number(right.off !== null) ||
				// Two that are both infinitely far give NaN.
				left.weight - right.weight ||
				0,
		)
		.map(({ hub, place, off, weight }) => {
			const why = say(weight, place);
			return { hub, why: off === null ? why : `${why}, ${off}` };
		});
}
