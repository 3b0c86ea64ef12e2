import type { z } from 'zod';
import type { Logged } from '../callLog';
import type { Clock } from '../clock';
import type { QuotaLimit } from '../quota';
import type { Sandbox } from '../wire';
import type { BabyshopAsked, BabyshopOutcome } from './callTypes';
import type * as drafts from './drafts';
import type { BabyshopOrderState, BabyshopProductState } from './stateTypes';

export type BabyshopCredential = Readonly<z.infer<typeof drafts.credential>>;
export type BabyshopLineDraft = Readonly<z.infer<typeof drafts.lineDraft>>;
export type BabyshopCustomerDraft = Readonly<z.infer<typeof drafts.customerDraft>>;
export type BabyshopOrderDraft = Readonly<z.infer<typeof drafts.orderDraft>>;
export type BabyshopOrderEdit = Readonly<z.infer<typeof drafts.orderEdit>>;
export type BabyshopOrderAdvance = Readonly<z.infer<typeof drafts.orderAdvance>>;
export type BabyshopCancellation = Readonly<z.infer<typeof drafts.cancellation>>;
export type BabyshopCancelledLine = Readonly<z.infer<typeof drafts.cancelledLine>>;
export type BabyshopProductDraft = Readonly<z.infer<typeof drafts.productDraft>>;
export type BabyshopModeration = Readonly<z.infer<typeof drafts.moderation>>;
export type BabyshopExpiry = Readonly<z.infer<typeof drafts.expiry>>;
export type BabyshopFaults = Readonly<z.infer<typeof drafts.babyshopFaults>>;

export interface BabyshopOptions {
	readonly seed?: number;
	/** Each has its own orders, products and key. */
	readonly credentials?: readonly BabyshopCredential[];
	/** Epoch ms at which the sandbox's clock starts; the machine's own time when left out. */
	readonly startAt?: number;
	/** Sandbox time per real time, 1 when left out. The quota's window shrinks with it. */
	readonly timeScale?: number;
	/** IANA name of the zone of all dates, Asia/Kolkata when left out (reference/babyshop-vinculum.md 3). */
	readonly timeZone?: string;
	/** Per operation and credential: 40 calls in 5 minutes when left out, as of a sibling API; null switches it off. */
	readonly quota?: QuotaLimit | null;
	/** How long an inventory row is Pending, 30 s when left out. */
	readonly moderationMs?: number;
	/** How long an invoice has no AWB, 30 s when left out. */
	readonly awbMs?: number;
	/** How long a cancellation over the API takes to show, 0 when left out. */
	readonly cancelMs?: number;
	/** What a cancellation over the API leads to, 8 when left out (reference/babyshop-vinculum.md 5). */
	readonly cancelledStatus?: '8' | '50';
	/** Which code `inventoryPriceUpdate` takes as `sku`; the marketplace's when left out (reference/babyshop-vinculum.md 9). */
	readonly inventoryKey?: 'sku' | 'vendorSkuCode';
	/** Which number of an order `generateInvoice` knows; `orderNo` when left out (reference/babyshop-vinculum.md 8.2). */
	readonly invoiceKey?: 'orderNo' | 'masterOrderNo';
	/** `generateInvoice` refuses an order that is on hold with 326, as a sibling API does (reference/babyshop-vinculum.md 6). */
	readonly refusesOnHold?: boolean;
	/** Spellings of `documentType` that give the label; `ShippingLabel` when left out (reference/babyshop-vinculum.md 10). */
	readonly labelTypes?: readonly string[];
	/** Content type of files; application/pdf when left out (reference/babyshop-vinculum.md 10). */
	readonly fileType?: string;
	/** Order of `orderList`, which is not documented; by number, which says nothing, when left out. */
	readonly listOrder?: 'number' | 'newest' | 'oldest';
	/** What stands for an empty list, in turn; null and an empty array when left out (reference/babyshop-vinculum.md 3). */
	readonly emptyLists?: readonly ('null' | 'array' | 'object' | 'absent')[];
	/** `responseCode` is a text; envelopes of lists are in an array (reference/babyshop-vinculum.md 3). */
	readonly textCodes?: boolean;
	readonly arrayEnvelopes?: boolean;
	/** Quantities of orders as `2.00` (reference/babyshop-vinculum.md 3); as `2` when left out. */
	readonly decimalQuantities?: boolean;
}

/** One call that reached the server, also when it was not answered. */
export type BabyshopCall = Logged & BabyshopAsked & BabyshopOutcome;

export interface BabyshopState {
	readonly now: number;
	readonly timeZone: string;
	readonly orders: readonly BabyshopOrderState[];
	readonly products: readonly BabyshopProductState[];
	readonly counts: {
		readonly orders: number;
		/** Orders that `orderList` can show now. */
		readonly visible: number;
		readonly products: number;
		/** Inventory rows that moderation has still to decide. */
		readonly pending: number;
		readonly calls: number;
		/** Code 13 because of the quota, without those that a fault made up. */
		readonly overQuota: number;
		readonly faults: number;
	};
}

/** The pretend Seller Panel. Every function is also a control call, see `controls.ts`. */
export interface BabyshopSandbox extends Sandbox {
	readonly clock: Clock;
	/** The first credential, ready to use. */
	readonly credential: BabyshopCredential;
	place(orders: readonly BabyshopOrderDraft[]): readonly BabyshopOrderState[];
	edit(number: string, edit: BabyshopOrderEdit): BabyshopOrderState;
	advance(number: string, advance: BabyshopOrderAdvance): BabyshopOrderState;
	hold(number: string, isOnHold: boolean): BabyshopOrderState;
	/** The whole order, by the customer or in the panel. */
	cancel(number: string, cancellation?: BabyshopCancellation): BabyshopOrderState;
	/** On item level, by the customer or in the panel. */
	cancelLines(number: string, lines: readonly BabyshopCancelledLine[]): BabyshopOrderState;
	order(number: string): BabyshopOrderState;
	/** Puts products in the catalog. */
	seed(products: readonly BabyshopProductDraft[]): readonly BabyshopProductState[];
	/** Replaces what moderation refuses; `{ reject: [] }` ends it. */
	moderate(moderation: BabyshopModeration): void;
	state(): BabyshopState;
	/** Calls whose `seq` is above `since`. */
	calls(since?: number): readonly BabyshopCall[];
	/** Replaces all faults; `{}` ends them. */
	setFaults(faults: BabyshopFaults): void;
	expireTokens(expiry?: BabyshopExpiry): void;
	/** Every key that was ever issued. */
	issuedTokens(): readonly string[];
	/** Back to the start: no orders, products, calls, keys or faults; the clock goes on. */
	reset(): void;
}
