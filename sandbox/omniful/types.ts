import type { z } from 'zod';
import type { Logged } from '../callLog';
import type { Clock } from '../clock';
import type { Sandbox } from '../wire';
import type { OmnifulAsked, OmnifulOutcome } from './callTypes';
import type * as drafts from './drafts';
import type {
	OmnifulDelivery,
	OmnifulOrderState,
	OmnifulReturnState,
	OmnifulStockState,
} from './stateTypes';

export type OmnifulCredential = Readonly<z.infer<typeof drafts.credential>>;
export type OmnifulHub = Readonly<z.infer<typeof drafts.hub>>;
export type OmnifulSkuDraft = Readonly<z.infer<typeof drafts.skuDraft>>;
export type OmnifulStockDraft = Readonly<z.infer<typeof drafts.stockDraft>>;
export type OmnifulOrderDraft = Readonly<z.infer<typeof drafts.orderDraft>>;
export type OmnifulAdvance = Readonly<z.infer<typeof drafts.advance>>;
export type OmnifulHold = Readonly<z.infer<typeof drafts.hold>>;
export type OmnifulCancellation = Readonly<z.infer<typeof drafts.cancellation>>;
export type OmnifulEdit = Readonly<z.infer<typeof drafts.edit>>;
export type OmnifulSettings = Readonly<z.infer<typeof drafts.settings>>;
export type OmnifulFaults = Readonly<z.infer<typeof drafts.omnifulFaults>>;

export interface OmnifulOptions {
	/** Seller Custom Integration. */
	readonly seller?: OmnifulCredential;
	/** Tenant Custom Integration. */
	readonly tenant?: OmnifulCredential;
	readonly webhookSecret?: string;
	readonly hubs?: readonly OmnifulHub[];
	/** Epoch ms at which the sandbox's clock starts; the machine's own time when left out. */
	readonly startAt?: number;
	/** Sandbox time per real time, 1 when left out. */
	readonly timeScale?: number;
	/** Calls a minute of the seller family, 60 when left out; the tenant family has twice as many (reference/omniful.md 1.1). */
	readonly callsPerMinute?: number;
	/** Whether a refresh token goes on to work once it was used: false when left out (reference/omniful.md 5 number 5). */
	readonly keepsRefreshTokens?: boolean;
	/** How long after it was created an order is routed, 1 s when left out (reference/omniful.md 4.1). */
	readonly routeMs?: number;
	/** Between attempts at a webhook. */
	readonly webhookWaitsMs?: readonly number[];
}

/** One call that reached the server, also when it was not answered. */
export type OmnifulCall = Logged & OmnifulAsked & OmnifulOutcome;

export interface OmnifulWebhook {
	readonly topic: string;
	readonly url: string;
	readonly isEnabled: boolean;
}

export interface OmnifulState {
	readonly now: number;
	readonly hubs: readonly OmnifulHub[];
	readonly skus: readonly { readonly sku: string; readonly status: string }[];
	readonly orders: readonly OmnifulOrderState[];
	readonly stock: readonly OmnifulStockState[];
	readonly returns: readonly OmnifulReturnState[];
	readonly webhooks: readonly OmnifulWebhook[];
	readonly counts: {
		readonly orders: number;
		readonly calls: number;
		readonly faults: number;
		/** Rows of stock that the API has set. */
		readonly stockRows: number;
	};
}

/** The pretend Omniful of one seller. Every function is also a control call, see `controls.ts`. */
export interface OmnifulSandbox extends Sandbox {
	readonly clock: Clock;
	/** Of the seller family, with the refresh token as the dashboard showed it first. */
	readonly credential: OmnifulCredential;
	readonly tenantCredential: OmnifulCredential;
	readonly webhookSecret: string;
	/** Puts SKUs in the catalog, with their stock. */
	seed(skus: readonly OmnifulSkuDraft[]): void;
	place(orders: readonly OmnifulOrderDraft[]): readonly OmnifulOrderState[];
	/** Routing, at once: of all that wait for it. */
	route(): void;
	/** Somebody picks, packs and ships, and the carrier delivers. Takes either id of an order. */
	advance(order: string, advance: OmnifulAdvance): OmnifulOrderState;
	hold(order: string, hold: OmnifulHold): OmnifulOrderState;
	release(order: string): OmnifulOrderState;
	cancel(order: string, cancellation?: OmnifulCancellation): OmnifulOrderState;
	edit(order: string, edit: OmnifulEdit): OmnifulOrderState;
	order(order: string): OmnifulOrderState;
	setStock(counts: readonly OmnifulStockDraft[]): void;
	stock(): readonly OmnifulStockState[];
	setHubs(hubs: readonly OmnifulHub[]): void;
	set(settings: OmnifulSettings): void;
	state(): OmnifulState;
	deliveries(): readonly OmnifulDelivery[];
	/** The last webhook once more, as "at least once" allows. */
	sendAgain(): void;
	/** Calls whose `seq` is above `since`. */
	calls(since?: number): readonly OmnifulCall[];
	/** Replaces all faults; `{}` ends them. */
	setFaults(faults: OmnifulFaults): void;
	expireTokens(): void;
	/** Every token that was ever issued. */
	issuedTokens(): readonly string[];
	/** Back to the start: no orders, SKUs, calls, tokens or faults; the clock goes on. */
	reset(): void;
}
