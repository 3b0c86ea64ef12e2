import { route } from '../../../domain/route';
import type { CandidateHub, RoutingRequest, RoutingRule, SplitRule } from '../../../domain/routing';
import { ruleSet } from './routes';

/** A rule that splits without limits, unless some are given. */
export const splitRule = (
	strategy: RoutingRule['strategy'],
	split: Partial<SplitRule> = {},
	change: Partial<RoutingRule> = {},
): RoutingRule => ({
	name: strategy,
	strategy,
	split: { smallestValue: 0, mostParcels: null, ...split },
	...change,
});

export const routed = (request: RoutingRequest, hubs: readonly CandidateHub[], by: RoutingRule) =>
	route(request, hubs, ruleSet(by));
