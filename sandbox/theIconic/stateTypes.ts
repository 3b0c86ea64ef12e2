import type { Status } from './statuses';

/** Who made a change: a call of the API, or the customer, the marketplace and the panel. */
export type Cause = 'api' | 'panel';

export type OrderChangeKind =
	| 'placed'
	| 'edited'
	| 'advanced'
	| 'packed'
	| 'tracked'
	| 'tracking_changed'
	| 'provider_changed'
	| 'ready_to_ship'
	| 'shipped'
	| 'delivered'
	| 'cancelled'
	| 'delivery_failed'
	| 'returned';

/** A change as it happened. Times are epoch ms of the sandbox's clock. */
export interface IconicOrderChange {
	readonly what: OrderChangeKind;
	readonly at: number;
	/** From when on lists show it; later than `at` for a late row. */
	readonly visibleAt: number;
	readonly by: Cause;
	/** Items that changed, as they are then. */
	readonly items: readonly { readonly id: number; readonly status: Status }[];
	/** Units by seller SKU that the customer still wants. */
	readonly open: Readonly<Record<string, number>>;
}

export interface IconicItemState {
	readonly id: number;
	readonly sku: string;
	readonly product: number | null;
	readonly shipmentType: 'dropshipping' | 'crossdocking' | 'warehouse';
	readonly status: Status;
	readonly isProcessable: boolean;
	readonly package: number | null;
	/** Names of the failure reason of what was cancelled, failed or came back. */
	readonly reason: string | null;
	/** What the API offers to do next. */
	readonly actions: readonly string[];
}

export interface IconicPackageState {
	readonly id: number;
	readonly items: readonly number[];
	readonly by: Cause;
	readonly deliveryType: string;
	readonly provider: string | null;
	readonly tracking: string | null;
}

/** An order as the channel knows it, whatever its lists show. */
export interface IconicOrderState {
	/** The numeric id as a text: what the controls call it. */
	readonly id: string;
	readonly number: string;
	readonly placedAt: number;
	readonly updatedAt: number;
	readonly currency: string;
	readonly isSpoiled: boolean;
	readonly items: readonly IconicItemState[];
	readonly packages: readonly IconicPackageState[];
	readonly history: readonly IconicOrderChange[];
}

/** What became of a figure: `pushed` by PUT and `imported` by a feed; `sold` is the channel's own doing, `set` the panel's. */
export interface IconicFigureChange {
	readonly what: 'seeded' | 'set' | 'pushed' | 'imported' | 'sold';
	readonly at: number;
	readonly quantity: number;
}

export interface IconicProductState {
	readonly id: number;
	readonly set: number;
	readonly sku: string;
	readonly status: 'active' | 'inactive' | 'deleted';
	readonly shipmentType: 'dropshipping' | 'crossdocking' | 'warehouse';
	readonly quantity: number;
	readonly reserved: number;
	readonly available: number;
	readonly history: readonly IconicFigureChange[];
}

export interface IconicJobState {
	readonly id: number;
	readonly uuid: string;
	readonly kind: 'export' | 'feed';
	readonly status: string;
	readonly createdAt: number;
}
