import type { Instant } from './instant';

/** What a feed holds: many prices, or one invoice. */
export const feedKinds = ['prices', 'invoice'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** A feed as the channel lists it. */
export interface FeedSeen {
	readonly id: string;
	readonly createdAt: Instant;
}

/**
 * What the channel says of a feed that it has worked off. Rows go by the name that they had in the feed, the listing or the
 * order; those that are not named were taken, unless the feed was refused as a whole.
 */
export interface FeedReport {
	readonly refused: readonly { readonly row: string; readonly reason: string }[];
	readonly refusedWhole: string | null;
}
