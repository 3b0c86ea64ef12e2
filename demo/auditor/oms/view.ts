import type { Units } from '../units';

export type ParcelState = 'shipped' | 'delivered' | 'return_to_origin' | 'returned';

/** What has left an OMS, or what a channel shows as left. */
export interface Parcel {
	/** Tracking number. */
	readonly number: string | null;
	readonly carrier: string | null;
	readonly state: ParcelState;
	readonly units: Units;
}

/** An order as an OMS knows it in the end. */
export interface OmsOrder {
	/** The OMS's own. */
	readonly id: string;
	/** What it shows to people. */
	readonly number: string;
	/** The channel's id of what it was made of, as is written there; null where nothing is. */
	readonly of: string | null;
	/** Made by a client of the API. */
	readonly isByApi: boolean;
	readonly isCancelled: boolean;
	/** Cancelled by a client of the API, at least in part, and not by somebody in the OMS. */
	readonly isCancelledByApi: boolean;
	/** Units by SKU that are not cancelled. */
	readonly kept: Units;
	/** Those of them that have not left, by SKU and location as `placeOf` writes them. */
	readonly open: Units;
	readonly parcels: readonly Parcel[];
}

/** What an OMS's sandbox says in the end, in words that are the same for all. */
export interface OmsView {
	readonly orders: readonly OmsOrder[];
	/** What may still be promised of each SKU at each location, as `placeOf` writes them; below zero where more is. */
	readonly free: Units;
}

export const placeOf = (sku: string, place: string): string => `${sku} at ${place}`;
