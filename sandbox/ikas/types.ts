import type { z } from 'zod';
import type { Logged } from '../callLog';
import type { Clock } from '../clock';
import type { Faults } from '../faults';
import type { Sandbox } from '../wire';
import type * as drafts from './drafts';
import type { OrderEvent, PackageState, StockState } from './effectTypes';

export type IkasCredential = Readonly<z.infer<typeof drafts.credential>>;
export type IkasMerchant = Readonly<z.infer<typeof drafts.merchant>>;
export type IkasLocation = Readonly<z.infer<typeof drafts.location>>;
export type LineDraft = Readonly<z.infer<typeof drafts.lineDraft>>;
export type AddressDraft = Readonly<z.infer<typeof drafts.addressDraft>>;
export type OrderDraft = Readonly<z.infer<typeof drafts.orderDraft>>;
export type OrderEdit = Readonly<z.infer<typeof drafts.orderEdit>>;
export type OrderAdvance = Readonly<z.infer<typeof drafts.orderAdvance>>;
export type ProductDraft = Readonly<z.infer<typeof drafts.productDraft>>;
export type VariantDraft = Readonly<z.infer<typeof drafts.variantDraft>>;
export type StockDraft = Readonly<z.infer<typeof drafts.stockDraft>>;
export type CancelledLine = Readonly<z.infer<typeof drafts.cancelledLine>>;
export type UnreadablePreset = (typeof drafts.unreadablePresets)[number];
export type Overrides = Readonly<Record<string, unknown>>;

export interface IkasOptions {
	readonly seed?: number;
	readonly merchant?: IkasMerchant;
	readonly credentials?: readonly IkasCredential[];
	readonly locations?: readonly IkasLocation[];
	/** Epoch ms at which the sandbox's clock starts; the machine's own time when left out. */
	readonly startAt?: number;
	/** Sandbox time per real time, 1 when left out. The quota's window shrinks with it. */
	readonly timeScale?: number;
	/** 50 calls in any 10 s when left out (reference/ikas.md 5); null switches it off. */
	readonly quota?: { readonly calls: number; readonly perMs: number } | null;
	/** Bans for a high share of errors (reference/ikas.md 5); off when left out. */
	readonly penalties?: boolean;
	/** `listOrder` answers in the order of placing, whatever `sort` says. */
	readonly ignoresSort?: boolean;
	/** ikas lowers its stock itself when a customer orders, and raises it when units come back; on when left out. */
	readonly movesStock?: boolean;
	/** `cancelOrderLine` takes lines of a package that is not shipped, where it refuses them else (reference/ikas.md 12.1). */
	readonly cancelsPackagedLines?: boolean;
	/** Of a line that is packaged in part the rest is the new line; the packaged piece is when left out (reference/ikas.md 11.1). */
	readonly packagedPieceKeepsId?: boolean;
	/** Packages made over the API carry the id of the app that made them (reference/ikas.md 8.1). */
	readonly stampsPackages?: boolean;
}

/** The switches that a change of an order heeds. */
export type IkasSwitches = Pick<
	IkasOptions,
	'cancelsPackagedLines' | 'packagedPieceKeepsId' | 'stampsPackages'
>;

/** A change as the shop made it. Times are epoch ms of the sandbox's clock. */
export interface OrderChange {
	readonly at: number;
	readonly what: 'placed' | 'edited' | 'advanced' | 'cancelled';
	/** From when on `listOrder` shows it; later than `at` for a late row. */
	readonly visibleAt: number;
	readonly status: string;
	readonly payment: string;
	readonly package: string;
	/** Units per SKU that the customer still wants. */
	readonly open: Readonly<Record<string, number>>;
}

export interface ProductState {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly deleted: boolean;
	readonly variants: readonly {
		readonly id: string;
		readonly sku: string | null;
		readonly deleted: boolean;
	}[];
}

export interface LineState {
	readonly id: string;
	readonly sku: string | null;
	readonly quantity: number;
	readonly status: string;
	readonly deleted: boolean;
}

/** An order as the shop knows it, whatever `listOrder` shows of it. */
export interface OrderState {
	readonly id: string;
	readonly number: string;
	readonly placedAt: number;
	readonly orderedAt: number;
	readonly updatedAt: number;
	readonly status: string;
	readonly payment: string;
	readonly package: string;
	readonly location: string | null;
	readonly unreadable: UnreadablePreset | 'overrides' | null;
	readonly lines: readonly LineState[];
	readonly packages: readonly PackageState[];
	readonly history: readonly OrderChange[];
	readonly events: readonly OrderEvent[];
}

/** What is known of a call before it is answered. */
export interface IkasAsked {
	readonly kind: 'token' | 'graphql';
	readonly client: string | null;
	readonly operation: string | null;
	/** Root fields asked for. */
	readonly fields: readonly string[];
	readonly variables: unknown;
}

export interface IkasOutcome {
	readonly status: number;
	/** `extensions.code` of the first error, or null. */
	readonly code: string | null;
	/** The fault that was played, or null. */
	readonly fault: string | null;
	/** Of a list with pages: page asked for and rows answered. */
	readonly page: number | null;
	readonly records: number | null;
}

/** One call that reached the server, also when it was not answered. */
export type IkasCall = Logged & IkasAsked & IkasOutcome;

export interface IkasState {
	readonly now: number;
	readonly merchant: IkasMerchant;
	readonly locations: readonly IkasLocation[];
	readonly orders: readonly OrderState[];
	readonly stock: readonly StockState[];
	readonly counts: {
		readonly orders: number;
		readonly products: number;
		/** Orders that `listOrder` can show now. */
		readonly visible: number;
		readonly calls: number;
		/** 429s because of the quota, without those that a fault made up. */
		readonly overQuota: number;
		readonly faults: number;
	};
}

/** The pretend ikas. Every function is also a control call, see `controls.ts`. */
export interface IkasSandbox extends Sandbox {
	readonly clock: Clock;
	/** The first credential, ready to use. */
	readonly credential: IkasCredential;
	place(orders: readonly OrderDraft[]): readonly OrderState[];
	edit(id: string, edit: OrderEdit): OrderState;
	advance(id: string, advance: OrderAdvance): OrderState;
	/** The whole order when no lines are given. The units go back to the stock, unless told otherwise. */
	cancel(id: string, lines?: readonly CancelledLine[], restock?: boolean): OrderState;
	order(id: string): OrderState;
	/** Puts products in the catalog, with their stock. */
	seed(products: readonly ProductDraft[]): readonly ProductState[];
	/** Counts in the panel. */
	setStock(counts: readonly StockDraft[]): void;
	stock(): readonly StockState[];
	state(): IkasState;
	/** Calls whose `seq` is above `since`. */
	calls(since?: number): readonly IkasCall[];
	/** Replaces all faults; `{}` ends them. */
	setFaults(faults: Faults): void;
	setLocations(locations: readonly IkasLocation[]): void;
	setMerchant(merchant: Partial<IkasMerchant>): void;
	setScopes(scopes: readonly string[], clientId?: string): void;
	expireTokens(clientId?: string): void;
	/** Every access token that was ever issued. */
	issuedTokens(): readonly string[];
	/** Back to the start: no orders, calls, tokens or faults; the clock goes on. */
	reset(): void;
}
