import type { ChannelUpdate, Tracking } from '../domain/channelUpdate';
import type { HoldReason, HubStatus } from '../domain/hubStatus';
import type { Instant } from '../domain/instant';
import type { MappedOrder, Order, Unreadable } from '../domain/order';
import type { Coordinates, RoutingDecision, WorkingHours } from '../domain/routing';
import type { StockFigure, StockReceipt } from '../domain/stockFigure';
import type { StoreSettings } from '../domain/store';

/** Orders come in; stock goes out (`inventory`); what the channel has is compared (`reconcile` orders, `drift` stock). */
export const syncKinds = ['orders', 'inventory', 'reconcile', 'drift'] as const;
export type SyncKind = (typeof syncKinds)[number];

export interface Hub extends Coordinates {
	readonly code: string;
	readonly name: string;
	readonly active: boolean;
	/** Most open orders it takes; null for any number. */
	readonly orderLimit: number | null;
	readonly workingHours: WorkingHours | null;
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

/** What routing would do now, without doing it. */
export type OrderDecided = Pick<OrderRouted, 'order' | 'number' | 'decision'>;

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
	readonly parcels: readonly LedgerParcel[];
	readonly order: Order;
}

/** What leaves one hub for one order; an order that is not split has one. */
export interface LedgerParcel {
	readonly parcel: number;
	readonly hub: string | null;
	readonly status: HubStatus;
	readonly tracking: Tracking | null;
	readonly shippedAt: Instant | null;
	readonly lines: readonly {
		readonly line: string;
		readonly sku: string;
		readonly quantity: number;
	}[];
}

/** What a person or the warehouse adds when an order moves on. */
export interface StatusDetail {
	/** One parcel of a split order; every parcel when left out. */
	readonly parcel?: number;
	readonly tracking?: Tracking;
}

/** Orders of a hub that were routed again; `waiting` tells whether some are left for the next call. */
export interface HubRerouted {
	readonly routed: readonly OrderRouted[];
	readonly waiting: boolean;
}

export interface ParkedOrder {
	readonly store: string;
	readonly id: string;
	readonly number: string;
	readonly reason: 'unmapped_status' | 'unmapped_location' | 'before_connection';
	readonly detail: string;
	readonly since: Instant;
}

export const exceptionStates = ['open', 'resolved', 'dismissed'] as const;
export type ExceptionState = (typeof exceptionStates)[number];

export interface LedgerException {
	readonly id: number;
	readonly store: string;
	readonly kind: string;
	readonly reference: string;
	readonly cause: string;
	readonly advice: string;
	readonly state: ExceptionState;
	/** The reason that a person gave, or null. */
	readonly dismissedBecause: string | null;
	readonly since: Instant;
	readonly payload: unknown;
}

export interface ExceptionFilter {
	/** Open ones when left out. */
	readonly state?: ExceptionState;
	readonly kind?: string;
	readonly reference?: string;
}

/** A count of what is physically there. */
export interface StockCount {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string;
	readonly onHand: number;
	readonly safetyStock?: number;
	/** When it was counted; now when left out. What moved since is applied again; an older count than the last changes nothing. */
	readonly asOf?: Instant;
}

/** Units that came or went, such as goods received. */
export interface StockAdjustment {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string;
	/** Whole units, negative for fewer. */
	readonly change: number;
	readonly reason: string;
	/** Names the adjustment: the same one again changes nothing. Null for one without a name. */
	readonly reference: string | null;
}

/** What the orders of a store may be offered of a SKU, as the channel is told. */
export interface Availability {
	readonly store: string;
	readonly sku: string;
	readonly total: number;
	/** Units that parked, failed and waiting orders hold back. */
	readonly heldBack: number;
	readonly hubs: readonly {
		readonly hub: string;
		readonly location: string;
		readonly available: number;
	}[];
}

/** A figure that differs from the last one the channel confirmed. */
export interface StockChange extends StockFigure {
	readonly sku: string;
	/** What the channel last confirmed, or null where that is not known. */
	readonly confirmed: number | null;
}

/** The one item of the inventory sync: rows are handed out until `next` is null. */
export interface StockChanges {
	readonly run: SyncRun;
	readonly changes: readonly StockChange[];
	readonly next: string | null;
}

export interface StockPushed {
	readonly run: SyncRun;
	readonly receipts: readonly StockReceipt[];
	readonly next: string | null;
}

