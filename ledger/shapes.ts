import type { HoldReason, HubStatus } from '../domain/hubStatus';
import type { Instant } from '../domain/instant';
import type { MappedOrder, Order, Unreadable } from '../domain/order';
import type { Coordinates, RoutingDecision } from '../domain/routing';
import type { StoreSettings } from '../domain/store';

export const syncKinds = ['orders'] as const;
export type SyncKind = (typeof syncKinds)[number];

export interface Hub extends Coordinates {
	readonly code: string;
	readonly name: string;
	readonly active: boolean;
}

/** A store with its settings in force. `account` is whose account it is on the channel. */
export interface Store {
	readonly code: string;
	readonly channel: string;
	readonly account: string;
	readonly connectedAt: Instant;
	readonly version: number;
	readonly settings: StoreSettings;
}

/** What a channel node hands over to save the store page. `version` is the one the form showed; null saves over any. */
export interface StoreDraft {
	readonly code: string;
	readonly channel: string;
	readonly account: string;
	/** The channel's clock now: from here on orders come in. Kept from the first save. */
	readonly connectedAt: Instant;
	readonly version: number | null;
	readonly settings: StoreSettings;
	readonly changedBy: string;
	readonly reason: string;
}

export interface StoreSaved {
	readonly store: string;
	readonly version: number;
	readonly changes: readonly ConfigurationChange[];
	/** What will not work as one may expect, in words. */
	readonly warnings: readonly string[];
}

export interface ConfigurationChange {
	readonly field: string;
	readonly before: unknown;
	readonly after: unknown;
}

export interface ConfigurationLogRow extends ConfigurationChange {
	readonly version: number;
	readonly changedBy: string;
	readonly changedAt: Instant;
	readonly reason: string;
}

/** One sync of one kind, from Begin to End. `fence` grows with every run: an older one can store nothing. */
export interface SyncRun {
	readonly id: number;
	readonly store: string;
	readonly channel: string;
	readonly account: string;
	readonly kind: SyncKind;
	readonly fence: number;
	readonly settingsVersion: number;
	readonly connectedAt: Instant;
	readonly watermark: Instant | null;
	readonly overlapMinutes: number;
	readonly position: string | null;
	/** Pages stored in this execution, and how many it may store. */
	readonly pages: number;
	readonly pagesPerExecution: number;
}

export type SyncBegun =
	| { readonly answer: 'run'; readonly run: SyncRun }
	| { readonly answer: 'off'; readonly store: string; readonly why: string }
	| {
			readonly answer: 'notDue';
			readonly store: string;
			readonly why: string;
			readonly dueAt: Instant;
	  }
	| {
			readonly answer: 'running';
			readonly store: string;
			readonly why: string;
			readonly leaseUntil: Instant;
	  };

/** The one item that flows between Sync Begin and Sync End. */
export interface SyncPage {
	readonly run: SyncRun;
	readonly orders: readonly MappedOrder[];
	readonly unreadable: readonly Unreadable[];
	readonly next: string | null;
	readonly watermark: Instant;
}

export const outcomes = ['created', 'updated', 'unchanged', 'parked', 'exception'] as const;
export type Outcome = (typeof outcomes)[number];

/** How one record ended. `id` is the channel's order id; `order` the ledger's, where there is one. */
export interface RecordOutcome {
	readonly id: string | null;
	readonly outcome: Outcome;
	readonly reason: string | null;
}

export interface PageStored {
	readonly run: SyncRun;
	readonly outcomes: readonly RecordOutcome[];
	readonly counts: Readonly<Record<Outcome, number>>;
	readonly next: string | null;
}

export interface OrderRouted {
	readonly order: string;
	readonly number: string;
	readonly status: HubStatus;
	readonly holdReason: HoldReason | null;
	readonly decision: RoutingDecision;
}

/** `waiting` tells whether orders are left that this call did not look at. */
export interface OrdersRouted {
	readonly routed: readonly OrderRouted[];
	readonly waiting: boolean;
}

export type SyncEnded =
	| { readonly answer: 'done'; readonly run: SyncRun }
	/** More pages: `here` in this execution, else in a fresh one. */
	| { readonly answer: 'continue'; readonly here: boolean; readonly run: SyncRun };

export interface SyncFailure {
	readonly kind: string;
	readonly message: string;
	readonly retryAfterMs: number | null;
}

export interface SyncSummary {
	readonly store: string;
	readonly kind: SyncKind;
	readonly state: 'running' | 'idle';
	readonly watermark: Instant | null;
	readonly dueAt: Instant | null;
	readonly lastEndedAt: Instant | null;
	readonly lastError: string | null;
	readonly parked: number;
	readonly openExceptions: number;
	readonly orders: Readonly<Record<string, number>>;
}

export interface LedgerLine {
	readonly line: string;
	readonly sku: string | null;
	readonly ordered: number;
	readonly cancelled: number;
	readonly shipped: number;
	readonly returned: number;
	readonly reserved: number;
}

export interface LedgerOrder {
	readonly store: string;
	readonly id: string;
	readonly number: string;
	readonly placedAt: Instant;
	readonly channelStatus: string;
	readonly status: HubStatus;
	readonly holdReason: HoldReason | null;
	readonly hub: string | null;
	/** How its hub was chosen, or why there is none; null until it was routed. */
	readonly decision: RoutingDecision | null;
	/** What a person should look at, such as a channel status that the map does not know. */
	readonly flag: string | null;
	readonly lines: readonly LedgerLine[];
	readonly order: Order;
}

export interface ParkedOrder {
	readonly store: string;
	readonly id: string;
	readonly number: string;
	readonly reason: 'unmapped_status' | 'unmapped_location' | 'before_connection';
	readonly detail: string;
	readonly since: Instant;
}

export interface LedgerException {
	readonly id: number;
	readonly store: string;
	readonly kind: string;
	readonly reference: string;
	readonly cause: string;
	readonly advice: string;
	readonly state: 'open' | 'resolved' | 'dismissed';
	readonly since: Instant;
	readonly payload: unknown;
}

/** A count of what is physically there. */
export interface StockCount {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string;
	readonly onHand: number;
	readonly safetyStock?: number;
}

export interface StockLevel {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string;
	readonly onHand: number;
	readonly reserved: number;
	readonly safetyStock: number;
	/** What may still be promised, never below zero. */
	readonly available: number;
}

export interface OrderFilter {
	readonly store: string;
	readonly status?: HubStatus;
	readonly number?: string;
	readonly limit: number;
}
