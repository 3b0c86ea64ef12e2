import { distanceKm } from './distance';
import type { CandidateHub, RoutingRequest, RoutingRule, StrategyName } from './routing';

/** A hub in its place, and what put it there. */
export interface RankedHub {
	readonly hub: CandidateHub;
	readonly why: string;
}

type Strategy = (
	hubs: readonly CandidateHub[],
	request: RoutingRequest,
	rule: RoutingRule,
) => readonly RankedHub[];

/** In the order that the rule lists the hubs. */
const byPriority: Strategy = (hubs, _request, rule) => {
	const place = new Map((rule.hubs ?? hubs.map(({ code }) => code)).map((code, at) => [code, at]));
	const placeOf = (hub: CandidateHub) => place.get(hub.code) ?? place.size;
	return [...hubs]
		.sort((left, right) => placeOf(left) - placeOf(right))
		.map((hub) => ({ hub, why: `priority ${placeOf(hub) + 1}` }));
};

/** The shortest great-circle distance first; hubs without a distance come last, in their order. */
const byDistance: Strategy = (hubs, { shipTo }) =>
	hubs
		.map((hub) => ({ hub, km: distanceKm(hub, shipTo) }))
		.sort((left, right) => (left.km ?? Infinity) - (right.km ?? Infinity) || 0)
		.map(({ hub, km }) => ({
			hub,
			why: km === null ? 'distance unknown: coordinates are missing' : `${Math.round(km)} km away`,
		}));

const strategies: Readonly<Record<StrategyName, Strategy>> = {
	priority: byPriority,
	nearest: byDistance,
};

/** The hubs in the order the rule prefers them, best first. */
export const rank = (
	rule: RoutingRule,
	hubs: readonly CandidateHub[],
	request: RoutingRequest,
): readonly RankedHub[] => strategies[rule.strategy](hubs, request, rule);
