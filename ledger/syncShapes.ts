import type { Instant } from '../domain/instant';
import type { MappedOrder, Unreadable } from '../domain/order';
import type { ListingCounts } from './listingShapes';

/**
 * Orders and listings (`catalog`) come in; stock (`inventory`) and prices go out; what the channel has is compared (`reconcile`
 * orders, `drift` stock). Of an OMS comes in what became of orders (`fulfilments`), and what it may still promise (`stock`).
 */
export const syncKinds = [
	'orders',
	'catalog',
	'inventory',
	'reconcile',
	'drift',
	'prices',
	'fulfilments',
	'stock',
] as const;
export type SyncKind = (typeof syncKinds)[number];

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
	/** The channel's locations that are mapped to a hub. */
	readonly locations?: readonly string[];
	readonly position: string | null;
	/** Pages stored in this execution, and how many it may store. */
	readonly pages: number;
	readonly pagesPerExecution: number;
}

/** Why no sync begins, whoever asks. */
export type SyncObstacle =
	| { readonly answer: 'off'; readonly store: string; readonly why: string }
	| {
			readonly answer: 'running';
			readonly store: string;
			readonly why: string;
			readonly leaseUntil: Instant;
	  };

/** A person has asked for one of the kind too short a time ago. */
export interface SyncTooEarly {
	readonly answer: 'tooEarly';
	readonly store: string;
	readonly why: string;
	readonly allowedAt: Instant;
}

export type SyncBegun =
	| { readonly answer: 'run'; readonly run: SyncRun }
	| SyncObstacle
	| SyncTooEarly
	| {
			readonly answer: 'notDue';
			readonly store: string;
			readonly why: string;
			readonly dueAt: Instant;
	  };

/** A person asks for a sync now, whatever its interval. `isFull`: also what the channel has confirmed already goes out. */
export interface SyncAsked {
	readonly isFull: boolean;
}

/** `asked`: the template of the kind begins it with its next tick. */
export type SyncRequested =
	| { readonly answer: 'asked'; readonly store: string; readonly kind: SyncKind }
	| SyncObstacle
	| SyncTooEarly;

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

export type SyncEnded =
	/** `againInMs` where the store is busy: so soon the next sync is due, before its interval has passed. */
	| {
			readonly answer: 'done';
			readonly run: SyncRun;
			readonly againInMs?: number | undefined;
	  }
	/** More pages: `here` in this execution, else in a fresh one. */
	| { readonly answer: 'continue'; readonly here: boolean; readonly run: SyncRun };

/** What a page says of the walk beside its content. */
export interface SyncRemarks {
	/** The next page is not ready: the run ends, and the walk goes on where it stands when so long has passed. */
	readonly waitMs?: number;
	/** What went otherwise than usual, for a person to read. */
	readonly remark?: string;
}

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
	readonly listings: ListingCounts;
	readonly orders: Readonly<Record<string, number>>;
}

/** What a webhook said. `source` and `id` name the delivery: its repeats have the same. */
export interface Notice {
	readonly source: string;
	readonly id: string;
	readonly topic: string;
	/** As it came. */
	readonly body: string;
	/** The store it is about, or null where there is none. */
	readonly store: string | null;
	/** The syncs of the store that are to look at once. */
	readonly due: readonly SyncKind[];
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