export interface StockConfirmed {
	readonly run: SyncRun;
	readonly counts: Readonly<Record<StockReceipt['outcome'], number>>;
	readonly next: string | null;
}

/** The channel's figures, read back under a run of kind `drift`. */
export interface StockLevelsRead {
	readonly run: SyncRun;
	readonly levels: readonly StockFigure[];
	readonly next: string | null;
}

export interface StockDrift extends StockFigure {
	readonly store: string;
	readonly sku: string;
	/** What the channel had confirmed; `quantity` is what it shows. */
	readonly confirmed: number;
	readonly checkedAt: Instant;
}

export interface StockCompared {
	readonly run: SyncRun;
	readonly drift: readonly StockDrift[];
	readonly next: string | null;
}

/** A page of the channel's references under a run of kind `reconcile`. */
export interface ReferencesRead {
	readonly run: SyncRun;
	readonly references: readonly { readonly id: string; readonly revisedAt: Instant | null }[];
	readonly next: string | null;
	readonly watermark: Instant;
}

/** One hour, by when the channel last changed the order: how many the channel has, how many of these the hub has as new. */
export interface ReconciledHour {
	readonly hour: Instant;
	readonly channel: number;
	readonly hub: number;
	readonly gaps: number;
}

export interface ReferencesCompared {
	readonly run: SyncRun;
	/** Orders the hub lacks, or has in an older revision, although the order sync has passed them: to be read by id. */
	readonly gaps: readonly string[];
	readonly hours: readonly ReconciledHour[];
	readonly next: string | null;
	readonly watermark: Instant;
}

export const updateStates = [
	'pending',
	'claimed',
	'done',
	'superseded',
	'exception',
	'dismissed',
] as const;
export type UpdateState = (typeof updateStates)[number];

/** A channel update under a lease. `fence` proves that the lease is still this one. */
export interface ClaimedUpdate {
	readonly id: number;
	readonly fence: number;
	readonly store: string;
	readonly channel: string;
	readonly account: string;
	readonly attempts: number;
	readonly update: ChannelUpdate;
}

export interface LedgerUpdate extends Omit<ClaimedUpdate, 'fence' | 'account'> {
	readonly state: UpdateState;
	readonly detail: string | null;
	readonly dueAt: Instant;
	readonly createdAt: Instant;
	readonly endedAt: Instant | null;
}

export interface UpdateEnded {
	readonly id: number;
	readonly state: UpdateState;
	/** When it is tried again, or null. */
	readonly dueAt: Instant | null;
}

export interface UpdateFilter {
	readonly store: string;
	readonly state?: UpdateState;
	readonly order?: string;
	readonly limit: number;
}

/** What became of a retried exception. `read`: the order has to be read from the channel again, by id. */
export interface ExceptionRetried {
	readonly id: number;
	readonly store: string;
	readonly did: 'imported' | 'requeued' | 'read';
	readonly order: string | null;
	readonly outcomes: readonly RecordOutcome[];
}

export const eventTypes = [
	'order_created',
	'order_updated',
	'order_edited',
	'order_cancelled',
	'order_on_hold',
	'order_assigned',
	'order_shipped',
	'status_changed',
	'exception_raised',
	'stock_out',
	'gap_found',
] as const;
export type EventType = (typeof eventTypes)[number];

export interface EventFilter {
	/** Every store when empty. */
	readonly stores: readonly string[];
	/** Every type when empty. */
	readonly types: readonly EventType[];
	readonly limit: number;
}

/** An event as it is delivered, at least once: `id` tells a repeated one. */
export interface DeliveredEvent {
	readonly id: number;
	readonly type: EventType;
	readonly store: string | null;
	readonly at: Instant;
	readonly detail: string | null;
	readonly attempt: number;
	/** The channel's order id and number, and where the order stands now; null where it is about none. */
	readonly order: {
		readonly id: string;
		readonly number: string;
		readonly status: HubStatus;
		readonly holdReason: HoldReason | null;
		readonly hub: string | null;
	} | null;
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
	/** When it was last counted; null for a place that never was. */
	readonly countedAt: Instant | null;
}

export interface OrderFilter {
	readonly store: string;
	readonly status?: HubStatus;
	/** Only orders on hold for it. */
	readonly holdReason?: HoldReason;
	readonly number?: string;
	readonly hub?: string;
	readonly limit: number;
}
