import type { Status } from './statuses';

/** Who made a change. */
export type Cause = 'api' | 'panel';

export type OrderChangeKind =
	| 'placed'
	| 'edited'
	| 'held'
	| 'advanced'
	| 'cancelled'
	| 'lines_cancelled'
	| 'invoiced'
	| 'awb_given'
	| 'shipped';

/** A change as it happened. Times are epoch ms of the sandbox's clock. */
export interface BabyshopOrderChange {
	readonly what: OrderChangeKind;
	readonly at: number;
	/** From when on `orderList` shows it; later than `at` for a late row. */
	readonly visibleAt: number;
	readonly by: Cause;
	readonly status: Status;
	/** Units by SKU code that the customer still wants. */
	readonly open: Readonly<Record<string, number>>;
}

export interface BabyshopLineState {
	readonly line: string;
	readonly sku: string;
	readonly quantity: number;
	readonly cancelled: number;
	readonly status: Status;
	/** The latest. */
	readonly invoice: string | null;
	readonly awb: string | null;
}

export interface BabyshopInvoiceState {
	readonly number: string;
	readonly at: number;
	readonly by: Cause;
	readonly lines: readonly string[];
	readonly awb: string | null;
	readonly shippedAt: number | null;
	/** One of its lines had an invoice already: somebody did not look. */
	readonly isRepeat: boolean;
}

/** An order as the channel knows it, whatever `orderList` shows of it. */
export interface BabyshopOrderState {
	/** The number once more: what the controls call it. */
	readonly id: string;
	readonly number: string;
	readonly master: string;
	/** Username of the seller. */
	readonly seller: string;
	readonly placedAt: number;
	readonly updatedAt: number;
	readonly status: Status;
	readonly isOnHold: boolean;
	readonly isSpoiled: boolean;
	readonly lines: readonly BabyshopLineState[];
	/** All that were ever made. */
	readonly invoices: readonly BabyshopInvoiceState[];
	readonly invoicesMade: number;
	readonly isShippedByApi: boolean;
	readonly isCancelledByApi: boolean;
	readonly history: readonly BabyshopOrderChange[];
}

/** What became of a figure: `requested` by the API, then `approved` or `rejected` by moderation. */
export interface BabyshopFigureChange {
	readonly what: 'seeded' | 'requested' | 'approved' | 'rejected';
	readonly at: number;
	readonly quantity: number | null;
	/** Null for a figure that the product came with. */
	readonly moderationId: string | null;
}

export interface BabyshopProductState {
	readonly sku: string;
	readonly vendorSkuCode: string | null;
	readonly seller: string;
	/** What the shop shows; null before the first. */
	readonly figure: number | null;
	readonly history: readonly BabyshopFigureChange[];
}
