import type { z } from 'zod';
import type { Logged } from '../callLog';
import type { Clock } from '../clock';
import type { QuotaLimit } from '../quota';
import type { Sandbox } from '../wire';
import type { IconicAsked, IconicOutcome } from './callTypes';
import type * as drafts from './drafts';
import type { IconicJobState, IconicOrderState, IconicProductState } from './stateTypes';

export type IconicCredential = Readonly<z.infer<typeof drafts.credential>>;
export type IconicSeller = Readonly<z.infer<typeof drafts.seller>>;
export type IconicProvider = Readonly<z.infer<typeof drafts.provider>>;
export type IconicReason = Readonly<z.infer<typeof drafts.reason>>;
export type IconicLineDraft = Readonly<z.infer<typeof drafts.lineDraft>>;
export type IconicAddressDraft = Readonly<z.infer<typeof drafts.addressDraft>>;
export type IconicOrderDraft = Readonly<z.infer<typeof drafts.orderDraft>>;
export type IconicOrderEdit = Readonly<z.infer<typeof drafts.orderEdit>>;
export type IconicOrderAdvance = Readonly<z.infer<typeof drafts.orderAdvance>>;
export type IconicCancellation = Readonly<z.infer<typeof drafts.cancellation>>;
export type IconicProductDraft = Readonly<z.infer<typeof drafts.productDraft>>;
export type IconicStockDraft = Readonly<z.infer<typeof drafts.stockDraft>>;
export type IconicMaintenance = Readonly<z.infer<typeof drafts.maintenance>>;
export type IconicFaults = Readonly<z.infer<typeof drafts.iconicFaults>>;

export interface IconicOptions {
	readonly seed?: number;
	/** Applications of the one seller. */
	readonly credentials?: readonly IconicCredential[];
	readonly seller?: IconicSeller;
	/** Epoch ms at which the sandbox's clock starts; the machine's own time when left out. */
	readonly startAt?: number;
	/** Sandbox time per real time, 1 when left out. The quota's window shrinks with it. */
	readonly timeScale?: number;
	/** 30 calls in a second when left out; null switches it off (reference/the-iconic-sellercenter.md 4). */
	readonly quota?: QuotaLimit | null;
	readonly providers?: readonly IconicProvider[];
	readonly reasons?: readonly IconicReason[];
	/** When the channel lowers `quantity` itself; as an item is shipped when left out (reference/the-iconic-sellercenter.md 6, 13). */
	readonly stockFalls?: 'shipped' | 'ordered';
	/** Whether items of sellers that ship to customers become shipped over the API; true when left out (reference/the-iconic-sellercenter.md 9, 13). */
	readonly offersShipped?: boolean;
	/** Whether one item cancels its whole package; true when left out (reference/the-iconic-sellercenter.md 8). */
	readonly cancelsPackage?: boolean;
	/** How long a carrier with an API takes to give a tracking number to a package, 0 when left out. */
	readonly trackingMs?: number;
	/** How long a document takes, 2 s when left out. */
	readonly exportMs?: number;
	/** How long an import takes, 3 s when left out. */
	readonly feedMs?: number;
}

/** One call that reached the server, also when it was not answered. */
export type IconicCall = Logged & IconicAsked & IconicOutcome;

export interface IconicState {
	readonly now: number;
	readonly seller: IconicSeller;
	readonly providers: readonly IconicProvider[];
	readonly orders: readonly IconicOrderState[];
	readonly products: readonly IconicProductState[];
	readonly jobs: readonly IconicJobState[];
	readonly counts: {
		readonly orders: number;
		/** Orders that lists can show now. */
		readonly visible: number;
		readonly products: number;
		readonly calls: number;
		/** 429s because of the quota, without those that a fault made up. */
		readonly quotaHits: number;
		readonly faults: number;
	};
}

/** The pretend Seller Center. Every function is also a control call, see `controls.ts`. */
export interface IconicSandbox extends Sandbox {
	readonly clock: Clock;
	/** The first credential, ready to use. */
	readonly credential: IconicCredential;
	place(orders: readonly IconicOrderDraft[]): readonly IconicOrderState[];
	edit(id: string, edit: IconicOrderEdit): IconicOrderState;
	/** The customer pays, the marketplace and the carrier go on. */
	advance(id: string, advance: IconicOrderAdvance): IconicOrderState;
	/** By the customer or the marketplace. */
	cancel(id: string, cancellation?: IconicCancellation): IconicOrderState;
	order(id: string): IconicOrderState;
	/** Puts products in the catalog. */
	seed(products: readonly IconicProductDraft[]): readonly IconicProductState[];
	/** Figures that somebody types in Seller Center. */
	setStock(counts: readonly IconicStockDraft[]): void;
	setProviders(providers: readonly IconicProvider[]): void;
	/** All calls are answered with 503 from now on, for so long; 0 ends it. */
	maintain(maintenance: IconicMaintenance): void;
	/** Operations that are answered with 403; none when empty. */
	forbid(operations: readonly string[]): void;
	state(): IconicState;
	/** Calls whose `seq` is above `since`. */
	calls(since?: number): readonly IconicCall[];
	/** Replaces all faults; `{}` ends them. */
	setFaults(faults: IconicFaults): void;
	expireTokens(clientId?: string): void;
	/** Every access token that was ever issued. */
	issuedTokens(): readonly string[];
	/** Back to the start: no orders, products, calls, tokens or faults; the clock goes on. */
	reset(): void;
}
