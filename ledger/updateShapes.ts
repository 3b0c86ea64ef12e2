import type { ChannelUpdate, ParcelTold } from '../domain/channelUpdate';
import type { Instant } from '../domain/instant';
import type { OmsReference } from '../domain/oms';

export const updateStates = [
	'pending',
	'claimed',
	'waiting',
	'done',
	'untaken',
	'superseded',
	'exception',
	'dismissed',
] as const;
export type UpdateState = (typeof updateStates)[number];

/** When an update is due that waits until somebody says the size of a parcel: later than any clock. */
export const never = Number.MAX_SAFE_INTEGER;

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
	/** Null while it waits until somebody says the size of a parcel. */
	readonly dueAt: Instant | null;
	readonly createdAt: Instant;
	readonly endedAt: Instant | null;
}

/** What came of telling the channel, beside the words for it. */
export interface UpdateTold {
	/** The channel has no call for it, so nothing was told. */
	readonly isUntaken?: boolean;
	/** What the channel said of the parcels. */
	readonly parcels?: readonly ParcelTold[];
	/** What the order's memo is from now on. */
	readonly memo?: string;
	/** Of an order that was handed over: what the OMS calls it. */
	readonly omsOrder?: OmsReference;
}

/** A closed manifest that the parcels left with. */
export const updateNeeds = ['manifest'] as const;
export type UpdateNeed = (typeof updateNeeds)[number];

/** Of the parcels only their invoices count: the rest is told when the wait is over. */
export interface UpdateWait extends Pick<UpdateTold, 'memo' | 'parcels'> {
	/** Null waits until somebody says how large the parcels are. */
	readonly until: Instant | null;
	/** What a person has to do first; it goes out earlier once that is done. */
	readonly waitsFor?: UpdateNeed;
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
