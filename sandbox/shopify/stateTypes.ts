import type { LevelChange } from './inventory';

export type OrderChangeKind =
	| 'placed'
	| 'edited'
	| 'fulfilled'
	| 'unfulfilled'
	| 'tracking_changed'
	| 'progressed'
	| 'cancelled';

/** A change as the shop made it. Times are epoch ms of the sandbox's clock. */
export interface OrderChange {
	readonly at: number;
	readonly what: OrderChangeKind;
	readonly byApi: boolean;
	/** From when on searches find it. */
	readonly visibleAt: number;
}

export interface ShopifyMetafieldState {
	readonly namespace: string;
	readonly key: string;
	readonly type: string;
	readonly value: string;
}

export interface ShopifyAttributeState {
	readonly key: string;
	readonly value: string;
}

export interface ShopifyLineState {
	readonly id: string;
	/** Global id. */
	readonly variant: string | null;
	readonly sku: string | null;
	readonly title: string;
	readonly quantity: number;
	/** What edits and cancellations have left of it. */
	readonly currentQuantity: number;
	readonly fulfilled: number;
	readonly price: number;
	readonly requiresShipping: boolean;
	/** Where stock was claimed for it, or null. */
	readonly claimedAt: string | null;
	readonly properties: readonly ShopifyAttributeState[];
}

export interface ShopifyFulfilmentState {
	readonly id: string;
	readonly status: string;
	readonly displayStatus: string;
	readonly location: string;
	readonly at: number;
	readonly byApi: boolean;
	readonly tracking: readonly {
		readonly company: string | null;
		readonly number: string | null;
		readonly url: string | null;
	}[];
	readonly lines: readonly {
		/** Id of the line item. */
		readonly line: string;
		readonly sku: string | null;
		readonly quantity: number;
	}[];
}

/** An order as the shop has it, whatever searches find of it. Ids are global. */
export interface ShopifyOrderState {
	readonly id: string;
	readonly name: string;
	readonly createdAt: number;
	readonly processedAt: number;
	readonly updatedAt: number;
	readonly cancelledAt: number | null;
	readonly cancelReason: string | null;
	/** Whether it was made by `orderCreate`. */
	readonly byApi: boolean;
	/** Whether it was cancelled by `orderCancel`. */
	readonly isCancelledByApi: boolean;
	readonly financialStatus: string;
	readonly fulfillmentStatus: string;
	readonly currency: string;
	readonly total: number;
	readonly tax: number;
	readonly note: string | null;
	readonly tags: readonly string[];
	readonly sourceIdentifier: string | null;
	readonly customer: string | null;
	readonly billingAddress: object | null;
	readonly shippingAddress: object | null;
	readonly shippingLines: readonly { readonly title: string; readonly price: number }[];
	readonly customAttributes: readonly ShopifyAttributeState[];
	readonly metafields: readonly ShopifyMetafieldState[];
	readonly lines: readonly ShopifyLineState[];
	readonly fulfilments: readonly ShopifyFulfilmentState[];
	readonly history: readonly OrderChange[];
}

export interface ShopifyStockState {
	/** Global ids. */
	readonly item: string;
	readonly variant: string | null;
	readonly sku: string | null;
	readonly location: string;
	readonly available: number;
	readonly committed: number;
	readonly onHand: number;
	readonly changes: readonly LevelChange[];
}

export interface ShopifyProductState {
	readonly id: string;
	readonly title: string;
	readonly status: string;
	readonly variants: readonly {
		readonly id: string;
		readonly item: string;
		readonly sku: string | null;
		readonly tracked: boolean;
	}[];
}

export interface ShopifyCustomerState {
	readonly id: string;
	readonly name: string;
	readonly email: string | null;
	readonly metafields: readonly ShopifyMetafieldState[];
}

/** One event on its way to one subscription. */
export interface ShopifyDelivery {
	/** The same on every attempt (reference/shopify.md 11). */
	readonly webhookId: string;
	readonly eventId: string;
	readonly topic: string;
	readonly uri: string;
	readonly triggeredAt: number;
	/** Null when nothing answered. */
	readonly attempts: readonly { readonly at: number; readonly status: number | null }[];
	readonly isDelivered: boolean;
	/** A duplicate, sent by the control call. */
	readonly isAgain: boolean;
}
