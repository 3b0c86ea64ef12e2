import type { CancelReason, Tracking } from './channelUpdate';
import type { Instant } from './instant';
import type { LineUnits } from './omsUnits';
import type { ReturnStatus } from './transitions';
import type { Address, Order } from './order';

/** One row of Shipping Methods: what is bought in the country is shipped by the method. */
export interface ShippingMethodRow {
	/** ISO 3166-1 alpha-2. */
	readonly country: string;
	readonly method: string;
}

/** How the orders of a store look in the OMS that ships them. */
export interface OmsOrderSettings {
	/** To whom the OMS sells: the name of its customer and of the bill. Blank for the name of the channel. */
	readonly customer: string;
	/** Where the bills go; null for the name alone. */
	readonly billTo: Address | null;
	/** Whether an extra line item of no value names the channel. */
	readonly extraLine: boolean;
	/** Countries that stand in no row get no shipping line. */
	readonly shippingMethods: readonly ShippingMethodRow[];
	/** Whether the channel's prices contain the tax. */
	readonly taxesIncluded: boolean;
}

/** A line that the OMS is to ship, by its own listing of the SKU. */
export interface HandOverLine {
	/** The channel's line id. */
	readonly line: string;
	readonly sku: string;
	readonly listing: string;
	readonly quantity: number;
	/** Where the hub's routing lets them leave. Of units for which no hub was found, nothing is said. */
	readonly from: readonly LocationUnits[];
}

/** So many units at one of the OMS's locations. */
export interface LocationUnits {
	readonly location: string;
	readonly quantity: number;
}

/** An order of a channel as it is handed over to the OMS that ships it. */
export interface HandOver {
	/** Names the order among all that are ever handed over: channel, account and the channel's order id. */
	readonly key: string;
	/** The OMS's own id of the order, once it has confirmed it. */
	readonly id: string | null;
	readonly store: string;
	readonly channel: string;
	readonly order: Order;
	/** What is still to leave. */
	readonly lines: readonly HandOverLine[];
	/** What is not cancelled of each of the channel's lines, whether or not it has left. */
	readonly kept: readonly LineUnits[];
	readonly as: OmsOrderSettings;
}

/** The OMS's own id and number of an order that was handed over. */
export interface OmsReference {
	readonly id: string;
	readonly number: string;
}

/** Units that left: so many of what the OMS keeps as one line, and for which lines of the channel that line stands. */
export interface OmsParcelLine {
	readonly of: readonly LineUnits[];
	readonly quantity: number;
}

/** What the OMS has of one of its lines now, and for which lines of the channel it stands. */
export interface OmsLine {
	readonly of: readonly LineUnits[];
	/** Without what was taken off or refunded. */
	readonly kept: number;
	/** What is still to leave. */
	readonly open: number;
}

/** What left the OMS's location in one parcel. */
export interface OmsParcel {
	readonly id: string;
	/** `cancelled`: it was said to have left, and has not. */
	readonly status: 'shipped' | 'delivered' | ReturnStatus | 'cancelled';
	/** The OMS's location, or null where it does not say. */
	readonly location: string | null;
	readonly lines: readonly OmsParcelLine[];
	/** Null until the OMS knows it. */
	readonly tracking: Tracking | null;
}

/** What became of an order that was handed over. */
export interface OmsOrder extends OmsReference {
	/** `HandOver.key`. */
	readonly key: string;
	readonly revisedAt: Instant;
	/** Null while the OMS has not cancelled it. */
	readonly cancelled: { readonly reason: CancelReason | null } | null;
	readonly lines: readonly OmsLine[];
	/** All that ever left. */
	readonly parcels: readonly OmsParcel[];
	/** What could not be understood of it, each a sentence. */
	readonly faults: readonly string[];
	/** What keeps the OMS from shipping what is open, for a person to read; null or absent where nothing does. */
	readonly waitsFor?: string | null;
}

/** What the OMS may still promise of one SKU at one of its locations; below zero where it has promised too much. */
export interface OmsLevel {
	/** The OMS's listing of the SKU. */
	readonly listing: string;
	readonly location: string;
	readonly available: number;
}
