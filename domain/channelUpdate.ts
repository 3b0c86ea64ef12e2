import type { Box } from './box';
import type { HubStatus } from './hubStatus';
import type { Instant } from './instant';
import type { HandOver } from './oms';
import type { LineUnits } from './omsUnits';

export interface Tracking {
	readonly number: string;
	readonly carrier: string | null;
	readonly url: string | null;
}

/** What leaves, or left, one hub for the order: units by the channel's line id, from the channel's location. */
export interface UpdateParcel {
	/** The ledger's id of the parcel. */
	readonly parcel: number;
	/** The channel's location that stands for the hub, or null where none does. */
	readonly location: string | null;
	readonly lines: readonly { readonly line: string; readonly quantity: number }[];
	readonly tracking: Tracking | null;
	/** Its outer size, as far as the hub knows it. */
	readonly box?: Box | null;
	/** The channel's invoice of it, as the channel first gave it. */
	readonly invoice?: ChannelInvoice;
}

/** An invoice that the channel issued. It is kept once: another code never takes its place. */
export interface ChannelInvoice {
	readonly code: string;
	readonly at: Instant;
	readonly taxes: readonly InvoiceTax[];
}

/** What is taxed on the units of a listing, in percent, by the channel's names. */
export interface InvoiceTax {
	readonly listing: string;
	readonly rates: Readonly<Record<string, number>>;
}

/** A label to print, as the channel made it. */
export interface Label {
	readonly mimeType: string;
	/** Its bytes. */
	readonly base64: string;
}

/** What the channel said of a parcel when it was told of it. Null: it said nothing new. */
export interface ParcelTold {
	/** The ledger's id of the parcel. */
	readonly parcel: number;
	readonly tracking: Tracking | null;
	readonly label: Label | null;
	readonly invoice?: ChannelInvoice;
}

/** Units of a line that are cancelled alone, and how many of it stay. */
export interface LineReduced extends LineUnits {
	readonly left: number;
}

/**
 * What a channel is told about one order. `status`: the hub reached `hubStatus`, which Workspace Order Mapping calls
 * `channelStatus`. `tracking`: a parcel that was told as shipped has another tracking number. `cancel`: all that is open.
 * `reduce`: some units, and the rest goes on. `create`: an OMS is to ship an order that a channel sold.
 */
export interface ChannelUpdate {
	readonly effect: 'status' | 'tracking' | 'cancel' | 'reduce' | 'create';
	/** The channel's order id and number. */
	readonly order: string;
	readonly number: string;
	readonly hubStatus: HubStatus;
	readonly channelStatus: string;
	/** The parcels it is about; none for a cancel. */
	readonly parcels: readonly UpdateParcel[];
	/** What a `reduce` takes off. */
	readonly lines?: readonly LineReduced[];
	/** `memo` of the order, as the connector last gave it. */
	readonly memo?: string;
	/** Why the hub cancels, for the channels that ask. */
	readonly reason?: CancelReason;
	/** What the channel calls that reason, by Cancellation Reasons of the store. */
	readonly channelReason?: string;
	/** The ledger's clock when it was handed out, for the channels that let nobody act before some time. */
	readonly now?: Instant;
	/** The order, where an OMS is told of it. */
	readonly handOver?: HandOver;
	/** The hub's code of the closed manifest that the parcels left with, for the channels that go by it. */
	readonly manifest?: string;
}

/** Why the hub cancels, where somebody said it. */
export const cancelReasons = ['customer_requested', 'out_of_stock'] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** Whether an update of that effect cancels, all or some. */
export const takesOff = (effect: string): boolean => effect === 'cancel' || effect === 'reduce';

/** Accepting and cancelling wait for nobody: a person or a warehouse acts on them right away. */
export const isUrgent = ({
	effect,
	hubStatus,
}: Pick<ChannelUpdate, 'effect' | 'hubStatus'>): boolean =>
	takesOff(effect) || hubStatus === 'new_order';
