import type { CancelReason } from './channelUpdate';
import type { HubStatus } from './hubStatus';
import type { IntegrationType } from './integrationType';
import type { InvoiceWay } from './invoice';
import type { OmsOrderSettings } from './oms';

/** A place of the channel that holds stock. */
export interface Location {
	readonly id: string;
	readonly name: string;
	/** By a person: the channel lists none. */
	readonly isTyped?: true;
}

/** What stands for the location in the hub map, and in stock figures, of a channel that has none: one figure for all hubs. */
export const noLocation = '';

/** One row of Hub Mapping: orders of the channel's location are shipped by the hub. */
export interface HubMapRow {
	readonly location: string;
	readonly hub: string;
}

/** One row of Sales Channel Mapping: what the channel says, and what it means in the hub. */
export interface ChannelStatusRow {
	readonly channelStatus: string;
	readonly hubStatus: HubStatus;
}

/** One row of Workspace Order Mapping: what the hub says, and what the channel is told. */
export interface WorkspaceStatusRow {
	readonly hubStatus: HubStatus;
	readonly channelStatus: string;
}

/** One row of Carrier Mapping: what the hub or the OMS calls a carrier, and what the channel does. */
export interface CarrierRow {
	/** In whatever case; '' for every carrier that stands in no other row. */
	readonly carrier: string;
	readonly channelCarrier: string;
}

/** One row of Cancellation Reasons: why the hub cancels, and what the channel calls that. */
export interface CancelReasonRow {
	/** `other` where nobody said why. */
	readonly reason: CancelReason | 'other';
	readonly channelReason: string;
}

/** The store page: everything a person sets for one store. */
export interface StoreSettings {
	readonly seller: string;
	readonly integrationType: IntegrationType;
	readonly orderSync: boolean;
	readonly intervalMinutes: number;
	/** How soon the channel is asked again while orders come in; 0 for never before the interval has passed. */
	readonly busySeconds: number;
	/** How far each sync looks back over what it has already read. */
	readonly overlapMinutes: number;
	readonly pagesPerExecution: number;
	/** How far reconcile looks back when it compares the channel with the hub, in hours. */
	readonly lookBackHours: number;
	/** Catalog Sync: the listings of the channel come in. */
	readonly catalogSync: boolean;
	readonly catalogIntervalMinutes: number;
	readonly inventorySync: boolean;
	readonly inventoryIntervalMinutes: number;
	/** Facility Wise Inventory: the mapped hubs whose stock is offered; every mapped hub when empty. The others count as 0. */
	readonly inventoryHubs: readonly string[];
	/** Units of every listing that the channel is never told of. */
	readonly stockBuffer: number;
	/** The most that the channel is told of one listing and place; null for all there is. */
	readonly stockCap: number | null;
	/** A safety stock of every SKU that more than one store sells, sized by how fast it sells and how late figures get there. */
	readonly sizeSafety: boolean;
	/** The most units of a SKU that are held back so. */
	readonly safetyMostUnits: number;
	/** The most of what is free that is held back so. */
	readonly safetyMostPercent: number;
	/** Parked and failed orders, and those that wait for a hub, keep their units from being offered again. */
	readonly holdBack: boolean;
	/** Automated Order Cancellation On Sales Channel: a cancel in the hub also cancels on the channel. */
	readonly automatedCancellation: boolean;
	/** New orders wait until a person approves them: all, or those of a value or a payment. */
	readonly approveOrders: boolean;
	/** Whole units of the order's currency; null for no such condition. */
	readonly approveFrom: number | null;
	/** The channel's words, in whatever case; `CASH*` for all that begin so. */
	readonly approvePayments: readonly string[];
	/** After so many minutes on hold an order is cancelled; null for never. */
	readonly cancelHeldMinutes: number | null;
	/** How the invoices of shipped orders get to the channel. */
	readonly invoices: InvoiceWay;
	/** Whether an order may leave in more than one parcel. */
	readonly splitOrders: boolean;
	/** The channel's locations when the settings were saved, mapped or not. */
	readonly locations: readonly Location[];
	readonly hubMap: readonly HubMapRow[];
	readonly channelStatusMap: readonly ChannelStatusRow[];
	readonly workspaceStatusMap: readonly WorkspaceStatusRow[];
	/** Code of the rule set that routes the store's orders: `priority` and `nearest` exist from the start. */
	readonly ruleSet: string;
	/** The account is an OMS: it is the stock master of the mapped hubs and ships what they are assigned. */
	readonly stockMaster: boolean;
	/**
	 * The channel takes off what it has reserved for open orders by itself, so figures go out with the units of those orders on
	 * top: else they would be taken off twice.
	 */
	readonly addReservations: boolean;
	readonly carrierMap: readonly CarrierRow[];
	readonly cancelReasonMap: readonly CancelReasonRow[];
	/** How its orders look in the OMS, where an OMS is the stock master of its hubs. */
	readonly omsOrder: OmsOrderSettings;
}
