import type { HoldReason } from '../domain/hubStatus';
import type { Instant } from '../domain/instant';
import type { HubShare, PlacedTotal } from '../domain/replayTally';
import type { RoutingRule } from '../domain/routing';

/**
 * What the hubs are taken to have. `replayed`: what is free now and what these orders took, consumed in order of placing.
 * `unlimited`: any number of everything, so that only the rules count.
 */
export const replayStocks = ['replayed', 'unlimited'] as const;
export type ReplayStock = (typeof replayStocks)[number];

/** Rules that nobody has saved, or a version of those that somebody has; the newest when none is named. */
export type DraftRules =
	| { readonly rules: readonly RoutingRule[] }
	| { readonly ruleSet: string; readonly version?: number | undefined };

export interface ReplayAsked {
	/** All stores when left out, their stock shared as it is. */
	readonly store?: string | undefined;
	/** Orders that were placed in so many days up to now. */
	readonly days: number;
	readonly draft: DraftRules;
	readonly stock: ReplayStock;
	/** Of more orders than these only the newest are compared. */
	readonly most: number;
	/** How many of the orders that change are named. */
	readonly listed: number;
}

/** On each side the same orders. `actual` is what the ledger has assigned, whatever rules there were. */
export interface Sides<T> {
	readonly actual: T;
	readonly inForce: T;
	readonly draft: T;
}

export type HubCompared = { readonly hub: string } & Sides<HubShare>;

export interface ReplayedPlace {
	readonly hubs: readonly string[];
	readonly rule: string | null;
	readonly holdReason: HoldReason | null;
}

/** An order that the draft gives to other hubs, or shares out in another way. */
export interface ChangedOrder extends Sides<ReplayedPlace> {
	readonly store: string;
	/** The channel's id and number of it. */
	readonly order: string;
	readonly number: string;
	readonly placedAt: Instant;
}

/** Last week's orders, decided again. Nothing was changed by it. */
export interface Replay extends Sides<PlacedTotal> {
	readonly from: Instant;
	readonly to: Instant;
	readonly stock: ReplayStock;
	/** Code and version; `draft` for rules that nobody has saved. */
	readonly draftRules: string;
	/** The rules in force of each store that sold something. */
	readonly stores: readonly {
		readonly store: string;
		readonly rules: string;
		readonly orders: number;
	}[];
	/** How many are compared. */
	readonly orders: number;
	/** More were placed than are compared, those before `from`. */
	readonly hasMore: boolean;
	/** Orders that no rule is asked for: cancelled, with a line that is no SKU of the seller's, of a location that is not mapped. */
	readonly leftOut: {
		readonly cancelled: number;
		readonly skuNotValid: number;
		readonly locationNotMapped: number;
	};
	readonly hubs: readonly HubCompared[];
	readonly changed: number;
	/** The newest of those that change. */
	readonly changes: readonly ChangedOrder[];
}
