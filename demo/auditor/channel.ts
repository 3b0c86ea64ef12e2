import type { Finding } from './facts';
import type { Units } from './units';

/** An order as its channel knows it in the end. */
export interface ChannelOrder {
	readonly id: string;
	readonly number: string;
	readonly isCancelled: boolean;
	readonly isEdited: boolean;
	/** Cancelled when nobody could cancel it any more: a person decides what becomes of it. */
	readonly isCancelledLate?: boolean;
	/** Cancelled, or shipped, by a client of the API and not in the panel. */
	readonly isCancelledByApi: boolean;
	readonly isShippedByApi: boolean;
	/** The location that is to ship it, or null. */
	readonly location: string | null;
	/** All that is true of its state, as dimension and value. */
	readonly statuses: readonly string[];
	/** Units by SKU that the customer still wants. */
	readonly wanted: Units;
}

/** What a channel's sandbox says in the end, in words that are the same for all channels. */
export interface ChannelView {
	/** The orders that the hub answers for: shown by the channel by now, and placed since the connection. */
	readonly orders: readonly ChannelOrder[];
	/** Numbers of the calls that ask which orders have changed. */
	readonly polls: readonly number[];
	/** Numbers of the calls that push stock. */
	readonly pushes: readonly number[];
	/** Figures that the channel was given over its API. */
	readonly rowsPushed: number;
	/** What the channel shows now, by listing and location as `figureOf` writes them. */
	readonly figures: Units;
	/** What only the channel's own part of the auditor can see, and count. */
	readonly findings: readonly Finding[];
	readonly counts?: Readonly<Record<string, number>>;
}

export const figureOf = (listing: string, location: string) => `${listing} ${location}`;
