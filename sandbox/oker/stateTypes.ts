export const itemStatuses = [
	'CREATED',
	'PROCESSING',
	'PACKED',
	'READY_TO_DISPATCH',
	'DISPATCHED',
	'DELIVERED',
	'RETURN_REQUESTED',
	'COURIER_RETURN',
	'RETURNED',
	'REPLACED',
	'CANCELLED',
] as const;

export type ItemStatus = (typeof itemStatuses)[number];

export type OrderStatus =
	| 'PENDING_VERIFICATION'
	| 'CREATED'
	| 'PROCESSING'
	| 'COMPLETE'
	| 'CANCELLED';

/** Who did it: the customer and the courier act behind the seller's back. */
export type Cause = 'api' | 'customer' | 'marketplace' | 'courier';

export type OrderChangeKind =
	| 'placed'
	| 'edited'
	| 'held'
	| 'released'
	| 'acknowledged'
	| 'invoiced'
	| 'measured'
	| 'dispatched'
	| 'delivered'
	| 'returned'
	| 'cancelled';

/** A change as it happened. Times are epoch ms of the sandbox's clock. */
export interface OkerOrderChange {
	readonly what: OrderChangeKind;
	readonly at: number;
	/** From when on lists show it; later than `at` for a late row. */
	readonly visibleAt: number;
	readonly by: Cause;
	/** Units by seller SKU that the customer still wants. */
	readonly open: Readonly<Record<string, number>>;
}

export interface OkerItemState {
	readonly id: string;
	readonly sku: string;
	readonly productId: string;
	readonly variantId: string;
	readonly quantity: number;
	readonly status: ItemStatus;
}

/** An order as the channel knows it, whatever its lists show. */
export interface OkerOrderState {
	readonly id: string;
	readonly number: string;
	/** The marketplace's warehouse; null where the order names none. */
	readonly facility: string | null;
	readonly placedAt: number;
	readonly updatedAt: number;
	readonly status: OrderStatus;
	readonly isOnHold: boolean;
	readonly isSpoiled: boolean;
	readonly items: readonly OkerItemState[];
	/** Null until the invoicing moment; it never changes afterwards. */
	readonly invoice: string | null;
	readonly invoicedAt: number | null;
	/** Null until the courier is assigned. */
	readonly awb: string | null;
	readonly dispatchedAt: number | null;
	/** The client's manifest, as it said when it dispatched. */
	readonly manifest: string | null;
	/** How often a label was handed out. */
	readonly labels: number;
	readonly history: readonly OkerOrderChange[];
}

export interface OkerFigureChange {
	/** `sold` is the channel's own doing. */
	readonly what: 'seeded' | 'pushed' | 'sold';
	readonly at: number;
	readonly quantity: number;
}

export interface OkerFigureState {
	/** The marketplace's warehouse, or '' for one total. */
	readonly facility: string;
	readonly quantity: number;
	readonly asOf: number | null;
	readonly history: readonly OkerFigureChange[];
}

export interface OkerListingState {
	readonly productId: string;
	readonly variantId: string;
	readonly sku: string;
	readonly isLive: boolean;
	readonly figures: readonly OkerFigureState[];
}
