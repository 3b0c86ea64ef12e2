import type { FeedReport, FeedSeen } from '../domain/feed';
import type { Instant } from '../domain/instant';
import type { Money } from '../domain/money';
import type { Price, PriceReceipt } from '../domain/price';
import type { LedgerFeed } from './feedShapes';
import type { SyncRun } from './syncShapes';

/** `sent`: in a feed that the channel has not worked off. */
export const priceStates = ['pending', 'sent', 'done', 'refused'] as const;
export type PriceState = (typeof priceStates)[number];

export interface PriceSet {
	readonly listing: string;
	/** `unchanged`: the channel has this price already, or a later row of the same list says another. */
	readonly outcome: 'set' | 'unchanged' | 'refused';
	readonly reason: string | null;
}

export interface LedgerPrice {
	readonly store: string;
	readonly listing: string;
	/** The one wanted now: while it is in a feed, another may be under way. */
	readonly price: Money;
	readonly state: PriceState;
	readonly reason: string | null;
	/** The ledger's feed that it went out with last, or null. */
	readonly feed: number | null;
	readonly setAt: Instant;
	readonly endedAt: Instant | null;
}

export interface PriceFilter {
	readonly store: string;
	readonly state?: PriceState;
	/** Only listings behind this one. */
	readonly after?: string;
	readonly limit: number;
}

/** The one item of the price push: rows are handed out until `next` is null. */
export interface PriceChanges {
	readonly run: SyncRun;
	readonly changes: readonly Price[];
	/** How many wait in all, those of `changes` included. */
	readonly waiting: number;
	/** Feeds that the channel is to be asked about, of prices and of invoices. */
	readonly feeds: readonly LedgerFeed[];
	readonly next: string | null;
}

/**
 * What was learnt of a feed: its report once the channel has worked it off, or the feeds that the channel lists, where nobody
 * knows whether its creation arrived.
 */
export type FeedLearnt = { readonly feed: number } & (
	| { readonly report: FeedReport }
	| { readonly seen: readonly FeedSeen[] }
);

export interface PricesPushed {
	readonly run: SyncRun;
	readonly receipts: readonly PriceReceipt[];
	readonly feeds?: readonly FeedLearnt[];
	readonly next: string | null;
}

export interface PricesConfirmed {
	readonly run: SyncRun;
	/** Rows of receipts and of feeds that were worked off. */
	readonly counts: Readonly<Record<PriceReceipt['outcome'], number>>;
	readonly next: string | null;
}
