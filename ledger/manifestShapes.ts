import type { Tracking } from '../domain/channelUpdate';
import type { HubStatus } from '../domain/hubStatus';
import type { Instant } from '../domain/instant';

export const manifestStates = ['open', 'closed'] as const;
export type ManifestState = (typeof manifestStates)[number];

/**
 * Where an order of a manifest stands. `added`: the manifest is open. `leftOut`: the order was cancelled before the closing. Of a
 * closed one, by the outbox: `waiting` to be told, `dispatched` once the channel was told, `refused` by the channel, `givenUp`
 * after tries in vain, `notTold` where nobody tells it.
 */
export type ManifestResult =
	| 'added'
	| 'leftOut'
	| 'waiting'
	| 'dispatched'
	| 'refused'
	| 'givenUp'
	| 'notTold';

export interface ManifestDraft {
	readonly store: string;
	readonly hub: string;
	/** The carrier that takes all of it; null for any. */
	readonly provider: string | null;
	/** Null for the next one of the hub's own. */
	readonly code: string | null;
	/** Gives the open one of the same store, hub and provider where there is one. */
	readonly reuseOpen: boolean;
}

/** What leaves one hub for one store together. */
export interface ManifestHead {
	readonly code: string;
	readonly store: string;
	readonly hub: string;
	readonly provider: string | null;
	readonly state: ManifestState;
	readonly openedAt: Instant;
	readonly closedAt: Instant | null;
	readonly closedBy: string | null;
}

/** Units in a parcel, for the list that goes with it. */
export interface ManifestItem {
	readonly sku: string;
	readonly title: string;
	readonly quantity: number;
}

export interface ManifestOrder {
	/** The channel's order id and number. */
	readonly order: string;
	readonly number: string;
	readonly parcel: number;
	readonly status: HubStatus;
	readonly tracking: Tracking | null;
	readonly result: ManifestResult;
	/** What happened, or what is waited for, in words; null where there is nothing to say. */
	readonly why: string | null;
	/** The id of the channel update that tells it, or null. */
	readonly update: number | null;
	/** When a waiting one is due, or null. */
	readonly dueAt: Instant | null;
}

/** How many of a manifest's orders stand where. */
export type ManifestCounts = Readonly<Record<ManifestResult, number>>;

export interface ManifestSummary extends ManifestHead {
	readonly parcels: number;
	readonly counts: ManifestCounts;
}

export interface Manifest extends ManifestSummary {
	readonly orders: readonly ManifestOrder[];
}

/** How far a parcel has to be to leave with a manifest, in this order. */
export const readyStatuses = [
	'packed',
	'ready_to_ship',
	'ready_for_handover',
] as const satisfies readonly HubStatus[];
export type ReadyStatus = (typeof readyStatuses)[number];

/** Orders by the channel's id or number, or all that are at least so far and on no manifest. */
export type OrdersToLoad = readonly string[] | { readonly readyFrom: ReadyStatus };

/** What became of an order that was to be put on a manifest, or taken off. */
export interface ManifestChange {
	readonly manifest: string;
	/** The channel's order id, or what was given where no order has it. */
	readonly order: string;
	readonly number: string | null;
	readonly outcome: 'added' | 'removed' | 'unchanged' | 'refused';
	/** Why it was refused and what to do, or null. */
	readonly reason: string | null;
	readonly parcels: readonly number[];
}

/** A failed order of a closed manifest that is told again, or why not. */
export interface ManifestRetried {
	readonly manifest: string;
	readonly order: string;
	readonly number: string;
	readonly update: number;
	readonly outcome: 'queued' | 'refused';
	readonly reason: string | null;
}

export interface ManifestFilter {
	readonly store: string;
	readonly hub?: string;
	readonly state?: ManifestState;
	readonly limit: number;
}

/** What is printed and signed when the parcels are handed over. */
export interface ManifestPrintList extends ManifestHead {
	readonly hubName: string;
	readonly printedAt: Instant;
	readonly rows: readonly {
		readonly order: string;
		readonly number: string;
		readonly parcel: number;
		/** The code of the sub-order that it is; null for an order in one piece. */
		readonly subOrder: string | null;
		readonly tracking: Tracking | null;
		readonly items: readonly ManifestItem[];
		/** Units in the parcel. */
		readonly count: number;
	}[];
	readonly units: number;
}

/** An order that left without a closed manifest, and whose channel goes by manifests. */
export interface WithoutManifest {
	readonly store: string;
	readonly order: string;
	readonly number: string;
	readonly status: HubStatus;
	readonly hub: string | null;
	readonly parcels: readonly number[];
	/** The open manifest that it is on, or null. */
	readonly openManifest: string | null;
	/** Since when the channel is to be told. */
	readonly since: Instant;
	readonly advice: string;
}
