import type { Instant } from '../domain/instant';
import type { Coordinates, WorkingHours } from '../domain/routing';
import type { SettingChange } from '../domain/settingsChange';
import type { StoreSettings } from '../domain/store';

export interface Seller {
	readonly code: string;
	readonly name: string;
}

export interface Hub extends Coordinates {
	readonly code: string;
	readonly name: string;
	readonly active: boolean;
	/** Most open orders it takes; null for any number. */
	readonly orderLimit: number | null;
	readonly workingHours: WorkingHours | null;
	/** Who says how much is there: `ledger`, or the code of the store of an OMS. */
	readonly stockMaster: string;
}

/** A hub as a person saves it: which OMS is its stock master is said by the store of the OMS. */
export type HubDraft = Omit<Hub, 'stockMaster'>;

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

/** An earlier version whose settings are to be in force again. */
export interface StoreRestore {
	readonly code: string;
	readonly version: number;
	readonly changedBy: string;
	readonly reason: string;
}

/** What tells stores apart, for lists. */
export interface StoreRow extends Pick<Store, 'code' | 'channel' | 'account'> {
	readonly seller: string;
}

export interface StoreSaved {
	readonly store: string;
	readonly version: number;
	readonly changes: readonly ConfigurationChange[];
	/** What will not work as one may expect, in words. */
	readonly warnings: readonly string[];
}

export interface ConfigurationChange extends SettingChange {
	/** For a person to read. */
	readonly inWords: string;
}

export interface ConfigurationLogRow extends ConfigurationChange {
	readonly version: number;
	readonly changedBy: string;
	readonly changedAt: Instant;
	readonly reason: string;
	/** The version whose settings the save brought back, or null. */
	readonly restoredFrom: number | null;
}
