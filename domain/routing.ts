import type { Quantities } from './quantities';

/** Degrees. Null where unknown. */
export interface Coordinates {
	readonly latitude: number | null;
	readonly longitude: number | null;
}

/** A hub that may take the order, with what it may still promise of the SKUs in question. */
export interface CandidateHub extends Coordinates {
	readonly code: string;
	readonly active: boolean;
	readonly available: Quantities;
}

export interface RoutingRequest {
	readonly wanted: Quantities;
	/** The hub that the channel's location stands for: the only candidate when set. */
	readonly forcedHub: string | null;
	readonly shipTo: Coordinates;
}

export const strategies = ['priority', 'nearest'] as const;
export type StrategyName = (typeof strategies)[number];

/** Rules are tried in order; the first that finds a hub wins. */
export interface RuleSet {
	readonly code: string;
	readonly version: number;
	readonly rules: readonly RoutingRule[];
}

export interface RoutingRule {
	readonly name: string;
	readonly strategy: StrategyName;
	/** The hubs the rule may choose, in its order of preference; every candidate when left out. */
	readonly hubs?: readonly string[];
}

/** What was said about one candidate: taken or rejected, and why. */
export interface HubVerdict {
	readonly hub: string;
	readonly taken: boolean;
	readonly why: string;
}

export interface RoutingDecision {
	readonly hub: string | null;
	/** Code and version of the rule set, such as `priority@1`; null when no rule was asked. */
	readonly ruleSet: string | null;
	readonly rule: string | null;
	/** Why no rule was asked, else null. */
	readonly unasked: string | null;
	/** The hub that would have been next, or null. */
	readonly runnerUp: string | null;
	readonly holdReason: 'inventory_not_present' | 'not_able_to_route' | null;
	readonly verdicts: readonly HubVerdict[];
}
