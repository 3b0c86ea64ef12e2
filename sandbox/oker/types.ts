import type { z } from 'zod';
import type { Logged } from '../callLog';
import type { Clock } from '../clock';
import type { QuotaLimit } from '../quota';
import type { Sandbox } from '../wire';
import type { Level } from './answers';
import type { OkerAsked, OkerOutcome } from './callTypes';
import type * as drafts from './drafts';
import type { OkerListingState, OkerOrderState } from './stateTypes';

export type OkerCredential = Readonly<z.infer<typeof drafts.credential>>;
export type OkerWarehouse = Readonly<z.infer<typeof drafts.warehouse>>;
export type OkerLineDraft = Readonly<z.infer<typeof drafts.lineDraft>>;
export type OkerAddressDraft = Readonly<z.infer<typeof drafts.addressDraft>>;
export type OkerOrderDraft = Readonly<z.infer<typeof drafts.orderDraft>>;
export type OkerOrderEdit = Readonly<z.infer<typeof drafts.orderEdit>>;
export type OkerOrderAdvance = Readonly<z.infer<typeof drafts.orderAdvance>>;
export type OkerCancellation = Readonly<z.infer<typeof drafts.cancellation>>;
export type OkerProductDraft = Readonly<z.infer<typeof drafts.productDraft>>;
export type OkerFaults = Readonly<z.infer<typeof drafts.okerFaults>>;

/** What `GET /connectorInfo` says that the gateway can do. */
export interface OkerCapabilities {
	readonly idempotencyKey: boolean;
	readonly pack: boolean;
	readonly warehouses: boolean;
	readonly facilityFilter: boolean;
	readonly updatedSince: boolean;
	readonly shipmentDetails: boolean;
	readonly fetchManifest: boolean;
	readonly acknowledge: boolean;
	readonly partialCancel: boolean;
	readonly labelPdf: boolean;
}

export interface OkerLimits {
	readonly maxOrderIds: number;
	readonly maxInventoryEntries: number;
	readonly orderWindowDays: number;
}

export interface OkerOptions {
	readonly seed?: number;
	/** What the gateway is; full when left out. */
	readonly level?: Level;
	/** Users of the one seller. */
	readonly credentials?: readonly OkerCredential[];
	/** Epoch ms at which the sandbox's clock starts; the machine's own time when left out. */
	readonly startAt?: number;
	/** Sandbox time per real time, 1 when left out. The quota's window shrinks with it. */
	readonly timeScale?: number;
	/** 600 calls in a minute when left out, which is a guess; null switches it off. */
	readonly quota?: QuotaLimit | null;
	/** At full level; all of them when left out. */
	readonly capabilities?: Partial<OkerCapabilities>;
	readonly limits?: Partial<OkerLimits>;
	readonly warehouses?: readonly OkerWarehouse[];
	/** How a token is had; by POST and by GET when left out. */
	readonly signIn?: 'both' | 'get';
	/** How long a token lives, an hour when left out. */
	readonly tokenMs?: number;
	/** How long after the invoice a courier is assigned, and after that the label is there; 20 s and 10 s when left out. */
	readonly courierMs?: number;
	readonly labelMs?: number;
	/** Older gateways: 200 with `status` FAILED in place of 4xx where the answer has a `status`. */
	readonly failsWith200?: boolean;
	/** Older gateways: items and orders tell of PROCESSING, PACKED and READY_TO_DISPATCH. */
	readonly tellsStages?: boolean;
	/** SELLER_SHIPPING, which does not occur on the Oker channel. */
	readonly sellerShips?: boolean;
}

/** One call that reached the server, also when it was not answered. */
export type OkerCall = Logged & OkerAsked & OkerOutcome;

export interface OkerState {
	readonly now: number;
	readonly level: Level;
	readonly warehouses: readonly OkerWarehouse[];
	readonly orders: readonly OkerOrderState[];
	readonly listings: readonly OkerListingState[];
	readonly counts: {
		readonly orders: number;
		/** Orders that lists can show now. */
		readonly visible: number;
		readonly listings: number;
		readonly calls: number;
		/** 429s because of the quota, without those that a fault made up. */
		readonly quotaHits: number;
		readonly faults: number;
		/** Answers that were given once more for the same key. */
		readonly replays: number;
	};
}

/** The pretend gateway. Every function is also a control call, see `controls.ts`. */
export interface OkerSandbox extends Sandbox {
	readonly clock: Clock;
	/** The first credential, ready to use. */
	readonly credential: OkerCredential;
	place(orders: readonly OkerOrderDraft[]): readonly OkerOrderState[];
	edit(id: string, edit: OkerOrderEdit): OkerOrderState;
	/** The marketplace, the courier and the customer go on. */
	advance(id: string, advance: OkerOrderAdvance): OkerOrderState;
	hold(id: string, isOnHold: boolean): OkerOrderState;
	/** By the customer, who cannot any more once it is invoiced, or by the marketplace. */
	cancel(id: string, cancellation?: OkerCancellation): OkerOrderState;
	order(id: string): OkerOrderState;
	/** Puts listings in the catalog. */
	seed(products: readonly OkerProductDraft[]): readonly OkerListingState[];
	setWarehouses(warehouses: readonly OkerWarehouse[]): void;
	/** Operations that are answered with 403; none when empty. */
	forbid(operations: readonly string[]): void;
	state(): OkerState;
	/** Calls whose `seq` is above `since`. */
	calls(since?: number): readonly OkerCall[];
	/** Replaces all faults; `{}` ends them. */
	setFaults(faults: OkerFaults): void;
	expireTokens(username?: string): void;
	/** Every access token that was ever issued. */
	issuedTokens(): readonly string[];
	/** Back to the start: no orders, listings, calls, tokens or faults; the clock goes on. */
	reset(): void;
}
