import type { z } from 'zod';
import type { Logged } from '../callLog';
import type { Clock } from '../clock';
import type { BucketLimit } from '../quota';
import type { Sandbox } from '../wire';
import type { AmazonAsked, AmazonOutcome } from './callTypes';
import type * as drafts from './drafts';
import type {
	AmazonFeedState,
	AmazonInvoiceState,
	AmazonPackageState,
	AmazonPriceState,
	AmazonStockState,
} from './stateTypes';
import type { ShipmentStatus } from './statuses';

export type AmazonLocation = Readonly<z.infer<typeof drafts.location>>;
export type AmazonLineDraft = Readonly<z.infer<typeof drafts.lineDraft>>;
export type AmazonShipmentDraft = Readonly<z.infer<typeof drafts.shipmentDraft>>;
export type AmazonShipmentAdvance = Readonly<z.infer<typeof drafts.shipmentAdvance>>;
export type AmazonCancellation = Readonly<z.infer<typeof drafts.cancellation>>;
export type AmazonProductDraft = Readonly<z.infer<typeof drafts.productDraft>>;
export type AmazonGrants = Readonly<z.infer<typeof drafts.grants>>;
export type AmazonFaults = Readonly<z.infer<typeof drafts.amazonFaults>>;
export type AmazonRole = (typeof drafts.roles)[number];
export type Compliance = (typeof drafts.compliances)[number];

/** Fields of the credential, ready to use. */
export interface AmazonCredential {
	/** Id of the marketplace. */
	readonly marketplace: string;
	readonly sellerId: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly refreshToken: string;
	readonly applicationId: string;
	readonly redirectUri: string;
}

export interface AmazonOptions {
	readonly seed?: number;
	/** Id of the marketplace; that of the United Arab Emirates when left out. */
	readonly marketplace?: string;
	readonly sellerId?: string;
	readonly locations?: readonly AmazonLocation[];
	/** Where the consent page may send the seller back to; the first when it is not told. */
	readonly redirectUris?: readonly [string, ...string[]];
	/** The consent page wants `version=beta`. */
	readonly isDraft?: boolean;
	/** Epoch ms at which the sandbox's clock starts; the machine's own time when left out. */
	readonly startAt?: number;
	/** Sandbox time per real time, 1 when left out. Quotas come back as much faster. */
	readonly timeScale?: number;
	/** By operation, over the documented ones; null switches all off. */
	readonly quotas?: Readonly<Record<string, BucketLimit>> | null;
	/** How long a feed takes, 3 s when left out. */
	readonly feedMs?: number;
	/** How long a price takes to show, 2 s when left out. */
	readonly priceMs?: number;
	/** Reports of feeds come packed. */
	readonly gzipsReports?: boolean;
	/** What a call in the wrong state is refused with; 422 when left out (reference/amazon-seller-flex.md 6.3). */
	readonly wrongState?: 400 | 409 | 422;
	/** `updatePackageStatus` takes its status in the body and refuses the query, as the pinned model has it. */
	readonly shipsByBody?: boolean;
	/** ZPL when left out; Amazon sets it for a seller, no call chooses. */
	readonly labelFormat?: 'ZPL' | 'PNG' | 'PDF';
	/** Invoices can be uploaded where the documents do not say so. */
	readonly takesInvoices?: boolean;
}

/** Who made a change. */
export type Cause = 'api' | 'amazon' | 'carrier';

/** What a call, Amazon or the carrier did to a shipment. */
export type ShipmentChangeKind =
	| 'placed'
	| 'advanced'
	| 'cancelled'
	| 'confirmed'
	| 'rejected'
	| 'packages_created'
	| 'package_updated'
	| 'slot_retrieved'
	| 'invoice_generated'
	| 'labels_generated'
	| 'shipped';

/** A change as it happened. Times are epoch ms of the sandbox's clock. */
export interface AmazonShipmentChange {
	readonly at: number;
	readonly what: ShipmentChangeKind;
	readonly by: Cause;
	readonly status: ShipmentStatus;
	/** From when on `getShipments` shows it; later than `at` for a late row. */
	readonly visibleAt: number;
}

/** A shipment as Amazon knows it, whatever `getShipments` shows of it. */
export interface AmazonShipmentState {
	readonly id: string;
	readonly buyerOrderId: string;
	readonly location: string;
	readonly channelName: string;
	readonly placedAt: number;
	readonly updatedAt: number;
	readonly status: ShipmentStatus;
	readonly subStatus: string | null;
	readonly isSpoiled: boolean;
	readonly lines: readonly {
		readonly id: string;
		readonly sku: string;
		readonly quantity: number;
		readonly price: number;
	}[];
	readonly packages: readonly AmazonPackageState[];
	readonly invoice: { readonly isRequired: boolean; readonly number: string | null };
	readonly cancellation: {
		readonly type: string;
		readonly reason: string | null;
		readonly referenceId: string | null;
		readonly at: number;
	} | null;
	readonly history: readonly AmazonShipmentChange[];
}

/** One call that reached the server, also when it was not answered. */
export type AmazonCall = Logged & AmazonAsked & AmazonOutcome;

export interface AmazonState {
	readonly now: number;
	readonly marketplace: string;
	readonly sellerId: string;
	readonly locations: readonly AmazonLocation[];
	readonly grants: AmazonGrants;
	readonly shipments: readonly AmazonShipmentState[];
	readonly inventory: readonly AmazonStockState[];
	readonly prices: readonly AmazonPriceState[];
	readonly feeds: readonly AmazonFeedState[];
	readonly invoices: readonly AmazonInvoiceState[];
	/** 429s because of a quota, without those that a fault made up. */
	readonly quotaHits: number;
	readonly counts: {
		readonly shipments: number;
		/** Shipments that `getShipments` can show now. */
		readonly visible: number;
		readonly products: number;
		readonly calls: number;
		readonly faults: number;
	};
}

/** The pretend Amazon. Every function is also a control call, see `controls.ts`. */
export interface AmazonSandbox extends Sandbox {
	readonly clock: Clock;
	readonly credential: AmazonCredential;
	/** The seller signs in and agrees: where the consent page sends the browser back to. */
	authorise(consent?: { readonly state?: string; readonly redirectUri?: string }): {
		readonly url: string;
	};
	place(shipments: readonly AmazonShipmentDraft[]): readonly AmazonShipmentState[];
	advance(id: string, advance: AmazonShipmentAdvance): AmazonShipmentState;
	/** By the customer or by Amazon. */
	cancel(id: string, cancellation?: AmazonCancellation): AmazonShipmentState;
	shipment(id: string): AmazonShipmentState;
	/** Puts products among the seller's listings. */
	seed(products: readonly AmazonProductDraft[]): readonly AmazonPriceState[];
	stock(): readonly AmazonStockState[];
	state(): AmazonState;
	/** Calls whose `seq` is above `since`. */
	calls(since?: number): readonly AmazonCall[];
	/** Replaces all faults; `{}` ends them. */
	setFaults(faults: AmazonFaults): void;
	setLocations(locations: readonly AmazonLocation[]): void;
	/** What is not named stays. */
	setGrants(grants: Partial<AmazonGrants>): void;
	expireTokens(): void;
	/** Every access and refresh token that was ever issued. */
	issuedTokens(): readonly string[];
	/** Back to the start: no shipments, products, calls, tokens or faults; the clock goes on. */
	reset(): void;
}
