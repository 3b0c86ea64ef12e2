import type { z } from 'zod';
import type { Logged } from '../callLog';
import type { Clock } from '../clock';
import type { Sandbox } from '../wire';
import type * as drafts from './drafts';
import type { RawLocation } from './rawCatalog';
import type { ApiVersion } from './schema';
import type {
	ShopifyCustomerState,
	ShopifyDelivery,
	ShopifyOrderState,
	ShopifyProductState,
	ShopifyStockState,
} from './stateTypes';

export type ShopifyCredential = Readonly<z.infer<typeof drafts.credential>>;
export type ShopifyShop = Readonly<z.infer<typeof drafts.shop>>;
export type ShopifyLocation = Readonly<z.infer<typeof drafts.location>>;
export type ShopifyVariantDraft = Readonly<z.infer<typeof drafts.variantDraft>>;
export type ShopifyProductDraft = Readonly<z.infer<typeof drafts.productDraft>>;
export type ShopifyStockDraft = Readonly<z.infer<typeof drafts.stockDraft>>;
export type ShopifyStockDelta = Readonly<z.infer<typeof drafts.stockDelta>>;
export type ShopifyLineDraft = Readonly<z.infer<typeof drafts.lineDraft>>;
export type ShopifyOrderDraft = Readonly<z.infer<typeof drafts.orderDraft>>;
export type ShopifyOrderEdit = Readonly<z.infer<typeof drafts.orderEdit>>;
export type ShopifyFulfilment = Readonly<z.infer<typeof drafts.fulfilment>>;
export type ShopifyTrackingEdit = Readonly<z.infer<typeof drafts.trackingEdit>>;
export type ShopifyProgress = Readonly<z.infer<typeof drafts.progress>>;
export type ShopifyRemoval = Readonly<z.infer<typeof drafts.removal>>;
export type ShopifyCancellation = Readonly<z.infer<typeof drafts.cancellation>>;
export type ShopifyAddress = Readonly<z.infer<typeof drafts.addressDraft>>;
export type ShopifyFaults = Readonly<z.infer<typeof drafts.shopifyFaults>>;

export interface BucketSize {
	readonly maximumAvailable: number;
	/** Points that come back in a second. */
	readonly restoreRate: number;
}

export interface ShopifyOptions {
	readonly credential?: ShopifyCredential;
	readonly shop?: ShopifyShop;
	readonly locations?: readonly ShopifyLocation[];
	/** Granted scopes; all that the hub needs when left out. `read_all_orders` is not among them. */
	readonly scopes?: readonly string[];
	/** Epoch ms at which the sandbox's clock starts; the machine's own time when left out. */
	readonly startAt?: number;
	/** Sandbox time per real time, 1 when left out. The bucket fills as much faster. */
	readonly timeScale?: number;
	/** Points: 2,000, of which 100 come back in a second, when left out; null switches it off (reference/shopify.md 4, 13). */
	readonly bucket?: BucketSize | null;
	/** Most points of one query, 1,000 when left out. */
	readonly maxCost?: number;
	/** The oldest version of the API that is still supported; all that are played when left out. */
	readonly oldestVersion?: ApiVersion;
	/** How long searches lag behind writes, 3 s when left out (reference/shopify.md 6). */
	readonly searchLagMs?: number;
	/** When the job of `orderCancel` is done: after 1.5 s or two polls when left out (reference/shopify.md 9). */
	readonly cancelMs?: number;
	readonly cancelPolls?: number;
	/** How long a bulk operation takes: 30 s when left out; and how many may run at once: one (reference/shopify.md 6, 13). */
	readonly bulkMs?: number;
	readonly bulkAtOnce?: number;
	/** Whether it reads its rows as it begins, or as it ends: unknown, as it begins when left out. */
	readonly bulkReads?: 'first' | 'last';
	/** Whether a part of its result can be asked for (reference/shopify.md 6); yes when left out. */
	readonly bulkRanges?: boolean;
	/** Which location loses stock on `orderCreate` (reference/shopify.md 13): one that has enough when left out. */
	readonly claimsAt?: 'enough' | 'first';
	/** What `orderCreate` does when a unique metafield has the value (reference/shopify.md 13): refuses when left out. */
	readonly takenId?: 'refuse' | 'createWithout';
	/** With `variantId`, whether the line needs shipping is the variant's to say (reference/shopify.md 9); the input's when left out. */
	readonly variantDecidesShipping?: boolean;
	/** What the same idempotency key gives after a refusal (reference/shopify.md 8): IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED when left out. */
	readonly afterRefusal?: 'failed' | 'again';
	/** `orderCreate` five times a minute at most (reference/shopify.md 9). */
	readonly developmentStore?: boolean;
	/** SHOP_DORMANT to every `orderCreate`. */
	readonly dormant?: boolean;
	/** Protected customer data (reference/shopify.md 3): granted when left out, or null, or an error. */
	readonly protectedData?: 'granted' | 'null' | 'denied';
	/** The token endpoint refuses with JSON when left out, or with a web page (reference/shopify.md 2: exact bodies unknown). */
	readonly tokenRefusals?: 'json' | 'html';
	/** Waits before an event is sent again: eight within four hours when left out (reference/shopify.md 11). */
	readonly webhookWaitsMs?: readonly number[];
	/** How long an event may take to be answered, 5 s when left out. */
	readonly webhookTimeoutMs?: number;
}

