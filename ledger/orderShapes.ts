import type { Box } from '../domain/box';
import type { CancelReason, ChannelInvoice, Label, Tracking } from '../domain/channelUpdate';
import type { HoldReason, HubStatus } from '../domain/hubStatus';
import type { Instant } from '../domain/instant';
import type { Address, Order } from '../domain/order';
import type { RoutingDecision } from '../domain/routing';
import type { EventType } from './eventShapes';
import type { SubOrder } from './subOrders';

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
	/** Those that the channel issued. */
	readonly invoices: readonly LedgerInvoice[];
	/** Null where no OMS is to ship it. */
	readonly oms: LedgerOmsOrder | null;
	readonly order: Order;
	/** When it was put away, of one that was. */
	readonly archivedAt?: Instant;
}

/** `parcel`: the one that it was issued for, which a cancelled order has no more. */
export interface LedgerInvoice extends ChannelInvoice {
	readonly parcel: number;
}

/** The order in the OMS that ships it; without id and number until the OMS has confirmed it. */
export interface LedgerOmsOrder {
	readonly store: string;
	readonly id: string | null;
	readonly number: string | null;
	/** What keeps it from shipping what is open, in its words; null where nothing does. */
	readonly waitsFor: string | null;
}

/** What leaves one hub for one order; an order that is not split has one. */
export interface LedgerParcel {
	readonly parcel: number;
	/** The code of the sub-order that it is, such as `1001-2`; null for an order in one piece. */
	readonly subOrder: string | null;
	readonly hub: string | null;
	readonly status: HubStatus;
	readonly tracking: Tracking | null;
	readonly shippedAt: Instant | null;
	/** Its outer size, where a person said it. */
	readonly box: Box | null;
	/** The channel made its label: `getLabel` gives it. */
	readonly hasLabel: boolean;
	readonly lines: readonly {
		readonly line: string;
		readonly sku: string;
		readonly quantity: number;
	}[];
}

/** What one hub ships: an order in one piece, or its own part of a split one. */
export interface HubParcel extends Omit<LedgerParcel, 'subOrder' | 'lines'> {
	readonly store: string;
	/** The channel's order id and number. */
	readonly order: string;
	readonly number: string;
	/** Of the sub-order; the number of an order in one piece. */
	readonly code: string;
	/** The order that it is a part of, with all its parts; null for an order in one piece. */
	readonly parentOrder: {
		readonly id: string;
		readonly number: string;
		readonly status: HubStatus;
		readonly subOrders: readonly SubOrder[];
	} | null;
	readonly placedAt: Instant;
	readonly lines: readonly (LedgerParcel['lines'][number] & { readonly title: string })[];
	readonly shipTo: Address | null;
}

export interface ParcelFilter {
	readonly hub: string;
	readonly store?: string;
	/** What has not left the hub when left out. */
	readonly status?: HubStatus;
	readonly limit: number;
}

/** The label of a parcel, to be printed. */
export interface ParcelLabel {
	readonly store: string;
	/** The channel's order id and number. */
	readonly order: string;
	readonly number: string;
	readonly parcel: number;
	readonly subOrder: string | null;
	readonly tracking: Tracking | null;
	readonly label: Label;
}

/** What a person or the warehouse adds when an order moves on. */
export interface StatusDetail {
	/** One parcel of a split order; every parcel when left out. */
	readonly parcel?: number;
	readonly tracking?: Tracking;
	/** Why it is cancelled: told to channels that ask. */
	readonly reason?: CancelReason;
	/** Who does it, for the order log; null where the hub does by itself. */
	readonly by?: string | null;
	/** What the order log says of it, where the status alone says too little. */
	readonly note?: string;
}

/** Orders of a hub that were routed again; `waiting` tells whether some are left for the next call. */
export interface HubRerouted {
	readonly routed: readonly OrderRouted[];
	readonly waiting: boolean;
}

/** `notTold`: what differs from the channel since, and it does not hear of, each a sentence. */
export interface OrderEdited extends LedgerOrder {
	readonly notTold: readonly string[];
}

/** One that is to be read from the channel again, by its id there. */
export interface AskedOrder {
	readonly store: string;
	readonly order: string;
	/** Whether the hub has it already. */
	readonly isKnown: boolean;
}

/** One that was on hold for too long. */
export interface OrderCancelled {
	readonly store: string;
	/** The channel's id and number of it. */
	readonly order: string;
	readonly number: string;
	readonly holdReason: HoldReason | null;
	readonly heldSince: Instant;
}

/** `waiting` tells whether orders are left that this call did not look at. */
export interface OrdersCancelled {
	readonly cancelled: readonly OrderCancelled[];
	readonly waiting: boolean;
}

/** Closed orders as they were put away; `waiting` tells whether there may be more. */
export interface OrdersArchived {
	readonly archived: readonly LedgerOrder[];
	readonly waiting: boolean;
}

/** What happened to an order, when, and by whom: `System` is the hub itself. */
export interface OrderLogEntry {
	readonly at: Instant;
	readonly event: EventType;
	readonly by: string;
	readonly detail: string | null;
	/** The code of the sub-order that it is about; null where it is about all of the order. */
	readonly subOrder: string | null;
}

export interface ParkedOrder {
	readonly store: string;
	readonly id: string;
	readonly number: string;
	readonly reason: 'unmapped_status' | 'unmapped_location' | 'before_connection';
	readonly detail: string;
	readonly since: Instant;
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
