import type { Box } from '../domain/box';
import type { Listing } from '../domain/listing';
import type { Unreadable } from '../domain/order';
import type { SyncRun } from './syncShapes';

/** `changed`: the channel writes another SKU than the listing is known as, and a person has to decide. */
export const listingStates = ['linked', 'changed', 'skipped'] as const;
export type ListingState = (typeof listingStates)[number];

export type ListingOutcome = 'created' | 'updated' | 'unchanged' | 'skipped' | 'exception';

/** How one listing ended, by the channel's id. */
export interface ListingEnded {
	readonly id: string;
	readonly outcome: ListingOutcome;
	readonly reason: string | null;
}

/** A page of the catalog under a run of kind `catalog`. */
export interface ListingsRead {
	readonly run: SyncRun;
	readonly listings: readonly Listing[];
	/** What the channel has and could not be read: listed as skipped. */
	readonly unreadable?: readonly Unreadable[];
	readonly next: string | null;
}

export interface CatalogStored {
	readonly run: SyncRun;
	readonly outcomes: readonly ListingEnded[];
	readonly counts: Readonly<Record<ListingOutcome, number>>;
	readonly next: string | null;
}

/** What a person says: which SKU a listing is. What is left out stays as it is. */
export interface ListingLink {
	readonly listing: string;
	readonly sku: string;
	readonly title?: string;
	/** The channel's code of the product, such as an ASIN. */
	readonly product?: string;
	/** How large and heavy one unit of the SKU is. */
	readonly box?: Box;
}

/** A listing that a person names and that cannot be linked yet. */
export interface ListingSkip {
	readonly listing: string;
	readonly title: string;
	readonly reason: string;
}

/** A listing as the hub knows it. */
export interface LedgerListing {
	readonly store: string;
	readonly listing: string;
	readonly title: string;
	/** What it counts as; null while it is skipped. */
	readonly sku: string | null;
	/** What the channel was last seen to write; null where it writes none or was not seen yet. */
	readonly channelSku: string | null;
	/** The channel's code of the product, such as an ASIN, or null where nobody gave one. */
	readonly product: string | null;
	readonly state: ListingState;
	/** A person said which SKU it is: what the channel writes does not change that. */
	readonly byHand: boolean;
	/** Why it is skipped or waits for a person, or null. */
	readonly reason: string | null;
}

export interface ListingFilter {
	readonly store: string;
	readonly state?: ListingState;
	/** Only listings that count as this SKU, or on which the channel writes it. */
	readonly sku?: string;
	/** Only listings whose id, title, SKU or product code contains it. */
	readonly search?: string;
	/** Only listings behind this one, to read them chunk by chunk. */
	readonly after?: string;
	readonly limit: number;
}

/** How many listings of a store are in each state. */
export type ListingCounts = Readonly<Record<ListingState, number>>;
