import type { Instant } from './instant';
import type { Money } from './money';
import type { Quantities } from './quantities';

/** Degrees. Null where unknown. */
export interface Coordinates {
	readonly latitude: number | null;
	readonly longitude: number | null;
}

/** Hours in which a hub takes work, by its own clock. `days` are ISO weekdays, Monday is 1; times are `HH:MM`. */
export interface WorkingHours {
	/** IANA name, such as `Europe/Istanbul`. */
	readonly timeZone: string;
	readonly days: readonly number[];
	readonly opens: string;
	/** At or before `opens` means the next day. */
	readonly closes: string;
	/** Orders after this time of day count for the next working day; null where there is none. */
	readonly cutOff: string | null;
}

/** A hub that may take the order, with what it may still promise of the SKUs in question. */
export interface CandidateHub extends Coordinates {
	readonly code: string;
	readonly active: boolean;
	readonly available: Quantities;
	/** Orders it has taken and not yet handed over. */
	readonly openOrders: number;
	/** Most open orders it takes; null for any number. */
	readonly orderLimit: number | null;
	/** Null: always open. */
	readonly workingHours: WorkingHours | null;
}

export interface RoutingRequest {
	readonly wanted: Quantities;
	/** The hub that the channel's location stands for: the only candidate when set. */
	readonly forcedHub: string | null;
	readonly shipTo: ShipTo;
	/** What the filters of rules ask for. */
	readonly channel: string;
	readonly store: string;
	readonly tags: readonly string[];
	/** How it is paid, in the channel's word; null where the channel does not say. */
	readonly payment: string | null;
	readonly value: Money;
	/** Grams; null where unknown. */
	readonly weight: number | null;
	/** Price of one unit by SKU, for the smallest value of a split parcel. */
	readonly prices: ReadonlyMap<string, Money>;
	/** Whether the store lets an order leave in more than one parcel. */
	readonly maySplit: boolean;
	/** Its channel takes it only as a whole, whatever the store says. */
	readonly isWhole?: boolean;
	/** When it is decided. */
	readonly at: Instant;
}

export interface ShipTo extends Coordinates {
	readonly country: string | null;
	readonly region: string | null;
	readonly postcode: string | null;
}

export const strategies = [
	'priority',
	'nearest',
	'mostStock',
	'leastLoaded',
	'fewestParcels',
] as const;
export type StrategyName = (typeof strategies)[number];

export const filterFields = [
	'channel',
	'store',
	'country',
	'region',
	'postcode',
	'sku',
	'tag',
	'payment',
	'value',
	'weight',
] as const;
export type FilterField = (typeof filterFields)[number];

/**
 * What an order must have (`include`) or must not have (`exclude`) for the rule to be asked. Words compare without case,
 * an order with several SKUs or tags has each of them. Ranges are written `from-to`, either end may be left out:
 * `34000-34999` for postcodes, `500-` for values (major units) and weights (grams). `*` ends a beginning: `34*`.
 */
export interface RuleFilter {
	readonly field: FilterField;
	readonly is: 'include' | 'exclude';
	readonly values: readonly string[];
}

/** What a rule does when a hub is outside its working hours. */
export const workingHoursRules = ['ignore', 'prefer', 'require'] as const;
export type WorkingHoursRule = (typeof workingHoursRules)[number];

export interface SplitRule {
	/** Goods worth less than this (major units of the order's currency) never leave as a parcel of their own. */
	readonly smallestValue: number;
	/** Most parcels of one order; null for any number. */
	readonly mostParcels: number | null;
}

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
	/** All must hold; none when left out. */
	readonly filters?: readonly RuleFilter[];
	/** Left out: the order leaves whole from one hub. */
	readonly split?: SplitRule;
	/** Left out: `ignore`. */
	readonly workingHours?: WorkingHoursRule;
}

/** What was said about one candidate: taken or rejected, and why. */
export interface HubVerdict {
	readonly hub: string;
	readonly taken: boolean;
	readonly why: string;
}

/** What leaves one hub. */
export interface PlannedParcel {
	readonly hub: string;
	/** Units by SKU, as pairs, so that a decision can be stored as JSON. */
	readonly contents: readonly (readonly [sku: string, units: number])[];
}

export interface RoutingDecision {
	/** The hub that ships the order, or of several the first parcel's; null when there is none. */
	readonly hub: string | null;
	/** One per hub; more than one when the order is split, none when there is no hub. */
	readonly parcels: readonly PlannedParcel[];
	/**
	 * How the hubs of a split were found: `exact` tried every set, fewest first; `greedy` took one after the other, as a
	 * strategy with an order of its own does, and any with more than 10 hubs that have some of it. Null unsplit.
	 */
	readonly splitBy: 'exact' | 'greedy' | null;
	/** Code and version of the rule set, such as `priority@1`; null when no rule was asked. */
	readonly ruleSet: string | null;
	readonly rule: string | null;
	/** Why no rule was asked, else null. */
	readonly unasked: string | null;
	/** The hub that would have been next, or null. */
	readonly runnerUp: string | null;
	readonly holdReason: 'inventory_not_present' | 'not_able_to_route' | null;
	/** Rules that were passed over, and why: such as a filter that did not match. */
	readonly passedOver: readonly { readonly rule: string; readonly why: string }[];
	readonly verdicts: readonly HubVerdict[];
}
