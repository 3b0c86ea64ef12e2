import type { HoldReason, HubStatus } from '../domain/hubStatus';
import type { Instant } from '../domain/instant';
import type { ReturnKind, ReturnState } from './returnShapes';
import type { SyncKind } from './syncShapes';

/**
 * `off` in the settings, `never` begun, `running`, `waiting` for its time, `late`: due for a while and nobody begins it,
 * `failing`: the last run failed or was cut off.
 */
export type SyncState = 'off' | 'never' | 'running' | 'waiting' | 'late' | 'failing';

export interface SyncGlance {
	readonly kind: SyncKind;
	readonly state: SyncState;
	readonly dueAt: Instant | null;
	readonly lastEndedAt: Instant | null;
	/** What the last run failed of, or remarked. */
	readonly lastError: string | null;
}

export interface LastRun {
	readonly state: string;
	readonly startedAt: Instant;
	/** Null while it runs. */
	readonly endedAt: Instant | null;
	readonly pages: number;
	readonly counts: Readonly<Record<string, number>>;
}

export interface SyncStanding extends SyncGlance {
	/** Why it is off. */
	readonly why: string | null;
	/** Up to when the channel was read; null for what has no such mark. */
	readonly readUpTo: Instant | null;
	readonly lastRun: LastRun | null;
}

/** One hour by the database's clock. */
export interface StoreHour {
	readonly hour: Instant;
	readonly orders: number;
	/** Exceptions that opened, and syncs that failed. */
	readonly failures: number;
}

export interface StoreGlance {
	readonly code: string;
	readonly channel: string;
	readonly seller: string;
	readonly syncs: readonly SyncGlance[];
	readonly orders: Readonly<Partial<Record<HubStatus, number>>>;
	readonly parked: number;
	readonly exceptions: number;
	/** Returns that wait for a person. */
	readonly returns: number;
	/** Channel updates that wait to be sent. */
	readonly updates: number;
	/** Hours in which something came or failed, the oldest first. */
	readonly hours: readonly StoreHour[];
}

export interface StoresGlance {
	/** By the database's clock. */
	readonly now: Instant;
	readonly stores: readonly StoreGlance[];
}

export interface StoreStanding extends Omit<StoreGlance, 'syncs'> {
	readonly now: Instant;
	readonly account: string;
	readonly sellerName: string;
	readonly syncs: readonly SyncStanding[];
	/** Since when the oldest update waits. */
	readonly updatesSince: Instant | null;
}

/** A part of a queue, the longest waiting first. */
export interface QueueFilter {
	/** Every store when left out. */
	readonly store?: string;
	/** Where the part before ended; the beginning when left out. */
	readonly after?: string;
	readonly limit: number;
}

export interface QueuePart<Row> {
	readonly now: Instant;
	readonly rows: readonly Row[];
	/** Where the next part begins after; null at the end. */
	readonly next: string | null;
}

/** An exception without the record that it is about. */
export interface ExceptionGlance {
	readonly id: number;
	readonly store: string;
	readonly kind: string;
	readonly reference: string;
	readonly cause: string;
	readonly advice: string;
	readonly since: Instant;
}

export interface HeldOrder {
	readonly store: string;
	readonly id: string;
	readonly number: string;
	readonly placedAt: Instant;
	readonly since: Instant;
	readonly holdReason: HoldReason | null;
	/** Why routing gave it no hub. */
	readonly why: string | null;
	/** Where no rule could place it: the mapped hubs that a person may choose. */
	readonly hubs: readonly { readonly code: string; readonly name: string }[];
}

/** A return that waits for a decision, for its return order or for quality control. */
export interface WaitingReturn {
	readonly code: string;
	readonly store: string;
	readonly number: string;
	readonly kind: ReturnKind;
	readonly state: ReturnState;
	readonly reason: string;
	readonly items: readonly { readonly sku: string; readonly quantity: number }[];
	readonly since: Instant;
}

export interface WaitingUpdate {
	readonly id: number;
	readonly store: string;
	readonly number: string;
	readonly effect: string;
	readonly state: string;
	readonly attempts: number;
	readonly detail: string | null;
	readonly createdAt: Instant;
	/** Null while it waits until somebody says the size of a parcel. */
	readonly dueAt: Instant | null;
}
