import type { z } from 'zod';
import type { Logged } from '../callLog';
import type { Clock } from '../clock';
import type { Sandbox } from '../wire';
import type { UniwareAsked, UniwareOutcome } from './callTypes';
import type { DateStyle } from './dates';
import type * as drafts from './drafts';
import type {
	UniwareFailedOrder,
	UniwareManifestState,
	UniwareOrderState,
	UniwareReturnState,
	UniwareStockState,
} from './stateTypes';

export type UniwareCredential = Readonly<z.infer<typeof drafts.credential>>;
export type UniwareFacility = Readonly<z.infer<typeof drafts.facility>>;
export type UniwareItemDraft = Readonly<z.infer<typeof drafts.itemDraft>>;
export type UniwareStockDraft = Readonly<z.infer<typeof drafts.stockDraft>>;
export type UniwareOrderDraft = Readonly<z.infer<typeof drafts.orderDraft>>;
export type UniwareAdvance = Readonly<z.infer<typeof drafts.advance>>;
export type UniwareTracking = Readonly<z.infer<typeof drafts.tracking>>;
export type UniwareSplit = Readonly<z.infer<typeof drafts.split>>;
export type UniwareEdit = Readonly<z.infer<typeof drafts.edit>>;
export type UniwareCancellation = Readonly<z.infer<typeof drafts.cancellation>>;
export type UniwareCourierReturn = Readonly<z.infer<typeof drafts.courierReturn>>;
export type UniwareFaults = Readonly<z.infer<typeof drafts.uniwareFaults>>;

export interface UniwareOptions {
	readonly seed?: number;
	/** API users of the one tenant. */
	readonly credentials?: readonly UniwareCredential[];
	readonly facilities?: readonly UniwareFacility[];
	/** Codes of channels that orders can be created on. */
	readonly channels?: readonly string[];
	/** Epoch ms at which the sandbox's clock starts; the machine's own time when left out. */
	readonly startAt?: number;
	/** Sandbox time per real time, 1 when left out. */
	readonly timeScale?: number;
	/** Whether a form posted to the token path works, true when left out (reference/uniware-oker.md 1.2, 8). */
	readonly takesForm?: boolean;
	/** How answers write instants: epoch milliseconds when left out (reference/uniware-oker.md 1.1). */
	readonly dates?: DateStyle;
	/** How often facilities are allocated, 5 minutes when left out (reference/uniware-oker.md 3). */
	readonly allocateMs?: number;
}

/** One call that reached the server, also when it was not answered. */
export type UniwareCall = Logged & UniwareAsked & UniwareOutcome;

export interface UniwareState {
	readonly now: number;
	readonly facilities: readonly UniwareFacility[];
	readonly channels: readonly string[];
	readonly items: readonly { readonly sku: string; readonly enabled: boolean }[];
	readonly orders: readonly UniwareOrderState[];
	/** Orders that are kept aside; their units are stock that is gone. */
	readonly failedOrders: readonly UniwareFailedOrder[];
	readonly stock: readonly UniwareStockState[];
	readonly manifests: readonly UniwareManifestState[];
	readonly returns: readonly UniwareReturnState[];
	readonly counts: {
		readonly orders: number;
		readonly calls: number;
		readonly faults: number;
	};
}

/** The pretend tenant. Every function is also a control call, see `controls.ts`. */
export interface UniwareSandbox extends Sandbox {
	readonly clock: Clock;
	/** The first credential, ready to use. */
	readonly credential: UniwareCredential;
	/** Puts SKUs in the catalog, with their stock. */
	seed(items: readonly UniwareItemDraft[]): void;
	place(orders: readonly UniwareOrderDraft[]): readonly UniwareOrderState[];
	/** Facility allocation, at once: of one order, or of all. */
	allocate(code?: string): void;
	/** Somebody picks, packs and ships, and the carrier delivers. */
	advance(code: string, advance: UniwareAdvance): UniwareOrderState;
	/** Another courier or number of a package. */
	track(code: string, tracking: UniwareTracking): UniwareOrderState;
	/** Items into a package of their own. */
	split(code: string, split: UniwareSplit): UniwareOrderState;
	edit(code: string, edit: UniwareEdit): UniwareOrderState;
	cancel(code: string, cancellation?: UniwareCancellation): UniwareOrderState;
	/** The carrier brings a package back. */
	sendBack(code: string, courierReturn: UniwareCourierReturn): UniwareOrderState;
	/** A return has come back, by its own code. */
	receive(code: string): UniwareOrderState;
	order(code: string): UniwareOrderState;
	setStock(counts: readonly UniwareStockDraft[]): void;
	stock(): readonly UniwareStockState[];
	setFacilities(facilities: readonly UniwareFacility[]): void;
	/** Operations that are answered with 403; none when empty. */
	forbid(operations: readonly string[]): void;
	state(): UniwareState;
	/** Calls whose `seq` is above `since`. */
	calls(since?: number): readonly UniwareCall[];
	/** Replaces all faults; `{}` ends them. */
	setFaults(faults: UniwareFaults): void;
	expireTokens(): void;
	/** Every token that was ever issued. */
	issuedTokens(): readonly string[];
	/** Back to the start: no orders, items, calls, tokens or faults; the clock goes on. */
	reset(): void;
}
