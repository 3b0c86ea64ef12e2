import type { Tracking } from '../domain/channelUpdate';
import type { Instant } from '../domain/instant';

/** `customer`: it was delivered. `courier`: it was not, and comes back as it left. */
export const returnKinds = ['customer', 'courier'] as const;
export type ReturnKind = (typeof returnKinds)[number];

/**
 * `requested` and waits for a decision, `rejected`, `approved` and waits for its return order, `ordered`: on its way, `received` and
 * waits for quality control, `checked`.
 */
export const returnStates = [
	'requested',
	'rejected',
	'approved',
	'ordered',
	'received',
	'checked',
] as const;
export type ReturnState = (typeof returnStates)[number];

/** Units of a line, by the channel's line id or, where that is clear, the SKU. */
export interface ReturnUnits {
	readonly line: string;
	readonly quantity: number;
}

export interface ReturnDraft {
	readonly store: string;
	/** The channel's order id. */
	readonly order: string;
	/** Null for a number that the hub gives. The same code again changes nothing. */
	readonly code: string | null;
	readonly kind: ReturnKind;
	/** Why, where a line does not say it. */
	readonly reason: string;
	/** The same line may stand there for several reasons; all that may come back where there is none. */
	readonly lines: readonly (ReturnUnits & { readonly reason: string })[];
}

export interface ReturnApproval {
	/** All that was asked for where there is none. */
	readonly lines: readonly ReturnUnits[];
	/** As people write amounts, in the order's currency; null for the prices of the approved units. */
	readonly refundable: string | null;
}

/** Null leaves it as it is; at first the hub that shipped it, and a number that the hub gives. */
export interface ReturnOrderDraft {
	readonly hub: string | null;
	readonly returnOrder: string | null;
	readonly tracking: Tracking | null;
}

/** What quality control found of a line. What passed is for sale again only where `restock` says so. */
export interface LineChecked {
	readonly line: string;
	readonly passed: number;
	readonly failed: number;
	readonly restock: boolean;
}

/** Line by line, or all that was approved. */
export type ReturnChecked =
	| readonly LineChecked[]
	| { readonly all: 'passed' | 'failed'; readonly restock: boolean };

export interface ReturnReason {
	readonly reason: string;
	readonly quantity: number;
}

/** Of one line in one parcel. What quality control found is null until then. */
export interface ReturnLine {
	readonly line: string;
	readonly sku: string;
	readonly parcel: number;
	readonly requested: number;
	readonly approved: number | null;
	readonly passed: number | null;
	/** Of those that passed. */
	readonly restocked: number | null;
	/** Damaged: back, and not for sale. */
	readonly failed: number | null;
}

/** `due`: somebody is to pay it back. The hub moves no money. Amounts are decimal numbers as texts. */
export interface ReturnRefund {
	readonly state: 'none' | 'due' | 'refunded';
	readonly amount: string | null;
	readonly currency: string;
}

export interface ReturnHead {
	readonly code: string;
	readonly store: string;
	/** The channel's order id, and its number. */
	readonly order: string;
	readonly number: string;
	readonly kind: ReturnKind;
	readonly state: ReturnState;
}

export interface LedgerReturn extends ReturnHead {
	/** Where it comes back; null until its return order is there. */
	readonly hub: string | null;
	readonly returnOrder: string | null;
	readonly tracking: Tracking | null;
	readonly refund: ReturnRefund;
	readonly lines: readonly ReturnLine[];
	readonly reason: string;
	/** By line. */
	readonly reasons: Readonly<Record<string, readonly ReturnReason[]>>;
	readonly rejectedBecause: string | null;
	readonly requestedAt: Instant;
	readonly decidedAt: Instant | null;
	readonly orderedAt: Instant | null;
	readonly receivedAt: Instant | null;
	readonly checkedAt: Instant | null;
	readonly refundedAt: Instant | null;
}

export interface ReturnFilter {
	/** Every store when left out. */
	readonly store?: string;
	/** By the channel's order id. */
	readonly order?: string;
	readonly state?: ReturnState;
	readonly limit: number;
}
