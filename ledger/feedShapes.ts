import type { FeedKind } from '../domain/feed';
import type { Instant } from '../domain/instant';
import type { Price } from '../domain/price';

/** `creating`: nobody knows yet whether the channel got it. `lost`: it did not, or nobody can tell. */
export const feedStates = ['creating', 'open', 'done', 'lost'] as const;
export type FeedState = (typeof feedStates)[number];

/** One submission to the job queue of a channel. */
export interface LedgerFeed {
	/** The ledger's own id. */
	readonly feed: number;
	readonly store: string;
	readonly kind: FeedKind;
	readonly state: FeedState;
	/** The channel's id of it, or null where that is not known. */
	readonly channelFeed: string | null;
	readonly createdAt: Instant;
	readonly endedAt: Instant | null;
	/** Rows that the channel took and refused. */
	readonly accepted: number;
	readonly refused: number;
	readonly detail: string | null;
}

/** A feed whose rows are reserved, to be created on the channel now. */
export interface FeedOpened {
	readonly feed: number;
	readonly rows: readonly Price[];
}