/** What is known of a call before it is answered. */
export interface ShopifyAsked {
	readonly kind: 'token' | 'graphql' | 'storage';
	readonly client: string | null;
	readonly version: string | null;
	readonly operation: string | null;
	/** Root fields asked for. */
	readonly fields: readonly string[];
	readonly variables: unknown;
}

export interface ShopifyOutcome {
	readonly status: number;
	/** `extensions.code` of the first error, or null. */
	readonly code: string | null;
	/** Codes of the user errors that were answered, or their messages where there is none. */
	readonly userErrors: readonly string[];
	/** The fault that was played, or null. */
	readonly fault: string | null;
	/** Points. */
	readonly requestedCost: number | null;
	readonly actualCost: number | null;
	/** Rows of the lists that were asked for at the root. */
	readonly records: number | null;
}

/** One call that reached the server, also when it was not answered. */
export type ShopifyCall = Logged & ShopifyAsked & ShopifyOutcome;

export interface ShopifyState {
	readonly now: number;
	readonly shop: ShopifyShop & { readonly domain: string };
	/** Their ids are global. */
	readonly locations: readonly RawLocation[];
	readonly orders: readonly ShopifyOrderState[];
	readonly products: readonly ShopifyProductState[];
	readonly stock: readonly ShopifyStockState[];
	readonly customers: readonly ShopifyCustomerState[];
	readonly definitions: readonly {
		readonly ownerType: string;
		readonly namespace: string;
		readonly key: string;
		readonly type: string;
	}[];
	readonly subscriptions: readonly {
		readonly id: string;
		readonly topic: string;
		readonly uri: string;
	}[];
	readonly deliveries: readonly ShopifyDelivery[];
	readonly counts: {
		readonly orders: number;
		/** Orders whose latest change searches know. */
		readonly indexed: number;
		readonly products: number;
		readonly calls: number;
		/** THROTTLED because of the bucket, without those that a fault made up. */
		readonly throttled: number;
		readonly faults: number;
	};
}

/** The pretend Shopify. Every function is also a control call, see `controls.ts`. Orders go by global id, or by a name that only one has. */
export interface ShopifySandbox extends Sandbox {
	readonly clock: Clock;
	/** Ready to use. */
	readonly credential: ShopifyCredential;
	/** Puts products in the catalog, with their stock. */
	seed(products: readonly ShopifyProductDraft[]): readonly ShopifyProductState[];
	/** Orders that come from elsewhere than this app. */
	place(orders: readonly ShopifyOrderDraft[]): readonly ShopifyOrderState[];
	edit(order: string, edit: ShopifyOrderEdit): ShopifyOrderState;
	/** Ships in the admin, all or in part, one fulfilment per location. */
	fulfil(order: string, fulfilment?: ShopifyFulfilment): ShopifyOrderState;
	track(order: string, edit: ShopifyTrackingEdit): ShopifyOrderState;
	/** What the carrier says of a fulfilment. */
	progress(order: string, progress: ShopifyProgress): ShopifyOrderState;
	/** Takes a fulfilment back: the latest when none is named. */
	unfulfil(order: string, fulfilment?: string): ShopifyOrderState;
	remove(order: string, removal: ShopifyRemoval): ShopifyOrderState;
	cancel(order: string, cancellation?: ShopifyCancellation): ShopifyOrderState;
	order(order: string): ShopifyOrderState;
	setStock(counts: readonly ShopifyStockDraft[]): void;
	adjustStock(deltas: readonly ShopifyStockDelta[]): void;
	stock(): readonly ShopifyStockState[];
	state(): ShopifyState;
	/** Calls whose `seq` is above `since`. */
	calls(since?: number): readonly ShopifyCall[];
	/** Replaces all faults; `{}` ends them. */
	setFaults(faults: ShopifyFaults): void;
	setLocations(locations: readonly ShopifyLocation[]): void;
	setShop(shop: Partial<ShopifyShop>): void;
	setScopes(scopes: readonly string[]): void;
	/** The static token goes on. */
	expireTokens(): void;
	/** Every access token that was ever issued. */
	issuedTokens(): readonly string[];
	deliveries(): readonly ShopifyDelivery[];
	/** Sends an event once more, under the same webhook id: the latest when none is named. */
	sendAgain(webhookId?: string): void;
	/** Back to the start: nothing but the locations; the clock goes on. */
	reset(): void;
}
